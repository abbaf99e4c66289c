package dk.sagsflow.sla.agreement;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;

/**
 * How long a case may lie with a group of a tier before it goes on (R16). Immutable.
 *
 * @param tier the tier that the target is for
 * @param limit the service time that a visit may take; using up exactly all of it is still met
 * @param calendar when the clock runs
 * @param pausedBy what a case on hold may wait for without the clock running
 */
public record ResidenceTarget(
        TierId tier, Duration limit, ServiceCalendar calendar, ImmutableSet<WaitingFor> pausedBy) {
    /** Refuses a limit that is not positive. */
    public ResidenceTarget {
        checkArgument(
                limit.compareTo(Duration.ZERO) > 0, "residence limit of tier %s is %s, not positive", tier, limit);
    }
}
