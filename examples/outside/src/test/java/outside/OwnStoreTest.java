package outside;

import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.testkit.contract.CaseRepositoryContract;

/** The contract of stores, for a store of this project's own: here the one that every desk has unless told otherwise. */
class OwnStoreTest extends CaseRepositoryContract {
    @Override
    protected CaseRepository emptyRepository() {
        return CaseRepository.inMemory();
    }
}
