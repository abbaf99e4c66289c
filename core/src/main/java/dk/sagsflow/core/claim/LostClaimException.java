package dk.sagsflow.core.claim;

/**
 * The claim on which something was done has ended, and somebody else may have claimed the same since. Nothing of what was
 * to be stored under it was stored; leave the work to whoever has the claim now.
 */
public final class LostClaimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A claim that was lost.
     *
     * @param what what was claimed, for people
     */
    public LostClaimException(String what) {
        super("the claim on " + what + " has ended, and others may have claimed it since");
    }
}
