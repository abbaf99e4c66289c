package dk.sagsflow.jdbc.session;

import dk.sagsflow.jdbc.failure.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction for each piece of work, on a connection of the host's pool. Safe for use by many threads. */
public final class OwnTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(OwnTransactions.class);

    /** What PostgreSQL says where nothing can be written. */
    private static final String READ_ONLY = "25006";

    private static final int ATTEMPTS = 30;
    private static final int LONGEST_PAUSE_MILLIS = 20;

    private final DataSource source;
    private final Dialect dialect;
    private volatile @Nullable OneWriter writers;

    public OwnTransactions(DataSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
    }

    /** What may meet others. */
    private interface Attempt<T> {
        T made() throws SQLException;
    }

    @Override
    public <T> T result(Work<T> work) {
        return repeated(() -> once(writers().take(), work));
    }

    @Override
    public boolean runWhereWritable(Task task) {
        try {
            return repeated(() -> {
                Optional<OneWriter.Turn> turn = writers().takeUnlessHosted();
                return turn.isPresent()
                        && once(turn.get(), session -> {
                            task.in(session);
                            return true;
                        });
            });
        } catch (StoreException refused) {
            if (refused.getCause() instanceof SQLException cause && READ_ONLY.equals(cause.getSQLState())) {
                return false;
            }
            throw refused;
        }
    }

    private <T> T repeated(Attempt<T> attempted) {
        for (int attempt = 1; true; attempt++) {
            try {
                return attempted.made();
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || !dialect.isConflict(failure)) {
                    throw StoreException.of(failure);
                }
                pause(attempt);
            }
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            return work.in(new Session(connection, dialect));
        } catch (SQLException failure) {
            throw StoreException.of(failure);
        }
    }

    /** The turn comes before the connection, of which those who wait would hold all that the one whose turn it is could need. */
    private <T> T once(OneWriter.Turn turn, Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            return committed(connection, work);
        } finally {
            turn.giveBack();
        }
    }

    private OneWriter writers() throws SQLException {
        OneWriter known = writers;
        if (known == null) {
            try (Connection connection = source.getConnection()) {
                known = OneWriter.of(connection, dialect);
            }
            writers = known;
        }
        return known;
    }

    private <T> T committed(Connection connection, Work<T> work) throws SQLException {
        Session session = new Session(connection, dialect);
        boolean done = false;
        try {
            T result = work.in(session);
            session.flush();
            done = true;
            commit(connection);
            return result;
        } finally {
            leave(connection, done);
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException broken) {
            if (String.valueOf(broken.getSQLState()).startsWith("40")) {
                throw broken;
            }
            throw StoreException.unknownOutcome(broken);
        }
    }

    private static void leave(Connection connection, boolean done) {
        try {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            LOG.debug("the connection is of no use any more, SQL state {}", broken.getSQLState());
        }
    }

    /** Those who were in each other's way should not meet again at once. */
    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(Math.min(attempt, LONGEST_PAUSE_MILLIS) + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
