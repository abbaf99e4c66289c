package dk.sagsflow.knowledge.forum;

import dk.sagsflow.knowledge.article.Articles;
import dk.sagsflow.knowledge.audience.Readers;
import dk.sagsflow.knowledge.editing.Editing;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.subscription.Topics;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.immutables.value.Value;

/** What a forum is put together from, by the knowledge base. Immutable. */
@Value.Immutable
public interface ForumParts {
    /** Where everything is kept. */
    KnowledgeStore store();

    /** What is made of threads. */
    Articles articles();

    /** Who may read what. */
    Readers readers();

    /** Who moderates. */
    Editing editing();

    /** The topics that are watched. */
    Topics topics();

    /** Where the time comes from. */
    InstantSource clock();

    /** Where threads have their ids from, each another. */
    Supplier<ThreadId> ids();

    /** A builder; all of it is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds parts. Not thread-safe. */
    final class Builder extends ImmutableForumParts.Builder {
        Builder() {}
    }
}
