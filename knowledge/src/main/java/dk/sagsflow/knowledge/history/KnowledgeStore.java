package dk.sagsflow.knowledge.history;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.log.LogPosition;
import java.util.List;

/**
 * Where the events of a knowledge base are kept: the histories of its records, and one log over all of them. Called on the
 * threads of those who use the knowledge base. What it throws reaches them and leaves everything as it was. What becomes
 * visible later has a later position. Implementations are safe for use by many threads, and by many nodes if they outlive one.
 */
public interface KnowledgeStore {
    /**
     * Stores these events in one step: all of them or none.
     *
     * @param events at least one; those of one record with numbers that follow on what it has
     * @throws StaleRecordException if a record has gone on meanwhile
     */
    void append(List<? extends KnowledgeEvent> events);

    /** The history of a record, in order; nothing if there is none. */
    ImmutableList<KnowledgeEvent> history(RecordId record);

    /** Before the first step. */
    LogPosition beginning();

    /**
     * The steps after this position, in order.
     *
     * @param limit how many, at most; 1 or more
     * @throws IllegalArgumentException if the position is none of this store
     */
    ImmutableList<KnowledgeStep> after(LogPosition position, int limit);

    /** A store in memory, which ends with the process. */
    static KnowledgeStore inMemory() {
        return new InMemoryKnowledgeStore();
    }
}
