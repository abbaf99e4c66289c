package dk.sagsflow.core.json;

import static java.util.Objects.requireNonNull;

/**
 * Stored JSON is not an event that this release knows, or what is stored of a case is no history; the message says what of it.
 * Stores throw it too; a sweep sets the case aside.
 */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What cannot be read, and why. */
    public UnreadableEventException(String message) {
        super(requireNonNull(message, "message"));
    }

    /** What cannot be read, and what came of trying. */
    public UnreadableEventException(String message, Throwable cause) {
        super(requireNonNull(message, "message"), requireNonNull(cause, "cause"));
    }
}
