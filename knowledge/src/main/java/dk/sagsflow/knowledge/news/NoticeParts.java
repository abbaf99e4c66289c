package dk.sagsflow.knowledge.news;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.knowledge.audience.Readers;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.subscription.TopicSubscriptions;
import java.time.InstantSource;
import java.util.Optional;
import org.immutables.value.Value;

/** What notices are put together from, by the knowledge base. Immutable. */
@Value.Immutable
public interface NoticeParts {
    /** Where everything is kept. */
    KnowledgeStore store();

    /** Who may read what. */
    Readers readers();

    /** Who wants to be told. */
    TopicSubscriptions subscriptions();

    /** Where news comes from. */
    ImmutableList<NewsSource> sources();

    /** Where the time comes from. */
    InstantSource clock();

    /** How news is mailed. */
    NewsMail mail();

    /** Where notices go; empty if the host delivers them itself. */
    Optional<NoticePost> post();

    /** A builder; all but the post is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds parts. Not thread-safe. */
    final class Builder extends ImmutableNoticeParts.Builder {
        Builder() {}
    }
}
