package dk.sagsflow.sla.clock;

import dk.sagsflow.core.cases.Station;
import dk.sagsflow.sla.agreement.ResidenceTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the clock of one visit to a group shows. Immutable.
 *
 * @param station where the case lay
 * @param visitBegan when it came there, inclusive
 * @param visitEnded when it left, or until when the clock was read, exclusive
 * @param target the limit
 * @param consumed the service time used, without holds that pause the clock
 * @param usedUpAt when the whole limit was used; empty if it was not
 */
public record ResidenceReading(
        Station station,
        Instant visitBegan,
        Instant visitEnded,
        ResidenceTarget target,
        Duration consumed,
        Optional<Instant> usedUpAt) {
    /** Whether more than the limit was used. */
    public boolean exceeded() {
        return consumed.compareTo(target.limit()) > 0;
    }
}
