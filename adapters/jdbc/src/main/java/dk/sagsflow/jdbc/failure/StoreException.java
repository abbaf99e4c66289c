package dk.sagsflow.jdbc.failure;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/**
 * The database could not do what was asked: it is away, full, or refuses the connection. Nothing of the step was stored,
 * unless the {@linkplain #outcomeUnknown outcome is unknown}; whoever repeats a command under its key is safe in either case.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String CONNECTION = "08";

    private final boolean outcomeUnknown;
    private final boolean mayPass;

    private StoreException(String message, SQLException cause, boolean outcomeUnknown, boolean mayPass) {
        super(message, cause);
        this.outcomeUnknown = outcomeUnknown;
        this.mayPass = mayPass;
    }

    public static StoreException of(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        boolean mayPass = state.startsWith(CONNECTION)
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("40")
                || cause instanceof SQLTransientException
                || cause instanceof SQLRecoverableException;
        return new StoreException("the database says: " + cause.getMessage(), cause, false, mayPass);
    }

    public static StoreException unknownOutcome(SQLException cause) {
        return new StoreException(
                "the connection broke while a transaction was committed, so nobody knows whether it was; repeat the"
                        + " command under its key, or look; the database says: " + cause.getMessage(),
                cause,
                true,
                true);
    }

    /** Whether the connection broke while the transaction was committed: what was to be stored may be there or not. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    /** Whether the same may succeed later without anybody doing anything about it here. */
    public boolean mayPass() {
        return mayPass;
    }
}
