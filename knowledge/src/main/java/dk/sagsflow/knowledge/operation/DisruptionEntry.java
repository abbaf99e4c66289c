package dk.sagsflow.knowledge.operation;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.audience.Readership;
import java.time.Instant;

/**
 * What happened to a disruption. Immutable.
 *
 * @param number the number of its event among those of the disruption
 * @param at when
 * @param by who brought it about
 * @param step what
 * @param text what was said; may be empty
 * @param readership for whom it was said
 */
public record DisruptionEntry(
        long number, Instant at, ActorId by, DisruptionStep step, String text, Readership readership) {
    /** Refuses null. */
    public DisruptionEntry {
        requireNonNull(at, "at");
        requireNonNull(by, "by");
        requireNonNull(step, "step");
        requireNonNull(text, "text");
        requireNonNull(readership, "readership");
    }
}
