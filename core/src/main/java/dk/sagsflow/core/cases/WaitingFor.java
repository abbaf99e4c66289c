package dk.sagsflow.core.cases;

/** What a case on hold waits for. */
public enum WaitingFor {
    /** The customer owes an answer. */
    CUSTOMER,
    /** A supplier owes something. */
    SUPPLIER,
    /** A change must be carried out first. */
    CHANGE,
    /** Something else, which the note names. */
    OTHER,
    /** A date, until which nothing can be done. */
    DATE
}
