package dk.sagsflow.core.notification;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A message that is to be sent now. Immutable.
 *
 * @param message the message
 * @param attempt which attempt this is: 1 for the first
 * @param lastFailure how the attempt before ended; empty at the first
 */
public record QueuedMessage(OutgoingMessage message, int attempt, Optional<String> lastFailure) {
    /** Refuses null and an attempt before the first. */
    public QueuedMessage {
        requireNonNull(message, "message");
        requireNonNull(lastFailure, "lastFailure");
        checkArgument(attempt >= 1, "attempt at %s is %s, not 1 or more", message.id(), attempt);
    }
}
