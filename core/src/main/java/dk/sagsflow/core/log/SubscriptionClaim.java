package dk.sagsflow.core.log;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A subscription that one node works on. While the claim is in force nobody else gets it. Immutable.
 *
 * @param name the subscription
 * @param position how far it has come: what comes after is to be handled
 * @param fence tells this claim from earlier and later ones of the same subscription
 * @param attempt which attempt this is at what comes next: 1 for the first
 * @param lastFailure how the attempt before ended; empty at the first
 * @param until when the claim ends, exclusive, unless it is released before
 */
public record SubscriptionClaim(
        SubscriptionName name,
        LogPosition position,
        long fence,
        int attempt,
        Optional<String> lastFailure,
        Instant until) {
    /** Refuses null and an attempt before the first. */
    public SubscriptionClaim {
        requireNonNull(name, "name");
        requireNonNull(position, "position");
        requireNonNull(lastFailure, "lastFailure");
        requireNonNull(until, "until");
        checkArgument(attempt >= 1, "attempt of subscription %s is %s, not 1 or more", name, attempt);
    }
}
