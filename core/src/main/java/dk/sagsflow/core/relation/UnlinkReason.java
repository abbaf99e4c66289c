package dk.sagsflow.core.relation;

/** Why a case is no longer related to another. */
public enum UnlinkReason {
    /** The link was wrong. */
    UNDONE,
    /** The customer of a duplicate did not agree. */
    OBJECTED,
    /** The other case ended without an answer. */
    ENDED_WITHOUT_ANSWER,
    /** The other case was a duplicate itself, and the one that it repeats took its place. */
    HANDED_ON
}
