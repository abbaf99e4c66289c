package dk.sagsflow.core.cases;

/** Why a case was closed. */
public enum ClosingReason {
    /** The customer was content with the answer. */
    CONFIRMED,
    /** The customer said nothing against the answer in time. */
    UNANSWERED,
    /** It belongs to somebody outside the organisation, to whom the customer was guided (R11). */
    REFERRED,
    /** The customer no longer wants it. */
    WITHDRAWN,
    /** Another case, to which this one is linked, takes its place. */
    DUPLICATE
}
