package dk.sagsflow.core.repository;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.time.Instant;

/**
 * What keeps a notification from being sent.
 *
 * @param until when it ends, exclusive
 * @param notBefore if it is earlier than this, the clock was set back, and the hold would last longer than it was meant to
 */
record OutboxHold(Instant until, Instant notBefore) {
    /** A hold from one instant to another, and no longer than that even if the clock is set back. */
    static OutboxHold between(Instant from, Instant until) {
        checkArgument(!until.isBefore(from), "a hold from %s ends at %s, which is before", from, until);
        Duration length = Duration.between(from, until);
        boolean near = Duration.between(Instant.MIN, from).compareTo(length) < 0;
        return new OutboxHold(until, near ? Instant.MIN : from.minus(length));
    }

    /** A hold until an instant, whatever becomes of the clock. */
    static OutboxHold until(Instant opening) {
        return new OutboxHold(opening, Instant.MIN);
    }

    boolean inForce(Instant now) {
        return now.isBefore(until) && !now.isBefore(notBefore);
    }
}
