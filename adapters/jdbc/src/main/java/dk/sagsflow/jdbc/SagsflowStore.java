package dk.sagsflow.jdbc;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.attachment.AttachmentStore;
import dk.sagsflow.core.library.OptionalLibrary;
import dk.sagsflow.core.notification.SubscriptionRegister;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.StoreTransaction;
import dk.sagsflow.jdbc.failure.StoreException;
import dk.sagsflow.jdbc.failure.UnusableDatabaseException;
import dk.sagsflow.jdbc.session.Dialect;
import dk.sagsflow.jdbc.session.HostTransactions;
import dk.sagsflow.jdbc.session.OwnTransactions;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import dk.sagsflow.jdbc.session.Transactions;
import dk.sagsflow.jdbc.table.JdbcAttachments;
import dk.sagsflow.jdbc.table.JdbcCases;
import dk.sagsflow.jdbc.table.JdbcWishes;
import dk.sagsflow.jdbc.table.SnapshotRows;
import dk.sagsflow.jdbc.table.StoreParts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that a desk keeps, in a database: H2, or PostgreSQL 13 or later. What is acknowledged is there after a crash; as
 * many desks as wanted, in as many processes, work on one PostgreSQL. It keeps no connection: each call takes one from the
 * data source, which should be a pool, and gives it back. Safe for use by many threads.
 */
public final class SagsflowStore {
    private static final Logger LOG = LoggerFactory.getLogger(SagsflowStore.class);

    private static final OptionalLibrary H2 =
            new OptionalLibrary("com.h2database:h2", "2.4.240", "org.h2.jdbcx.JdbcConnectionPool");

    /** Of H2. */
    private static final int LAST_MAJOR = 2;

    private static final int LAST_MINOR = 4;

    private final Dialect dialect;
    private final Transactions own;
    private final StoreParts parts;
    private final CaseRepository cases;
    private final SubscriptionRegister subscriptions;
    private final PeopleRegister people;

    private SagsflowStore(DataSource source, Dialect dialect, StoreSettings settings) {
        this.dialect = dialect;
        own = new OwnTransactions(source, dialect);
        parts = StoreParts.of(settings.cachedCases(), settings.leaseTime() == LeaseTime.DATABASE);
        cases = new JdbcCases(own, own, parts);
        subscriptions = new JdbcWishes(own);
        people = new PeopleRegister(own);
        new SnapshotRows(own, parts).renew();
    }

    /**
     * Opens the store of a database that has the {@linkplain SagsflowSchema tables}, for one process.
     *
     * @throws UnusableDatabaseException if it has none, or those of another release
     * @throws StoreException if it cannot be asked
     */
    public static SagsflowStore open(DataSource source) {
        return open(source, StoreSettings.standard());
    }

    /**
     * Opens the store of a database that has the {@linkplain SagsflowSchema tables}.
     *
     * @throws UnusableDatabaseException if it has none, or those of another release
     * @throws StoreException if it cannot be asked
     */
    public static SagsflowStore open(DataSource source, StoreSettings settings) {
        requireNonNull(settings, "settings");
        return new SagsflowStore(source, checked(requireNonNull(source, "source")), settings);
    }

    private static Dialect checked(DataSource source) {
        try (Connection connection = source.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            checkDurable(connection, dialect);
            SagsflowSchema.check(connection, dialect);
            return dialect;
        } catch (SQLException failure) {
            throw StoreException.of(failure);
        }
    }

    /**
     * Opens the store in an H2 file, and makes it if it is not there. One process uses a file at a time. Needs H2 on the class
     * path.
     *
     * @param file without {@code .mv.db} at its end
     * @throws UnusableDatabaseException if it was cut off, or has tables of a later release
     * @throws dk.sagsflow.core.library.MissingLibraryException if H2 is not there
     */
    public static SagsflowStore inFile(Path file) {
        H2.require("a store in a file");
        H2File.checkWhole(file);
        DataSource pool =
                JdbcConnectionPool.create("jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0", "sagsflow", "");
        SagsflowSchema.createIfMissing(pool);
        SagsflowSchema.upgrade(pool);
        return open(pool);
    }

    private static void checkDurable(Connection connection, Dialect dialect) throws SQLException {
        Session session = new Session(connection, dialect);
        if (dialect == Dialect.H2) {
            checkRelease(connection);
            checkWriteDelay(session);
        } else if (!session.all(
                        Row::text,
                        "SELECT name FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit')"
                                + " AND setting = 'off'")
                .isEmpty()) {
            LOG.warn("PostgreSQL acknowledges what it has not written: fsync or synchronous_commit is off");
        }
    }

    /** From 2.5 on the head of a file tells of the version before the last, so the next process may not find what was acknowledged. */
    private static void checkRelease(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        boolean forgetful = database.getDatabaseMajorVersion() > LAST_MAJOR
                || (database.getDatabaseMajorVersion() == LAST_MAJOR
                        && database.getDatabaseMinorVersion() > LAST_MINOR);
        if (forgetful && isInFile(connection)) {
            throw new UnusableDatabaseException("H2 " + database.getDatabaseProductVersion()
                    + " may not find what it acknowledged in a file whose process was killed; use H2 2.4.240");
        }
    }

    private static boolean isInFile(Connection connection) throws SQLException {
        return new Session(connection, Dialect.H2)
                .first(Row::optionalText, "SELECT DATABASE_PATH()")
                .flatMap(path -> path)
                .isPresent();
    }

    /** H2 keeps what it acknowledged for half a second before it writes it, unless it is told not to. */
    private static void checkWriteDelay(Session session) throws SQLException {
        String delay = session.first(
                        Row::text,
                        "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'")
                .orElse("0");
        if (!delay.equals("0")) {
            throw new UnusableDatabaseException("H2 would lose what was acknowledged in the last " + delay
                    + " ms before a crash; add ;WRITE_DELAY=0 to its URL");
        }
    }

    Transactions transactions() {
        return own;
    }

    /** Cases, log, what waits to be sent, numbers, keys. */
    public CaseRepository cases() {
        return cases;
    }

    /** What people want to be told by mail. */
    public SubscriptionRegister subscriptions() {
        return subscriptions;
    }

    /** The people that a host keeps here, as the directory of a desk. */
    public PeopleRegister people() {
        return people;
    }

    /**
     * Contents of attachments, kept in the database, each read and written as a whole.
     *
     * @param limit how many bytes a content may have
     */
    public AttachmentStore attachments(int limit) {
        checkArgument(limit >= 0, "limit of contents is %s bytes, not 0 or more", limit);
        return new JdbcAttachments(own, limit);
    }

    /**
     * A transaction that the host has open on a connection of this database, with auto-commit off. What a desk does {@code
     * within} it commits with it. A step is stored behind a savepoint, so one that is refused leaves the rest. Numbers are drawn
     * on another connection: a number of a transaction that is rolled back is left out. In a file of H2 one transaction writes at a time, so from
     * here on all others wait until this one is {@linkplain JoinedTransaction#committed committed} or {@linkplain
     * JoinedTransaction#rolledBack rolled back}, or its connection is closed or commits by itself again; what the host writes there comes after this call.
     *
     * @throws StoreException if another transaction has been writing for a minute
     */
    public JoinedTransaction join(Connection connection) {
        return new JoinedTransaction(requireNonNull(connection, "connection"));
    }

    /** A transaction of a host. For the thread that works in it. */
    public final class JoinedTransaction implements StoreTransaction {
        private final HostTransactions host;
        private final CaseRepository within;
        private final List<Runnable> afterCommit = new ArrayList<>();

        private JoinedTransaction(Connection connection) {
            host = new HostTransactions(connection, dialect);
            within = new JdbcCases(host, own, parts);
            try {
                host.begin();
            } catch (SQLException failure) {
                throw StoreException.of(failure);
            }
        }

        Transactions transactions() {
            return host;
        }

        @Override
        public CaseRepository repository() {
            return within;
        }

        @Override
        public void afterCommit(Runnable action) {
            afterCommit.add(requireNonNull(action, "action"));
        }

        /**
         * The host has committed: what was to come after it is done now. Without this call, listeners hear nothing. In a file of H2 others
         * have their turn now, if the connection was joined twice as well.
         */
        public void committed() {
            host.ended();
            List<Runnable> now = List.copyOf(afterCommit);
            afterCommit.clear();
            now.forEach(Runnable::run);
        }

        /**
         * The host has rolled back: nothing comes after it, and in a file of H2 others have their turn now. Without this call they wait until
         * the connection is closed or commits by itself again.
         */
        public void rolledBack() {
            host.ended();
            afterCommit.clear();
        }
    }
}
