package dk.sagsflow.core.notification;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A notification that somebody took out of an {@link Outbox} to send it. While the claim is in force nobody else gets it,
 * nor anything later to the same recipient about the same case. Immutable.
 *
 * @param notification what is to be sent
 * @param claim tells this claim from earlier and later ones of the same notification
 * @param attempt which attempt this is: 1 for the first
 * @param lastFailure how the attempt before ended; empty at the first
 * @param until when the claim ends, exclusive, unless its holder says before what came of it
 */
public record ClaimedNotification(
        Notification notification, long claim, int attempt, Optional<String> lastFailure, Instant until) {
    /** Refuses null and an attempt before the first. */
    public ClaimedNotification {
        requireNonNull(notification);
        requireNonNull(lastFailure);
        requireNonNull(until);
        checkArgument(attempt >= 1, "attempt at %s is %s, not 1 or more", notification.id(), attempt);
    }
}
