package dk.sagsflow.sla.clock;

import dk.sagsflow.sla.agreement.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How much of a budget a clock uses, and when an amount is used up. Immutable.
 *
 * @param target the target that holds at its end
 * @param first the first stretch that counts; the ones before belong to a clock that was restarted
 * @param since when that began
 * @param carried what earlier targets leave used, in time of this one
 * @param runs the times in which the clock was not paused
 */
record Consumption(Target target, int first, Instant since, Duration carried, Runs runs) {
    /** All service time used. */
    Duration consumed() {
        return carried.isZero() ? runs.total() : carried.plus(runs.total());
    }

    /** When this amount was used up; empty if it was not. */
    Optional<Instant> usedUpAt(Duration amount) {
        Duration left = amount.minus(carried);
        return left.isZero() || left.isNegative() ? Optional.of(since) : runs.usedUp(left, target.calendar());
    }
}
