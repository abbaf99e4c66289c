package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

/**
 * Somebody got, or got rid of, a case since it was decided who gets another. Nothing of the refused step was stored; ask
 * for the loads again and decide again.
 */
public final class ConcurrentAssignmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LoadClaim claim;
    private final transient MemberLoad found;

    /** A claim that does not hold. */
    public ConcurrentAssignmentException(LoadClaim claim, MemberLoad found) {
        super(claim.member() + " has " + requireNonNull(found, "found") + " in " + claim.group() + ", not "
                + claim.seen() + "; decide again who gets the case");
        this.claim = claim;
        this.found = found;
    }

    /** What was expected. */
    public LoadClaim claim() {
        return claim;
    }

    /** What the member has to do. */
    public MemberLoad found() {
        return found;
    }
}
