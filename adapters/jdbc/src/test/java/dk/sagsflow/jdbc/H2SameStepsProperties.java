package dk.sagsflow.jdbc;

import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.testkit.contract.SameStepsProperties;

/** H2 does what the store in memory does. */
class H2SameStepsProperties extends SameStepsProperties {
    @Override
    protected CaseRepository emptyRepository() {
        return H2Database.H2.empty().cases();
    }
}
