package dk.sagsflow.core.organisation;

/** What kind of people a support group holds. Kinds may be added in a minor release. */
public enum GroupKind {
    /** Part of the organisation itself. */
    INTERNAL,
    /** An outside supplier, bound by an underpinning contract. */
    SUPPLIER,
    /** Specialists in the business, whom purely business questions reach directly (R07). */
    BUSINESS_SPECIALISTS
}
