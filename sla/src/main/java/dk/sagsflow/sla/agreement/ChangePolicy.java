package dk.sagsflow.sla.agreement;

/** What a clock makes of a case that comes under another target on its way: another priority, say. */
public enum ChangePolicy {
    /** The new target holds for the whole history. */
    RECOMPUTE,
    /** The share of the old budget that was used stays used of the new one. */
    PRO_RATA,
    /** The clock starts anew with the new target. */
    RESTART
}
