package dk.sagsflow.knowledge.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How somebody is told of a topic. Immutable.
 *
 * @param channel how
 * @param rhythm how soon
 * @param since of what was published from then on, inclusive
 */
public record SubscriptionPlan(NoticeChannel channel, Rhythm rhythm, Instant since) {
    /** Refuses null. */
    public SubscriptionPlan {
        requireNonNull(channel, "channel");
        requireNonNull(rhythm, "rhythm");
        requireNonNull(since, "since");
    }
}
