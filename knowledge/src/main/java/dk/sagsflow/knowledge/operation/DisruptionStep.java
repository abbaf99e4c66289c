package dk.sagsflow.knowledge.operation;

/** What happened to a disruption. Steps may be added in a minor release. */
public enum DisruptionStep {
    /** An incident was reported. */
    REPORTED,
    /** Work was planned. */
    PLANNED,
    /** It was described anew. */
    DESCRIBED,
    /** Work was moved to another time. */
    MOVED,
    /** There is word of it. */
    TOLD,
    /** There is a way around it. */
    WORKAROUND,
    /** It is over. */
    ENDED,
    /** It was not over after all. */
    REOPENED,
    /** Work will not be done. */
    CANCELLED
}
