package dk.sagsflow.core.notification;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A message that was given up after failing too often. It stays until somebody puts it back or drops it. Immutable.
 *
 * @param message what was to be sent
 * @param attempts how often it was tried
 * @param lastFailure how the last attempt ended
 * @param since when it was given up
 */
public record DeadLetter(OutgoingMessage message, int attempts, String lastFailure, Instant since) {
    /** Refuses null. */
    public DeadLetter {
        requireNonNull(message, "message");
        requireNonNull(lastFailure, "lastFailure");
        requireNonNull(since, "since");
    }
}
