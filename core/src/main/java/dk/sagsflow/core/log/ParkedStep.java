package dk.sagsflow.core.log;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A step that a subscription could not handle and has gone past. It stays until somebody revives or drops it. Immutable.
 *
 * @param step what could not be handled
 * @param reason how the last attempt ended; {@code [erased]} once a case of the step was erased
 * @param since when it was parked
 * @param revived whether it is to be handled again
 */
public record ParkedStep(LoggedStep step, String reason, Instant since, boolean revived) {
    /** Refuses null. */
    public ParkedStep {
        requireNonNull(step, "step");
        requireNonNull(reason, "reason");
        requireNonNull(since, "since");
    }
}
