package dk.sagsflow.examples.sagsflow.log;

/** Ends the reading of one row, inside of the reader only; becomes a {@link RejectedRow}. Immutable. */
final class RejectedRowException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, in one line. */
    private final String reason;

    RejectedRowException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** Why, in one line. */
    String reason() {
        return reason;
    }
}
