package dk.sagsflow.knowledge.history;

/**
 * Something that happened to the knowledge of the organisation. Each subject has its own sealed kinds; whoever folds a log
 * passes over kinds that are none of its own. Immutable.
 */
public interface KnowledgeEvent {
    /** What it is about, when it was recorded, and who brought it about. */
    Stamp stamp();
}
