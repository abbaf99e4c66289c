package dk.sagsflow.jdbc;

import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.testkit.contract.OutboxProperties;

/** The outbox in PostgreSQL. */
class PostgresOutboxProperties extends OutboxProperties {
    @Override
    protected CaseRepository emptyRepository() {
        return PostgresDatabase.required().empty().cases();
    }
}
