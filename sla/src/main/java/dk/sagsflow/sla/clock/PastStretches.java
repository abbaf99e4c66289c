package dk.sagsflow.sla.clock;

import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import java.util.List;

/**
 * The stretches of a case that are over, or cut at the instant of a reading.
 *
 * @param stretches these and, it may be, later ones
 * @param count how many of them
 */
record PastStretches(List<Stretch> stretches, int count) {
    Stretch get(int place) {
        return stretches.get(place);
    }
}
