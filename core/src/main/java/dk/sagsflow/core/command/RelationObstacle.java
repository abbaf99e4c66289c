package dk.sagsflow.core.command;

/** Why two cases cannot be related, or not be unrelated. Constants may be added. */
public enum RelationObstacle {
    /** A case is not related to itself. */
    ITSELF,
    /** They are related already. */
    RELATED_ALREADY,
    /** The case belongs to a major incident already. */
    BELONGS_TO_ANOTHER,
    /** The case is a duplicate of another already. */
    DUPLICATE_OF_ANOTHER,
    /** The other case belongs to this one, is a duplicate of it or comes from it, however many lie between. */
    CIRCLE,
    /** The other case ended without an answer, so there is none to wait for. */
    ENDED_WITHOUT_ANSWER,
    /** They are not related like that. */
    NOT_RELATED,
    /** There is no such other case; what is brought along comes after the cases that it is related to. */
    MISSING
}
