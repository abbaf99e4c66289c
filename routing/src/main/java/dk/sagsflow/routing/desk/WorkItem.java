package dk.sagsflow.routing.desk;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.view.CaseView;
import java.util.Optional;

/**
 * A case on a list of what is to be done (R14, R16). Immutable.
 *
 * @param current the case as whoever asked may see it
 * @param dueFirst of the limits of clocks that still go on, the one that is used up first, or was already; empty if none is,
 *     because nothing was promised or the case waits
 * @param exceeded whether a clock that still goes on is over its limit (R17)
 */
public record WorkItem(CaseView current, Optional<Agenda.Limit> dueFirst, boolean exceeded) {
    /** Refuses null. */
    public WorkItem {
        requireNonNull(current, "current");
        requireNonNull(dueFirst, "dueFirst");
    }
}
