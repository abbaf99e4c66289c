package dk.sagsflow.jdbc.session;

import dk.sagsflow.jdbc.failure.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** Work in a transaction that the host has open, each piece behind a savepoint. For the thread that works in it. */
public final class HostTransactions implements Transactions {
    private static final int ATTEMPTS = 5;

    private final Connection connection;
    private final Dialect dialect;
    private OneWriter.@Nullable Turn turn;

    public HostTransactions(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** From now on others wait, where only one may write at a time, until the transaction has {@linkplain #ended}. */
    public void begin() throws SQLException {
        OneWriter.Turn open = turn;
        if (open == null || !open.isTaken()) {
            turn = OneWriter.of(connection, dialect).takeForHost(connection);
        }
    }

    public void ended() {
        OneWriter.Turn open = turn;
        if (open != null) {
            open.giveBack();
            turn = null;
        }
    }

    @Override
    public boolean runWhereWritable(Task task) {
        return false;
    }

    @Override
    public <T> T result(Work<T> work) {
        for (int attempt = 1; true; attempt++) {
            try {
                return once(work);
            } catch (SQLException failure) {
                // A deadlock or a serialization failure ends the whole transaction; a row that was there does not.
                if (attempt == ATTEMPTS || !"23505".equals(failure.getSQLState())) {
                    throw StoreException.of(failure);
                }
            }
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        try {
            return work.in(new Session(connection, dialect, true));
        } catch (SQLException failure) {
            throw StoreException.of(failure);
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        begin();
        Savepoint before = connection.setSavepoint();
        boolean done = false;
        try {
            Session session = new Session(connection, dialect, true);
            T result = work.in(session);
            session.flush();
            done = true;
            return result;
        } finally {
            if (done) {
                connection.releaseSavepoint(before);
            } else if (!connection.isClosed()) {
                connection.rollback(before);
            }
        }
    }
}
