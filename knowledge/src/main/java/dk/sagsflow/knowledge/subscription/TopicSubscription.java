package dk.sagsflow.knowledge.subscription;

import static java.util.Objects.requireNonNull;

/**
 * That somebody is told of a topic. Immutable.
 *
 * @param topic the topic
 * @param plan how, how soon and since when
 * @param mandatory whether they must be told of it
 */
public record TopicSubscription(Topic topic, SubscriptionPlan plan, boolean mandatory) {
    /** Refuses null. */
    public TopicSubscription {
        requireNonNull(topic, "topic");
        requireNonNull(plan, "plan");
    }
}
