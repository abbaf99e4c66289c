package dk.sagsflow.core.cases;

/** Who may read a note. */
public enum Visibility {
    /** Supporters. */
    INTERNAL,
    /** Supporters and the customer. */
    CUSTOMER
}
