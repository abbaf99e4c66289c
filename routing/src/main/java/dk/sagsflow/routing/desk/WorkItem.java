package dk.sagsflow.routing.desk;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.sla.clock.ClockReading;
import java.util.Optional;

/**
 * A case on a list of what is to be done (R14, R16). Immutable.
 *
 * @param current the case as it stands
 * @param dueFirst of its clocks that still go on, the one that is due first, which may be over its limit already; empty if
 *     none is due, because nothing was promised or the case waits
 */
public record WorkItem(SupportCase current, Optional<ClockReading> dueFirst) {
    /** Refuses null. */
    public WorkItem {
        requireNonNull(current);
        requireNonNull(dueFirst);
    }
}
