package dk.sagsflow.sla.clock;

import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.ChangePolicy;
import dk.sagsflow.sla.agreement.Target;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How much of a budget the stretches of a track use, and when an amount is used up.
 *
 * @param track what the clock runs over
 * @param target the target that holds at its end
 * @param first the first stretch that counts; the ones before belong to a clock that was restarted
 * @param carried what earlier targets leave used, in time of this one
 */
record Consumption(Track track, Target target, int first, Duration carried) {
    static Consumption of(Track track, Selected selected, Selection selection) {
        ChangePolicy policy = selected.agreement().onChange();
        if (policy == ChangePolicy.RECOMPUTE || selected.target().budget() instanceof Budget.InWorkingDays) {
            return new Consumption(track, selected.target(), 0, Duration.ZERO);
        }
        int first = firstUnder(selected.target(), track, selection);
        return first == 0 || policy == ChangePolicy.RESTART
                ? new Consumption(track, selected.target(), first, Duration.ZERO)
                : new Consumption(track, selected.target(), first, carried(track, selected.target(), first, selection));
    }

    /** The target that holds for a state of the case, if one does. */
    interface Selection {
        Optional<Selected> of(Track track, SupportCase state);
    }

    private static int firstUnder(Target target, Track track, Selection selection) {
        int first = track.stretches().size() - 1;
        while (first > 0
                && selection
                        .of(track, track.stretches().get(first - 1).state())
                        .map(Selected::target)
                        .equals(Optional.of(target))) {
            first--;
        }
        return first;
    }

    /** The share of each earlier budget that was used is used of the next one as well. */
    private static Duration carried(Track track, Target last, int first, Selection selection) {
        Duration used = Duration.ZERO;
        Optional<Target> before = Optional.empty();
        for (int i = 0; i < first; i++) {
            Stretch stretch = track.stretches().get(i);
            Optional<Target> target = selection.of(track, stretch.state()).map(Selected::target);
            if (target.isPresent()) {
                used = scaled(used, before, target.get()).plus(open(target.get(), stretch));
                before = target;
            }
        }
        return scaled(used, before, last);
    }

    private static Duration scaled(Duration used, Optional<Target> before, Target after) {
        Optional<Duration> from = before.flatMap(Consumption::amount);
        Optional<Duration> to = amount(after);
        return from.isEmpty() || to.isEmpty() || from.equals(to)
                ? used
                : Duration.ofNanos(BigInteger.valueOf(used.toNanos())
                        .multiply(BigInteger.valueOf(to.get().toNanos()))
                        .divide(BigInteger.valueOf(from.get().toNanos()))
                        .longValueExact());
    }

    private static Optional<Duration> amount(Target target) {
        return target.budget() instanceof Budget.ServiceTime time ? Optional.of(time.amount()) : Optional.empty();
    }

    private static Duration open(Target target, Stretch stretch) {
        return pausedBy(target, stretch.state()).isPresent()
                ? Duration.ZERO
                : target.calendar().openTime(stretch.from(), stretch.to());
    }

    static Optional<WaitingFor> pausedBy(Target target, SupportCase state) {
        return state.hold().map(SupportCase.Hold::waitingFor).filter(target.pausedBy()::contains);
    }

    /** All service time used. */
    Duration consumed() {
        Duration consumed = carried;
        for (int i = first; i < track.stretches().size(); i++) {
            consumed = consumed.plus(open(target, track.stretches().get(i)));
        }
        return consumed;
    }

    /** When this amount was used up; empty if it was not. */
    Optional<Instant> usedUpAt(Duration amount) {
        Duration left = amount.minus(carried);
        for (int i = first; i < track.stretches().size(); i++) {
            Stretch stretch = track.stretches().get(i);
            if (left.isZero() || left.isNegative()) {
                return Optional.of(stretch.from());
            }
            Duration open = open(target, stretch);
            if (open.compareTo(left) >= 0) {
                return target.calendar().due(stretch.from(), left).instant();
            }
            left = left.minus(open);
        }
        return Optional.empty();
    }

    /** Whether the clock would run on now, were the service open. */
    boolean running() {
        return track.current()
                && !track.ended()
                && pausedBy(target, track.state()).isEmpty();
    }
}
