package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

/** A request with this key was carried out already. Nothing of the refused step was stored. */
public final class RepeatedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient HandledRequest before;

    /** A repetition of this request. */
    public RepeatedRequestException(HandledRequest before) {
        super("request " + before.key() + " was carried out already, on case " + before.number());
        this.before = requireNonNull(before, "before");
    }

    /** What was carried out. */
    public HandledRequest before() {
        return before;
    }
}
