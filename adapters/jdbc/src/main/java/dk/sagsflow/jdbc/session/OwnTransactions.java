package dk.sagsflow.jdbc.session;

import dk.sagsflow.jdbc.failure.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction for each piece of work, on a connection of the host's pool. Safe for use by many threads. */
public final class OwnTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(OwnTransactions.class);
    private static final int ATTEMPTS = 30;
    private static final int LONGEST_PAUSE_MILLIS = 20;

    private final DataSource source;
    private final Dialect dialect;
    private volatile @Nullable OneWriter writers;

    public OwnTransactions(DataSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
    }

    @Override
    public boolean ofHost() {
        return false;
    }

    @Override
    public <T> T result(Work<T> work) {
        for (int attempt = 1; true; attempt++) {
            try {
                return once(work);
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

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            OneWriter.Turn turn = writers(connection).take(connection);
            try {
                return committed(connection, work);
            } finally {
                turn.giveBack();
            }
        }
    }

    private OneWriter writers(Connection connection) throws SQLException {
        OneWriter known = writers;
        if (known == null) {
            known = OneWriter.of(connection, dialect);
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
