package dk.sagsflow.core.competence;

/** How somebody stands with a competence, as the books of certification show it (R29). */
public enum CompetenceState {
    /** The certificate begins on a later day. */
    UNDER_WAY,
    /** The competence is held. */
    CERTIFIED,
    /** The certificate must be renewed, and does not count until it is. */
    DUE
}
