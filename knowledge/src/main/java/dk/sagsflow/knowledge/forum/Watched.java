package dk.sagsflow.knowledge.forum;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.knowledge.topic.TopicId;

/**
 * What somebody watches in the forum. Immutable.
 *
 * @param threads the threads: those that they said, and those in which they wrote
 * @param topics the topics
 */
public record Watched(ImmutableSet<ThreadId> threads, ImmutableSet<TopicId> topics) {
    /** Refuses null. */
    public Watched {
        requireNonNull(threads, "threads");
        requireNonNull(topics, "topics");
    }
}
