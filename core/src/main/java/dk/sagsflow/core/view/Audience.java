package dk.sagsflow.core.view;

/** Whom a view of a case is for. */
public enum Audience {
    /** Customers, for their own cases (R19): what concerns them and what was said to them. */
    CUSTOMER,
    /** Superusers, for the cases of their unit (R03): the same, and what was said between them and the contact tier. */
    COLLEAGUE,
    /** Members of the contact tier and those beyond it, and programs that may read: everything. */
    OPERATOR
}
