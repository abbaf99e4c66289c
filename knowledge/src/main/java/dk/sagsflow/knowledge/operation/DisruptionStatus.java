package dk.sagsflow.knowledge.operation;

/** Where a disruption stands. */
public enum DisruptionStatus {
    /** It is planned. */
    ANNOUNCED,
    /** It goes on. */
    ONGOING,
    /** It is over. */
    OVER,
    /** It will not be. */
    CANCELLED
}
