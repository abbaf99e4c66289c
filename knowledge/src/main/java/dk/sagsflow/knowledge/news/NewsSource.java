package dk.sagsflow.knowledge.news;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import java.util.Optional;

/** A part of the knowledge base from which news comes. Safe for use by many threads. */
public interface NewsSource {
    /** The piece of news that there is from this event on, for the first time or again; empty if there is none. */
    Optional<NewsId> published(KnowledgeEvent event);

    /** A piece of news as it stands now; empty if it is none of these, or nobody is to be told of it any more. */
    Optional<NewsItem> find(NewsId id);

    /** Who asked for this piece itself, whatever topics they subscribe to, and is told at once if they may read it. */
    default ImmutableSet<ActorId> askedBy(NewsId id) {
        return ImmutableSet.of();
    }
}
