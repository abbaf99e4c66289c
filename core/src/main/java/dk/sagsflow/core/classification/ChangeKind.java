package dk.sagsflow.core.classification;

/** What kind of change a case became (ITIL). */
public enum ChangeKind {
    /** Carried out by a known procedure. */
    STANDARD,
    /** Judged and planned like most changes. */
    NORMAL,
    /** Must be carried out as soon as possible. */
    EMERGENCY
}
