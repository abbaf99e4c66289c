package dk.sagsflow.jdbc;

import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.testkit.contract.SameStepsProperties;

/** PostgreSQL does what the store in memory does. */
class PostgresSameStepsProperties extends SameStepsProperties {
    @Override
    protected CaseRepository emptyRepository() {
        return PostgresDatabase.required().empty().cases();
    }
}
