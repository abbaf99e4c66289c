package dk.sagsflow.jdbc.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.jdbc.failure.StoreException;
import java.sql.SQLException;

/** Where work is done: in transactions of its own, or in one that the host has open. */
public interface Transactions {
    /** What PostgreSQL says where nothing can be written. */
    String READ_ONLY = "25006";

    /** Something that is done with a connection. */
    interface Work<T> {
        T in(Session session) throws SQLException;
    }

    /** Something that is done with a connection and gives nothing. */
    interface Task {
        void in(Session session) throws SQLException;
    }

    /** All of this or nothing; again if somebody else was quicker, so the work must not remember what it did before. */
    @CanIgnoreReturnValue
    <T> T result(Work<T> work);

    /** Reads; each statement for itself. */
    <T> T read(Work<T> work);

    default void run(Task task) {
        result(session -> {
            task.in(session);
            return true;
        });
    }

    /** What may be left undone where nothing can be written, as on a replica. Whether it was done. */
    @CanIgnoreReturnValue
    default boolean runWhereWritable(Task task) {
        try {
            run(task);
            return true;
        } catch (StoreException refused) {
            if (refused.getCause() instanceof SQLException cause && READ_ONLY.equals(cause.getSQLState())) {
                return false;
            }
            throw refused;
        }
    }

    /** Whether it is the transaction of a host, which sees what others have committed and gives nothing away before its end. */
    boolean ofHost();
}
