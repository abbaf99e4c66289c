package dk.sagsflow.core.log;

/** The log does not go back as far as the position asked for: what came right after it is dropped. */
public final class ForgottenPositionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A position that is too old.
     *
     * @param asked the position
     * @param beginning the earliest position that can be read on from
     */
    public ForgottenPositionException(LogPosition asked, LogPosition beginning) {
        super("the log is kept from " + beginning + " on, and what came after " + asked
                + " is dropped; begin anew from what the store holds, and read on from there");
    }
}
