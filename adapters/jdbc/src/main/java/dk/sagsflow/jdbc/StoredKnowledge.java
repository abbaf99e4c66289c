package dk.sagsflow.jdbc;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.jdbc.knowledge.JdbcKnowledge;
import dk.sagsflow.jdbc.knowledge.JoinedKnowledge;
import dk.sagsflow.knowledge.history.KnowledgeStore;

/**
 * What a knowledge base keeps, in the database of a {@link SagsflowStore}: {@code
 * KnowledgeBase.builder(…).withStore(StoredKnowledge.of(store))}. Needs {@code sagsflow-knowledge} on the class path, which a host
 * without a knowledge base leaves out.
 */
public final class StoredKnowledge {
    private StoredKnowledge() {}

    /** The knowledge in this database. Safe for use by many threads, and by many nodes. */
    public static KnowledgeStore of(SagsflowStore store) {
        return new JdbcKnowledge(requireNonNull(store, "store").transactions());
    }

    /**
     * The knowledge as a transaction of the host sees it, which was {@linkplain SagsflowStore#join joined}. What is stored in it is
     * committed by the host or not at all; a step that is refused leaves the rest. What others store meanwhile is not seen in its
     * log, and refuses what was decided without it. For a knowledge base of its own, which ends with the transaction, on the
     * thread that works in it.
     */
    public static KnowledgeStore within(SagsflowStore.JoinedTransaction joined) {
        return new JoinedKnowledge(requireNonNull(joined, "joined").transactions());
    }
}
