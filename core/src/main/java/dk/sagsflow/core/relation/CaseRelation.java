package dk.sagsflow.core.relation;

/** How a case is related to another. */
public enum CaseRelation {
    /** It reports the same as the other. */
    DUPLICATE_OF,
    /** The other brought it about. */
    CAUSED_BY,
    /** The other is the major incident that it belongs to. */
    CHILD_OF,
    /** It came in because the other was over, and goes on with what the other was about. */
    FOLLOWS
}
