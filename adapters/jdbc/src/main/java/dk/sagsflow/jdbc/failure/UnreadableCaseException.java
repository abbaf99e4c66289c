package dk.sagsflow.jdbc.failure;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * What the database holds of a case is no history: a row was edited by hand, or lost, or written by a newer release. Other
 * cases are not touched by it; sweeps set it aside.
 */
public final class UnreadableCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CaseNumber number;

    public UnreadableCaseException(CaseNumber number, @Nullable String why) {
        super("case " + requireNonNull(number, "number") + " cannot be read: " + why);
        this.number = number;
    }

    /** The case. */
    public CaseNumber number() {
        return number;
    }
}
