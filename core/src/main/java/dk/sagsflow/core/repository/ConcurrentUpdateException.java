package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;

/** Somebody else changed the case since it was read. Nothing of the refused step was stored; read again and retry. */
public final class ConcurrentUpdateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CaseNumber number;
    private final long expectedVersion;
    private final long foundVersion;

    /** A conflict over this case. */
    public ConcurrentUpdateException(CaseNumber number, long expectedVersion, long foundVersion) {
        super("case " + number + " is at version " + foundVersion + ", not " + expectedVersion + "; read it again");
        this.number = requireNonNull(number, "number");
        this.expectedVersion = expectedVersion;
        this.foundVersion = foundVersion;
    }

    /** The case. */
    public CaseNumber number() {
        return number;
    }

    /** The version that the writer had read. */
    public long expectedVersion() {
        return expectedVersion;
    }

    /** The version that the store has; 0 if it has no such case. */
    public long foundVersion() {
        return foundVersion;
    }
}
