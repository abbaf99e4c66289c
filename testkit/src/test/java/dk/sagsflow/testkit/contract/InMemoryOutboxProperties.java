package dk.sagsflow.testkit.contract;

import dk.sagsflow.core.repository.CaseRepository;

/** The outbox in memory. */
class InMemoryOutboxProperties extends OutboxProperties {
    @Override
    protected CaseRepository emptyRepository() {
        return CaseRepository.inMemory();
    }
}
