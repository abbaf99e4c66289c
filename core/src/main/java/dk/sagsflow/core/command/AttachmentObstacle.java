package dk.sagsflow.core.command;

/** What is against a file that is to come with a case. Constants may be added. */
public enum AttachmentObstacle {
    /** The desk has no store for contents. */
    NO_STORE,
    /** It is too large. */
    TOO_LARGE,
    /** The case has as many as it may have. */
    TOO_MANY,
    /** Another content has the id. */
    ID_TAKEN,
    /** It came with the case already. */
    ATTACHED_ALREADY,
    /** It came with another case, with whose person it goes; hand it in again. */
    OF_ANOTHER_CASE,
    /** The store has no such content, or another one. */
    CONTENT_MISSING
}
