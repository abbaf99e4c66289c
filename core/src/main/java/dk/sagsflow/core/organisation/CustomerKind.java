package dk.sagsflow.core.organisation;

/** What kind of customer asks. Kinds may be added in a minor release. */
public enum CustomerKind {
    /** Speaks for the colleagues of a unit and registers their cases in the helpdesk (R02, R03). */
    SUPERUSER,
    /** A citizen, who comes by telephone and mail. */
    CITIZEN,
    /** A company, which comes by telephone and mail. */
    COMPANY,
    /** Anyone else. */
    OTHER
}
