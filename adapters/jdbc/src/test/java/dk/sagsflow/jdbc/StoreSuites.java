package dk.sagsflow.jdbc;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attachment.AttachmentStore;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.notification.SubscriptionRegister;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.StoreTransaction;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.testkit.contract.AttachmentStoreContract;
import dk.sagsflow.testkit.contract.CaseNumbersContract;
import dk.sagsflow.testkit.contract.CaseRepositoryContract;
import dk.sagsflow.testkit.contract.DirectoryContract;
import dk.sagsflow.testkit.contract.DueWorkContract;
import dk.sagsflow.testkit.contract.EventLogContract;
import dk.sagsflow.testkit.contract.LoadsContract;
import dk.sagsflow.testkit.contract.LogSubscriptionsContract;
import dk.sagsflow.testkit.contract.NumbersContract;
import dk.sagsflow.testkit.contract.OutboxContract;
import dk.sagsflow.testkit.contract.QueryingContract;
import dk.sagsflow.testkit.contract.ReopeningContract;
import dk.sagsflow.testkit.contract.RequestsContract;
import dk.sagsflow.testkit.contract.SubscriptionsContract;
import dk.sagsflow.testkit.contract.TransactionContract;
import dk.sagsflow.testkit.knowledge.KnowledgeStoreContract;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;

/** What every store must do, asked of the tables of one database. */
abstract class StoreSuites {
    abstract TestDatabase database();

    @Nested
    class OfCases extends CaseRepositoryContract {
        @Override
        protected CaseRepository emptyRepository() {
            return database().empty().cases();
        }
    }

    @Nested
    class OfQueries extends QueryingContract {
        @Override
        protected CaseRepository emptyRepository() {
            return database().empty().cases();
        }

        @Override
        protected boolean spoil(CaseNumber number) {
            database()
                    .edit("UPDATE sagsflow_event SET event = '{\"edited\": true' WHERE case_number = '" + number + "'");
            database().edit("UPDATE sagsflow_case SET tag = tag + 1000000 WHERE case_number = '" + number + "'");
            return true;
        }
    }

    @Nested
    class OfKnowledge extends KnowledgeStoreContract {
        @Override
        protected KnowledgeStore emptyStore() {
            return StoredKnowledge.of(database().empty());
        }

        @Override
        protected KnowledgeStore reopened(KnowledgeStore store) {
            return StoredKnowledge.of(SagsflowStore.open(database().source()));
        }
    }

    @Nested
    class OfDueWork extends DueWorkContract {
        @Override
        protected CaseRepository emptyRepository() {
            return database().empty().cases();
        }
    }

    @Nested
    class OfRequests extends RequestsContract {
        @Override
        protected CaseRepository emptyRepository() {
            return database().empty().cases();
        }
    }

    @Nested
    class OfLoads extends LoadsContract {
        @Override
        protected CaseRepository emptyRepository() {
            return database().empty().cases();
        }
    }

    @Nested
    class OfTheOutbox extends OutboxContract {
        @Override
        protected CaseRepository emptyRepository() {
            return database().empty().cases();
        }
    }

    @Nested
    class OfTheLog extends EventLogContract {
        @Override
        protected CaseRepository emptyRepository() {
            return database().empty().cases();
        }
    }

    @Nested
    class OfLogSubscriptions extends LogSubscriptionsContract {
        @Override
        protected CaseRepository emptyRepository() {
            return database().empty().cases();
        }
    }

    @Nested
    class OfSeries extends NumbersContract {
        @Override
        protected CaseRepository emptyRepository() {
            return database().empty().cases();
        }

        @Override
        protected CaseRepository openedAgain(CaseRepository store) {
            return SagsflowStore.open(database().source()).cases();
        }
    }

    @Nested
    class OfReopening extends ReopeningContract {
        @Override
        protected CaseRepository emptyRepository() {
            return database().empty().cases();
        }

        @Override
        protected CaseRepository openedAgain(CaseRepository store) {
            return SagsflowStore.open(database().source()).cases();
        }
    }

    @Nested
    class OfNumbers extends CaseNumbersContract {
        @Override
        protected CaseNumbers numbers() {
            return CaseNumbers.of(database().empty().cases(), "C-");
        }
    }

    @Nested
    class OfWishes extends SubscriptionsContract {
        @Override
        protected SubscriptionRegister empty() {
            return database().empty().subscriptions();
        }
    }

    @Nested
    class OfPeople extends DirectoryContract {
        @Override
        protected Directory directoryOf(ImmutableList<Actor> actors, ImmutableList<Customer> customers) {
            PeopleRegister people = database().empty().people();
            people.replaceAll(actors, customers);
            return people;
        }
    }

    @Nested
    class OfAttachments extends AttachmentStoreContract {
        @Override
        protected AttachmentStore empty(int limit) {
            return database().empty().attachments(limit);
        }
    }

    @Nested
    class OfTransactions extends TransactionContract {
        private SagsflowStore store = database().empty();

        @Override
        protected CaseRepository emptyRepository() {
            store = database().empty();
            return store.cases();
        }

        @Override
        protected Opened begin(CaseRepository same) {
            return opened(store, database());
        }
    }

    private static TransactionContract.Opened opened(SagsflowStore store, TestDatabase database) {
        try {
            Connection connection = database.source().getConnection();
            connection.setAutoCommit(false);
            return new OpenedOnConnection(connection, store.join(connection));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private record OpenedOnConnection(Connection connection, SagsflowStore.JoinedTransaction joined)
            implements TransactionContract.Opened {
        @Override
        public StoreTransaction transaction() {
            return joined;
        }

        @Override
        public void commit() {
            try (connection) {
                connection.commit();
                connection.setAutoCommit(true);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            joined.committed();
        }

        @Override
        public void rollback() {
            try (connection) {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
