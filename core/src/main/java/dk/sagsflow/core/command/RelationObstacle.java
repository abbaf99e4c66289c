package dk.sagsflow.core.command;

/** Why two cases cannot be related. Constants may be added. */
public enum RelationObstacle {
    /** A case is not related to itself. */
    ITSELF,
    /** They are related already. */
    RELATED_ALREADY,
    /** The case belongs to a major incident already. */
    BELONGS_TO_ANOTHER,
    /** The case is a major incident itself. */
    MAJOR_INCIDENT_ITSELF,
    /** The other case belongs to a major incident itself. */
    OTHER_BELONGS_TO_ANOTHER
}
