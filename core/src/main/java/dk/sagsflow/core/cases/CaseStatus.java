package dk.sagsflow.core.cases;

/** Where a case stands. */
public enum CaseStatus {
    /** A group has it, and nobody there has accepted it yet. */
    QUEUED,
    /** Somebody in the working group works on it. */
    IN_PROGRESS,
    /** It waits for somebody or something. */
    ON_HOLD,
    /** The customer has an answer; nobody works on it. */
    ANSWERED,
    /** It is over. */
    CLOSED
}
