package dk.sagsflow.sla.clock;

import dk.sagsflow.core.cases.Station;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Threshold;
import java.time.Instant;
import java.util.Optional;

/**
 * A clock went past a threshold. Immutable.
 *
 * @param id made of agreement, target, clock and threshold: the same whoever finds out, however often and late
 * @param selected the target, in the version of its agreement
 * @param clock the key of the clock
 * @param station whose clock it is; empty for clocks of the customer
 * @param threshold which
 * @param dueAt when its amount was used up
 * @param over whether the clock has stopped since, or the case has left where it ran, which raises no alarm
 *     any more: told by {@link EscalationPlan#unrecorded} alone, false otherwise
 * @param superseded whether a later threshold of the same clock was passed by then as well, whose actions say it all
 */
public record ThresholdPassing(
        String id,
        Selected selected,
        String clock,
        Optional<Station> station,
        Threshold threshold,
        Instant dueAt,
        boolean over,
        boolean superseded) {
    /** What the clock measures. */
    public Measure measure() {
        return selected.target().measure();
    }

    /** What the ids of all thresholds of its clock begin with. */
    String clockId() {
        return id.substring(0, id.lastIndexOf('/'));
    }

    ThresholdPassing asSuperseded() {
        return new ThresholdPassing(id, selected, clock, station, threshold, dueAt, over, true);
    }

    ThresholdPassing asOver() {
        return new ThresholdPassing(id, selected, clock, station, threshold, dueAt, true, superseded);
    }
}
