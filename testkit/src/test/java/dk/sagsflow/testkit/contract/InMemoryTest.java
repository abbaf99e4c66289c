package dk.sagsflow.testkit.contract;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.attachment.AttachmentStore;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.notification.SubscriptionRegister;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.InMemoryStore;
import dk.sagsflow.core.repository.StoreTransaction;
import dk.sagsflow.testkit.fixture.Mailbox;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** What the library itself brings for each interface keeps the contract of it. */
class InMemoryTest {
    @Nested
    class OfAttachments extends AttachmentStoreContract {
        @Override
        protected AttachmentStore empty(int limit) {
            return AttachmentStore.inMemory(limit);
        }
    }

    @Nested
    class OfAttachmentsInAFolder extends AttachmentStoreContract {
        @TempDir
        private Path folder;

        @Override
        protected AttachmentStore empty(int limit) {
            return AttachmentStore.inFolder(folder.resolve("attachments"), limit, () -> Instant.EPOCH);
        }
    }

    @Nested
    class OfCases extends CaseRepositoryContract {
        @Override
        protected CaseRepository emptyRepository() {
            return CaseRepository.inMemory();
        }
    }

    @Nested
    class OfQueries extends QueryingContract {
        @Override
        protected CaseRepository emptyRepository() {
            return CaseRepository.inMemory();
        }
    }

    @Nested
    class OfDueWork extends DueWorkContract {
        @Override
        protected CaseRepository emptyRepository() {
            return CaseRepository.inMemory();
        }
    }

    @Nested
    class OfRequests extends RequestsContract {
        @Override
        protected CaseRepository emptyRepository() {
            return CaseRepository.inMemory();
        }
    }

    @Nested
    class OfLoads extends LoadsContract {
        @Override
        protected CaseRepository emptyRepository() {
            return CaseRepository.inMemory();
        }
    }

    @Nested
    class OfTheOutbox extends OutboxContract {
        @Override
        protected CaseRepository emptyRepository() {
            return CaseRepository.inMemory();
        }
    }

    @Nested
    class OfTheLog extends EventLogContract {
        @Override
        protected CaseRepository emptyRepository() {
            return CaseRepository.inMemory();
        }
    }

    @Nested
    class OfLogSubscriptions extends LogSubscriptionsContract {
        @Override
        protected CaseRepository emptyRepository() {
            return CaseRepository.inMemory();
        }
    }

    @Nested
    class OfReopening extends ReopeningContract {
        @Override
        protected CaseRepository emptyRepository() {
            return CaseRepository.inMemory();
        }

        @Override
        protected CaseRepository openedAgain(CaseRepository store) {
            return store;
        }
    }

    @Nested
    class OfSeries extends NumbersContract {
        @Override
        protected CaseRepository emptyRepository() {
            return CaseRepository.inMemory();
        }
    }

    @Nested
    class OfTransactions extends TransactionContract {
        @Override
        protected CaseRepository emptyRepository() {
            return CaseRepository.inMemory();
        }

        @Override
        protected Opened begin(CaseRepository store) {
            return opened(((InMemoryStore) store).begin());
        }
    }

    static TransactionContract.Opened opened(InMemoryStore.Transaction transaction) {
        return new TransactionContract.Opened() {
            @Override
            public StoreTransaction transaction() {
                return transaction;
            }

            @Override
            public void commit() {
                transaction.commit();
            }

            @Override
            public void rollback() {
                transaction.rollback();
            }
        };
    }

    @Nested
    class OfNumbers extends CaseNumbersContract {
        @Override
        protected CaseNumbers numbers() {
            return CaseNumbers.counting("AMS-");
        }
    }

    @Nested
    class OfPeople extends DirectoryContract {
        @Override
        protected Directory directoryOf(ImmutableList<Actor> actors, ImmutableList<Customer> customers) {
            return Directory.of(actors, customers);
        }
    }

    @Nested
    class OfMail extends NotifierContract {
        private final Mailbox mailbox = new Mailbox();

        @Override
        protected Notifier notifier() {
            return mailbox;
        }

        @Override
        protected ImmutableList<String> arrivedAt(String address) {
            return mailbox.receivedAt(address).stream()
                    .map(mail -> mail.subject() + "\n" + mail.text())
                    .collect(ImmutableList.toImmutableList());
        }
    }

    @Nested
    class OfSubscriptions extends SubscriptionsContract {
        @Override
        protected SubscriptionRegister empty() {
            return Subscriptions.inMemory();
        }
    }

    @Nested
    class OfAccess extends AccessPolicyContract {
        @Override
        protected AccessPolicy policy(SupportOrganisation organisation, Directory people) {
            return AccessPolicy.standard(organisation, people);
        }
    }
}
