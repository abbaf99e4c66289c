package dk.sagsflow.core.telephone;

/** What may be odd about a call that comes in. */
public enum CallOddity {
    /** A call of that id came before: it is not counted again. */
    DUPLICATE(false),
    /** Nobody knows its queue: it is not counted. */
    UNKNOWN_QUEUE(false),
    /** It arrived before the one that came before it: it is counted where it belongs. */
    OUT_OF_ORDER(true),
    /** It belongs to a case that had another call at the same time: it is counted, and one of the two may be wrong. */
    OVERLAPPING(true),
    /** It names a case that is not known: it is counted, and not among those that belong to a case. */
    UNKNOWN_CASE(true);

    private final boolean counted;

    CallOddity(boolean counted) {
        this.counted = counted;
    }

    /** Whether the call is counted all the same. */
    public boolean counted() {
        return counted;
    }
}
