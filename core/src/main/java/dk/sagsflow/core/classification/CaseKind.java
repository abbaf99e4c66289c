package dk.sagsflow.core.classification;

/** What kind of record a case is (ITIL). Kinds may be added in a minor release. */
public enum CaseKind {
    /** Unplanned interruption of a service, or loss of its quality. */
    INCIDENT,
    /** Agreed, routine request by a user; standard changes take this way too (R13). */
    SERVICE_REQUEST,
    /** Somebody wants to know something. */
    QUESTION,
    /** Addition, change or removal that can affect services (R10). */
    CHANGE_REQUEST
}
