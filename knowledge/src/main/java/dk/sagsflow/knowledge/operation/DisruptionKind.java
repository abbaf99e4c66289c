package dk.sagsflow.knowledge.operation;

/** What disturbs a system. */
public enum DisruptionKind {
    /** It does not run as it should. */
    INCIDENT,
    /** It is worked on. */
    PLANNED_WORK
}
