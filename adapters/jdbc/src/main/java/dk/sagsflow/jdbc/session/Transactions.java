package dk.sagsflow.jdbc.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.SQLException;

/** Where work is done: in transactions of its own, or in one that the host has open. */
public interface Transactions {
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

    /**
     * What may be left undone: where nothing can be written, as on a replica; within a transaction of a host, which gives nothing away
     * before its end; while such a transaction has a file of H2 to itself. Whether it was done.
     */
    @CanIgnoreReturnValue
    boolean runWhereWritable(Task task);
}
