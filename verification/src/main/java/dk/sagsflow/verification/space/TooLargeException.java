package dk.sagsflow.verification.space;

/** A model tells more cases, or ways, apart than verification holds: it is refused with the figure. */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what there is too much of, and how much is held. */
    public TooLargeException(String message) {
        super(message);
    }
}
