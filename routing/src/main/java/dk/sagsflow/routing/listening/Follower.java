package dk.sagsflow.routing.listening;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.log.SubscriptionName;

/**
 * Somebody who follows the log. Immutable.
 *
 * @param name what the subscription is called in all of the store
 * @param start where it begins if the store does not know it yet
 * @param handler handles what is stored
 */
public record Follower(SubscriptionName name, SubscriptionStart start, JoiningHandler handler) {
    /** Refuses null. */
    public Follower {
        requireNonNull(name, "name");
        requireNonNull(start, "start");
        requireNonNull(handler, "handler");
    }
}
