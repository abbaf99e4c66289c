package dk.sagsflow.core.json;

/** The JSON is no command or registration that this release reads; the message says what is wrong and what is allowed. */
public final class UnreadableRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRequestException(String message) {
        super(message);
    }

    UnreadableRequestException(String message, Throwable cause) {
        super(message, cause);
    }
}
