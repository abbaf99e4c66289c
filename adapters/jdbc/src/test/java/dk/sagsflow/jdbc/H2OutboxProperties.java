package dk.sagsflow.jdbc;

import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.testkit.contract.OutboxProperties;

/** The outbox in H2. */
class H2OutboxProperties extends OutboxProperties {
    @Override
    protected CaseRepository emptyRepository() {
        return H2Database.H2.empty().cases();
    }
}
