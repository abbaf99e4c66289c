package dk.sagsflow.core.conversation;

/** Who may read a note. */
public enum Visibility {
    /** Supporters. */
    INTERNAL,
    /** Supporters and the customer. */
    CUSTOMER
}
