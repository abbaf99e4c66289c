package dk.sagsflow.jdbc.failure;

/** The database is not one that a store can be opened on as it is; the message says why, and what to do. */
public final class UnusableDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableDatabaseException(String message) {
        super(message);
    }
}
