package dk.sagsflow.testkit.embed;

import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.testkit.contract.CaseRepositoryContract;

// sample
class OwnStoreTest extends CaseRepositoryContract {
    @Override
    protected CaseRepository emptyRepository() {
        return new EmbedSamplesTest.MeasuredStore(CaseRepository.inMemory());
    }
}
// end
