package dk.sagsflow.knowledge.operation;

import dk.sagsflow.core.bounds.Bounds;
import java.time.Instant;

/**
 * When work is done. Immutable.
 *
 * @param from when it begins, inclusive
 * @param until when it ends, exclusive
 */
public record WorkWindow(Instant from, Instant until) {
    /** Refuses instants out of bounds, and an end that is not after the beginning. */
    public WorkWindow {
        Bounds.instant("beginning of work", from);
        Bounds.instant("end of work", until);
        Bounds.require(from.isBefore(until), "work from %s ends at %s, which is not later", from, until);
    }
}
