package dk.sagsflow.knowledge.history;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.log.LogPosition;
import java.util.List;
import java.util.function.UnaryOperator;

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

    /**
     * Writes every event anew as this function gives it, of all histories, and stores this event in the same step: a person is
     * forgotten. Places in the log and numbers of events stay as they are; a history may be called otherwise afterwards. What
     * others store meanwhile may be left out.
     *
     * @param anew gives an event of the same number, for most of them the same; called in no order
     * @param then what is put on record of it
     */
    void rewrite(UnaryOperator<KnowledgeEvent> anew, KnowledgeEvent then);

    /** A store in memory, which ends with the process. */
    static KnowledgeStore inMemory() {
        return new InMemoryKnowledgeStore();
    }
}
