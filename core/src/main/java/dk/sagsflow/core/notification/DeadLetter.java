package dk.sagsflow.core.notification;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A notification that was given up after failing too often. It stays until somebody puts it back or drops it. Immutable.
 *
 * @param notification what was to be sent
 * @param attempts how often it was tried
 * @param lastFailure how the last attempt ended
 * @param since when it was given up
 */
public record DeadLetter(Notification notification, int attempts, String lastFailure, Instant since) {
    /** Refuses null. */
    public DeadLetter {
        requireNonNull(notification);
        requireNonNull(lastFailure);
        requireNonNull(since);
    }
}
