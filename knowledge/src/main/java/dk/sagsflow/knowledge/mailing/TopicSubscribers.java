package dk.sagsflow.knowledge.mailing;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.topic.TopicId;
import java.time.Instant;

/** Knows who subscribes to a topic. Called on the thread of whoever asks for a list; safe for use by many threads. */
@FunctionalInterface
public interface TopicSubscribers {
    /** Who subscribed to this topic at this time. */
    ImmutableSet<ActorId> of(TopicId topic, Instant at);

    /** Nobody subscribes to anything. */
    static TopicSubscribers none() {
        return (topic, at) -> ImmutableSet.of();
    }
}
