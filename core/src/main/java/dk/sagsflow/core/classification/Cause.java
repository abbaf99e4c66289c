package dk.sagsflow.core.classification;

/** Where what was reported comes from (R07, R11, R12). */
public enum Cause {
    /** Hardware, network, operation. */
    TECHNICAL,
    /** A fault in a supported system. */
    SYSTEM,
    /** Wrong use. */
    USER_ERROR,
    /** A question about the business, not about a system (R07). */
    BUSINESS,
    /** The IT of the customer, which others answer for (R11). */
    LOCAL_IT,
    /** Not placed yet; 1st level does not keep such incidents (R12). */
    UNKNOWN
}
