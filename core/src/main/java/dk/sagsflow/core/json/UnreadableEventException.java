package dk.sagsflow.core.json;

/**
 * Stored JSON is not an event that this release knows, or what is stored of a case is no history; the message says what of it.
 * Stores throw it too; a sweep sets the case aside.
 */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What cannot be read, and why. */
    public UnreadableEventException(String message) {
        super(message);
    }

    UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
