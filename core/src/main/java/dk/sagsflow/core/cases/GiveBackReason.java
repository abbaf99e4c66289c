package dk.sagsflow.core.cases;

/** Why a group gives a case back without an answer. */
public enum GiveBackReason {
    /** It belongs to another group. */
    MISROUTED,
    /** Something is missing that only those below can find out. */
    INFORMATION_MISSING,
    /** The major incident that it belongs to was solved. */
    SOLVED_BY_PARENT
}
