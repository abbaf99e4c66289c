package dk.sagsflow.testkit.embed;

import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.testkit.contract.CaseRepositoryContract;
import org.junit.jupiter.api.Nested;

// sample
class MyStoreTest {
    @Nested
    class Cases extends CaseRepositoryContract {
        @Override
        protected CaseRepository emptyRepository() {
            return MyStore.openEmpty();
        }
    }
    // likewise QueryingContract, LoadsContract, RequestsContract, DueWorkContract, OutboxContract, OutboxProperties,
    // EventLogContract, LogSubscriptionsContract
    // SameStepsProperties: the same random steps have the same outcome as in memory, and leave the same behind
    // NumbersContract, ReopeningContract: openedAgain() opens the same store as another process does
    // DirectoryContract, AttachmentStoreContract: people, contents of attachments
    // TransactionContract: begin() opens a transaction of the host
}
// end

/** Stands for a store that somebody wrote. */
final class MyStore {
    private MyStore() {}

    static CaseRepository openEmpty() {
        return CaseRepository.inMemory();
    }
}
