package dk.sagsflow.routing.json;

/** The JSON is no load or suggestion that this release reads; the message says what is wrong. */
public final class UnreadableAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String message) {
        super(message);
    }
}
