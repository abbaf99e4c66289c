package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.ChangePolicy;
import dk.sagsflow.sla.agreement.Target;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What targets that held for a clock one after the other leave used of the next one, found stretch by stretch. Not
 * thread-safe.
 */
final class Succession {
    /** About 73 years: a share that was exceeded many times over grows with each change of the budget, and stops here. */
    private static final BigInteger BEYOND_ALL_BUDGETS = BigInteger.valueOf(Long.MAX_VALUE / 4);

    private final ImmutableList<Selected> candidates;
    /** Which of them held in the latest stretch. */
    private int held = Usage.NONE;
    /** How many stretches there were before it held, and when that was. */
    private int first;

    private Instant since = Instant.MAX;
    private Runs sinceHeld = Runs.NONE;
    /** What those that held before leave used, in time of the last of them. */
    private Duration used = Duration.ZERO;

    private int before = Usage.NONE;
    private int count;

    Succession(ImmutableList<Selected> candidates) {
        this.candidates = candidates;
    }

    Succession copy() {
        Succession copy = new Succession(candidates);
        copy.held = held;
        copy.first = first;
        copy.since = since;
        copy.sinceHeld = sinceHeld;
        copy.used = used;
        copy.before = before;
        copy.count = count;
        return copy;
    }

    /**
     * Goes on over stretches.
     *
     * @param until when the one before them ended
     * @param suspended whether the span lets the clock stand in them
     */
    void count(PastStretches past, TrackPlaces part, Instant until, boolean suspended) {
        Instant end = until;
        for (int place = part.from(); place < part.to(); place++) {
            Stretch stretch = past.get(place);
            hold(Usage.firstApplying(candidates, stretch.state()), stretch, end);
            if (held != Usage.NONE) {
                Target target = candidates.get(held).target();
                boolean stands = suspended || Usage.stands(target, stretch.state());
                sinceHeld = sinceHeld.with(stretch, end, stands, target.calendar());
            }
            count++;
            end = stretch.to();
        }
    }

    private void hold(int candidate, Stretch stretch, Instant until) {
        if (!sameTarget(candidate, held) || count == 0) {
            if (held != Usage.NONE) {
                Target left = candidates.get(held).target();
                used = scaled(used, before, left)
                        .plus(sinceHeld.over(until, left.calendar()).total());
                before = held;
            }
            first = count;
            since = stretch.from();
            sinceHeld = Runs.NONE;
        }
        held = candidate;
    }

    private boolean sameTarget(int one, int other) {
        return one == other
                || (one != Usage.NONE
                        && other != Usage.NONE
                        && candidates
                                .get(one)
                                .target()
                                .equals(candidates.get(other).target()));
    }

    /** What a target leaves used is the same share of the next one. */
    private Duration scaled(Duration amount, int from, Target to) {
        Optional<Duration> budgetBefore = from == Usage.NONE
                ? Optional.empty()
                : amount(candidates.get(from).target());
        Optional<Duration> budgetAfter = amount(to);
        return budgetBefore.isEmpty() || budgetAfter.isEmpty() || budgetBefore.equals(budgetAfter)
                ? amount
                : Duration.ofNanos(BigInteger.valueOf(amount.toNanos())
                        .multiply(BigInteger.valueOf(budgetAfter.get().toNanos()))
                        .divide(BigInteger.valueOf(budgetBefore.get().toNanos()))
                        .min(BEYOND_ALL_BUDGETS)
                        .longValueExact());
    }

    private static Optional<Duration> amount(Target target) {
        return target.budget() instanceof Budget.ServiceTime time ? Optional.of(time.amount()) : Optional.empty();
    }

    /** What is used of the target that held in the latest stretch, which ended then. */
    Consumption consumption(Selected selected, Instant until) {
        Duration carried = first == 0 || selected.agreement().onChange() == ChangePolicy.RESTART
                ? Duration.ZERO
                : scaled(used, before, selected.target());
        Runs runs = sinceHeld.over(until, selected.target().calendar());
        return new Consumption(selected.target(), first, since, carried, runs);
    }
}
