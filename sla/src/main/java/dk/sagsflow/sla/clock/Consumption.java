package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseTimeline.Stretch;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.ChangePolicy;
import dk.sagsflow.sla.agreement.Target;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much of a budget the stretches of a track use, and when an amount is used up.
 *
 * @param track what the clock runs over
 * @param target the target that holds at its end
 * @param first the first stretch that counts; the ones before belong to a clock that was restarted
 * @param carried what earlier targets leave used, in time of this one
 * @param runs the times in which the clock was not paused
 */
record Consumption(Track track, Target target, int first, Duration carried, ImmutableList<Run> runs) {
    /** About 73 years: a share that was exceeded many times over grows with each change of the budget, and stops here. */
    private static final BigInteger BEYOND_ALL_BUDGETS = BigInteger.valueOf(Long.MAX_VALUE / 4);

    /** A time in which a clock was not paused, as long as possible, and how much of it was open. */
    record Run(Instant from, Instant to, Duration open) {}

    /**
     * What a track uses.
     *
     * @param selected the target that holds at its end
     * @param candidates the targets that may have held before
     */
    static Consumption of(Track track, Selected selected, ImmutableList<Selected> candidates) {
        ChangePolicy policy = selected.agreement().onChange();
        if (policy == ChangePolicy.RECOMPUTE || selected.target().budget() instanceof Budget.InWorkingDays) {
            return of(track, selected.target(), 0, Duration.ZERO);
        }
        int first = firstUnder(selected.target(), track, candidates);
        return first == 0 || policy == ChangePolicy.RESTART
                ? of(track, selected.target(), first, Duration.ZERO)
                : of(track, selected.target(), first, carried(track, selected.target(), first, candidates));
    }

    private static Consumption of(Track track, Target target, int first, Duration carried) {
        return new Consumption(track, target, first, carried, runs(track, target, first));
    }

    private static int firstUnder(Target target, Track track, ImmutableList<Selected> candidates) {
        int first = track.stretches().size() - 1;
        while (first > 0 && holds(target, candidates, track.stretches().get(first - 1))) {
            first--;
        }
        return first;
    }

    private static boolean holds(Target target, ImmutableList<Selected> candidates, Stretch stretch) {
        return Selected.first(candidates, stretch.state())
                .filter(selected -> selected.target().equals(target))
                .isPresent();
    }

    private static ImmutableList<Run> runs(Track track, Target target, int first) {
        ImmutableList.Builder<Run> runs = ImmutableList.builder();
        List<Stretch> stretches = track.stretches();
        int next = first;
        while (next < stretches.size()) {
            int begin = next++;
            if (!stands(track, target, stretches.get(begin))) {
                while (next < stretches.size() && goesOn(track, target, stretches.get(next - 1), stretches.get(next))) {
                    next++;
                }
                Instant from = stretches.get(begin).from();
                Instant to = stretches.get(next - 1).to();
                runs.add(new Run(from, to, target.calendar().openTime(from, to)));
            }
        }
        return runs.build();
    }

    private static boolean goesOn(Track track, Target target, Stretch one, Stretch next) {
        return one.to().equals(next.from()) && !stands(track, target, next);
    }

    /** The share of each earlier budget that was used is used of the next one as well. */
    private static Duration carried(Track track, Target last, int first, ImmutableList<Selected> candidates) {
        Duration used = Duration.ZERO;
        Optional<Target> before = Optional.empty();
        for (int i = 0; i < first; i++) {
            Stretch stretch = track.stretches().get(i);
            Optional<Target> target =
                    Selected.first(candidates, stretch.state()).map(Selected::target);
            if (target.isPresent()) {
                used = scaled(used, before, target.get()).plus(open(track, target.get(), stretch));
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
                        .min(BEYOND_ALL_BUDGETS)
                        .longValueExact());
    }

    private static Optional<Duration> amount(Target target) {
        return target.budget() instanceof Budget.ServiceTime time ? Optional.of(time.amount()) : Optional.empty();
    }

    private static Duration open(Track track, Target target, Stretch stretch) {
        return stands(track, target, stretch)
                ? Duration.ZERO
                : target.calendar().openTime(stretch.from(), stretch.to());
    }

    private static boolean stands(Track track, Target target, Stretch stretch) {
        return track.suspendedBy(stretch).isPresent()
                || pausedBy(target, stretch.state()).isPresent();
    }

    static Optional<WaitingFor> pausedBy(Target target, SupportCase state) {
        Optional<SupportCase.Hold> hold = state.hold();
        return hold.isEmpty()
                ? Optional.empty()
                : hold.map(SupportCase.Hold::waitingFor).filter(target.pausedBy()::contains);
    }

    /** All service time used. */
    Duration consumed() {
        Duration consumed = carried;
        for (Run run : runs) {
            consumed = consumed.plus(run.open());
        }
        return consumed;
    }

    /** When this amount was used up; empty if it was not. */
    Optional<Instant> usedUpAt(Duration amount) {
        Duration left = amount.minus(carried);
        if (left.isZero() || left.isNegative()) {
            return Optional.of(track.stretches().get(first).from());
        }
        for (Run run : runs) {
            if (run.open().compareTo(left) >= 0) {
                return target.calendar().due(run.from(), left).instant();
            }
            left = left.minus(run.open());
        }
        return Optional.empty();
    }

    /** Whether the clock would run on now, were the service open. */
    boolean running() {
        return track.current() && !track.ended() && !stands(track, target, track.last());
    }
}
