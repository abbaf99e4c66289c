package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.ChangePolicy;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * How much of the budgets of the targets that may hold for a clock its stretches use, found stretch by stretch. Which target
 * holds is known at the end alone, so it is kept for all of them. Not thread-safe.
 */
final class Usage {
    /** About 73 years: a share that was exceeded many times over grows with each change of the budget, and stops here. */
    private static final BigInteger BEYOND_ALL_BUDGETS = BigInteger.valueOf(Long.MAX_VALUE / 4);

    private static final int NONE = -1;

    private final ImmutableList<Selected> candidates;
    /** Whether any of them may go on with, or without, what was used before it held. */
    private final boolean changes;
    /** For each of them that counts from the beginning, whatever held before. */
    private final Runs[] whole;

    /** Which of them held in the latest stretch. */
    private int held = NONE;
    /** How many stretches there were before it held, and when that was. */
    private int first;

    private Instant since = Instant.MAX;
    private Runs sinceHeld = Runs.NONE;
    /** What those that held before leave used, in time of the last of them. */
    private Duration used = Duration.ZERO;

    private int before = NONE;
    private int count;
    private Instant began = Instant.MAX;
    private Instant until = Instant.MAX;

    Usage(ImmutableList<Selected> candidates) {
        this.candidates = candidates;
        this.whole = new Runs[candidates.size()];
        Arrays.fill(whole, Runs.NONE);
        boolean some = false;
        for (int i = 0; i < candidates.size(); i++) {
            some |= !countsWhole(candidates.get(i));
        }
        this.changes = some;
    }

    Usage(Usage other) {
        this.candidates = other.candidates;
        this.changes = other.changes;
        this.whole = other.whole.clone();
        this.held = other.held;
        this.first = other.first;
        this.since = other.since;
        this.sinceHeld = other.sinceHeld;
        this.used = other.used;
        this.before = other.before;
        this.count = other.count;
        this.began = other.began;
        this.until = other.until;
    }

    private static boolean countsWhole(Selected candidate) {
        return candidate.agreement().onChange() == ChangePolicy.RECOMPUTE
                || candidate.target().budget() instanceof Budget.InWorkingDays;
    }

    /**
     * Goes on over one more stretch.
     *
     * @param suspended whether the span lets the clock stand in it
     */
    void add(Stretch stretch, boolean suspended) {
        Instant end = count == 0 ? stretch.from() : until;
        if (count == 0) {
            began = stretch.from();
        }
        for (int i = 0; i < whole.length; i++) {
            if (!changes || countsWhole(candidates.get(i))) {
                whole[i] = with(whole[i], i, stretch, end, suspended);
            }
        }
        if (changes) {
            hold(firstApplying(stretch.state()), stretch);
            sinceHeld = held == NONE ? Runs.NONE : with(sinceHeld, held, stretch, end, suspended);
        }
        count++;
        until = stretch.to();
    }

    private Runs with(Runs runs, int candidate, Stretch stretch, Instant end, boolean suspended) {
        Target target = candidates.get(candidate).target();
        return runs.with(
                stretch, end, suspended || pausedBy(target, stretch.state()).isPresent(), target.calendar());
    }

    private void hold(int candidate, Stretch stretch) {
        if (!sameTarget(candidate, held) || count == 0) {
            if (held != NONE) {
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

    private int firstApplying(SupportCase state) {
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).applies(state)) {
                return i;
            }
        }
        return NONE;
    }

    private boolean sameTarget(int one, int other) {
        return one == other
                || (one != NONE
                        && other != NONE
                        && candidates
                                .get(one)
                                .target()
                                .equals(candidates.get(other).target()));
    }

    /** What a target leaves used is the same share of the next one. */
    private Duration scaled(Duration amount, int from, Target to) {
        Optional<Duration> budgetBefore =
                from == NONE ? Optional.empty() : amount(candidates.get(from).target());
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

    static Optional<WaitingFor> pausedBy(Target target, SupportCase state) {
        Optional<SupportCase.Hold> hold = state.hold();
        return hold.isEmpty()
                ? Optional.empty()
                : hold.map(SupportCase.Hold::waitingFor).filter(target.pausedBy()::contains);
    }

    /** The target that holds if the case stands like this; empty if none does. */
    Optional<Selected> selected(SupportCase state) {
        return Selected.first(candidates, state);
    }

    /** Whether the target that held in the latest stretch holds as well if the case stands like this. */
    boolean goesOn(SupportCase state) {
        return !changes || count == 0 || sameTarget(firstApplying(state), held);
    }

    /** The {@link #consumption} after one more stretch, in which it {@link #goesOn}; this stays as it is. */
    Consumption consumptionOver(Selected selected, Stretch next, boolean suspended) {
        int candidate = candidates.indexOf(selected);
        Instant end = count == 0 ? next.from() : until;
        if (!changes || countsWhole(selected)) {
            Runs runs = with(whole[candidate], candidate, next, end, suspended);
            return whole(selected, count == 0 ? next.from() : began, runs.over(next.to(), calendar(selected)));
        }
        Runs runs = with(sinceHeld, candidate, next, end, suspended).over(next.to(), calendar(selected));
        return count == 0
                ? new Consumption(selected.target(), 0, next.from(), Duration.ZERO, runs)
                : new Consumption(selected.target(), first, since, carried(selected), runs);
    }

    private static Consumption whole(Selected selected, Instant began, Runs runs) {
        return new Consumption(selected.target(), 0, began, Duration.ZERO, runs);
    }

    /** What targets that held before leave used of this one. */
    private Duration carried(Selected selected) {
        return first == 0 || selected.agreement().onChange() == ChangePolicy.RESTART
                ? Duration.ZERO
                : scaled(used, before, selected.target());
    }

    private static ServiceCalendar calendar(Selected selected) {
        return selected.target().calendar();
    }

    /** What is used of the target that holds if the case stands like this, and when an amount was used up. */
    Consumption consumption(Selected selected) {
        Target target = selected.target();
        if (!changes || countsWhole(selected)) {
            return whole(selected, began, whole[candidates.indexOf(selected)].over(until, calendar(selected)));
        }
        return new Consumption(target, first, since, carried(selected), sinceHeld.over(until, target.calendar()));
    }
}
