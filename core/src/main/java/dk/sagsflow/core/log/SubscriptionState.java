package dk.sagsflow.core.log;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How a subscription fares. Immutable.
 *
 * @param name the subscription
 * @param position how far it has come
 * @param lag how many steps it has not been handed yet
 * @param parked how many steps are parked
 * @param failures how often what comes next has failed so far
 * @param lastFailure how it failed last; empty if it did not
 * @param notBefore from when on it is tried again, if it failed
 */
public record SubscriptionState(
        SubscriptionName name,
        LogPosition position,
        long lag,
        int parked,
        int failures,
        Optional<String> lastFailure,
        Optional<Instant> notBefore) {
    /** Refuses null. */
    public SubscriptionState {
        requireNonNull(name, "name");
        requireNonNull(position, "position");
        requireNonNull(lastFailure, "lastFailure");
        requireNonNull(notBefore, "notBefore");
    }
}
