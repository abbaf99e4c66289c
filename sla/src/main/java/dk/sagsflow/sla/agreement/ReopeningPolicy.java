package dk.sagsflow.sla.agreement;

/** What a clock of the customer makes of a case that is reopened. The time in which it was answered never counts. */
public enum ReopeningPolicy {
    /** The clock goes on where it stopped. */
    CONTINUE,
    /** A new clock starts; what the one before showed stays. */
    NEW_CYCLE
}
