package dk.sagsflow.knowledge.news;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.knowledge.topic.TopicId;

/**
 * A piece of news as it stands now. Immutable.
 *
 * @param id what it is called
 * @param audience whom it is for
 * @param topics what it is about
 * @param words what it says
 */
public record NewsItem(NewsId id, NewsAudience audience, ImmutableSet<TopicId> topics, NewsWords words) {
    /** Refuses null. */
    public NewsItem {
        requireNonNull(id, "id");
        requireNonNull(audience, "audience");
        requireNonNull(topics, "topics");
        requireNonNull(words, "words");
    }
}
