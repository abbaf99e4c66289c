package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.clock.Clocks.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which thresholds the clocks of a case go past, and when: a pure function of history, agreements and a span of time. A
 * threshold is passed once, in the span that holds the moment at which more than its amount is used up; so spans that
 * follow one another find together what one span over all of them finds. What was passed before a case was brought along
 * from elsewhere is left out. Immutable.
 */
public final class EscalationPlan {
    private static final Comparator<ThresholdPassing> FIRST_DUE_FIRST =
            Comparator.comparing(ThresholdPassing::dueAt).thenComparing(ThresholdPassing::id);

    private static final Duration ALL_PASSED = Duration.ofNanos(-1);

    private final Clocks clocks;

    /** The plan that these clocks follow. */
    public EscalationPlan(Clocks clocks) {
        this.clocks = clocks;
    }

    /**
     * What is passed within a span, the first due first. Of several thresholds of one clock, all but the last are marked
     * as superseded: an outage is caught up with once.
     *
     * @param fromExclusive up to when thresholds were seen to
     * @param toInclusive until when they are now
     */
    public ImmutableList<ThresholdPassing> between(CaseHistory history, Instant fromExclusive, Instant toInclusive) {
        Map<String, ThresholdPassing> passed = passed(history, toInclusive);
        passed.keySet().removeAll(passed(history, fromExclusive).keySet());
        return caughtUp(judged(history, passed));
    }

    /** What was passed before a case was brought along is nobody's business here. */
    private static Map<String, ThresholdPassing> judged(CaseHistory history, Map<String, ThresholdPassing> passed) {
        return history.latest().importedAt().isEmpty()
                ? passed
                : Maps.filterValues(passed, passing -> isJudged(history, passing));
    }

    private static boolean isJudged(CaseHistory history, ThresholdPassing passing) {
        return history.latest().importedAt().filter(passing.dueAt()::isAfter).isPresent()
                || history.latest().importedAt().isEmpty();
    }

    private static ImmutableList<ThresholdPassing> caughtUp(Map<String, ThresholdPassing> passed) {
        Map<String, ThresholdPassing> last = new LinkedHashMap<>();
        for (ThresholdPassing passing : passed.values()) {
            last.merge(passing.clockId(), passing, EscalationPlan::later);
        }
        return passed.values().stream()
                .map(passing -> passing.equals(last.get(passing.clockId())) ? passing : passing.asSuperseded())
                .sorted(FIRST_DUE_FIRST)
                .collect(ImmutableList.toImmutableList());
    }

    /** Everything passed until an instant, inclusive. */
    public ImmutableList<ThresholdPassing> until(CaseHistory history, Instant toInclusive) {
        return caughtUp(judged(history, passed(history, toInclusive)));
    }

    /**
     * Everything passed until an instant that the history does not have on record, the first due first. It costs no more if much
     * happened to the case before.
     */
    public ImmutableList<ThresholdPassing> unrecorded(CaseHistory history, Instant now) {
        Passings.Unrecorded unrecorded = unrecordedAt(history, now);
        List<ThresholdPassing> late = new ArrayList<>();
        for (ThresholdPassing passing : unrecorded.all()) {
            if (isJudged(history, passing)) {
                Optional<ThresholdPassing> last = unrecorded.ofClock(passing).stream()
                        .filter(other -> isJudged(history, other))
                        .reduce(EscalationPlan::later);
                late.add(last.filter(passing::equals).isPresent() ? passing : passing.asSuperseded());
            }
        }
        late.sort(FIRST_DUE_FIRST);
        return late.isEmpty() ? ImmutableList.of() : told(late, goingOn(history, now));
    }

    private static ImmutableList<ThresholdPassing> told(List<ThresholdPassing> late, ImmutableSet<String> goingOn) {
        return late.stream()
                .map(passing ->
                        goingOn.contains(passing.measure() + "/" + passing.clock()) ? passing : passing.asOver())
                .collect(ImmutableList.toImmutableList());
    }

    /** The clocks that the case is where they run: neither stopped nor left behind. */
    private ImmutableSet<String> goingOn(CaseHistory history, Instant now) {
        return clocks.open(history, now).stream()
                .map(Running::track)
                .filter(Track::current)
                .map(track -> track.measure() + "/" + track.key())
                .collect(ImmutableSet.toImmutableSet());
    }

    private Passings.Unrecorded unrecordedAt(CaseHistory history, Instant now) {
        return clocks.walked(history, now).passings().unrecorded(clocks.latest(history, now));
    }

    /**
     * The first instant after this one at which a threshold is passed if nothing happens to the case before; empty if
     * none is.
     */
    public Optional<Instant> next(CaseHistory history, Instant now) {
        return next(clocks.toCome(history, now), unrecordedAt(history, now)::isPassed, now);
    }

    /**
     * The first instant, past or to come, at which a threshold is passed that the history does not have on record, if nothing
     * happens to the case before; empty if none is. It costs no more if much happened to the case before.
     */
    public Optional<Instant> nextUnrecorded(CaseHistory history, Instant now) {
        Passings.Unrecorded unrecorded = unrecordedAt(history, now);
        Optional<Instant> first = Optional.empty();
        for (ThresholdPassing passing : unrecorded.all()) {
            if (isJudged(history, passing)) {
                first = earlier(first, Optional.of(noticedFrom(passing)));
            }
        }
        return first.isPresent() ? first : next(clocks.toCome(history, now), unrecorded::isPassed, now);
    }

    /**
     * The first instant, past or to come, at which a threshold is passed that is not among these, if nothing happens to the case
     * before; empty if none is.
     *
     * @param recorded the ids of those that are not asked for, whatever the history has on record
     */
    public Optional<Instant> nextUnrecorded(CaseHistory history, Set<String> recorded, Instant now) {
        Map<String, ThresholdPassing> passed = passed(history, now);
        return judged(history, passed).values().stream()
                .filter(passing -> !recorded.contains(passing.id()))
                .map(EscalationPlan::noticedFrom)
                .min(Comparator.naturalOrder())
                .or(() -> next(clocks.toCome(history, now), passed::containsKey, now));
    }

    private static Instant noticedFrom(ThresholdPassing passing) {
        return passing.dueAt().plusNanos(1);
    }

    /** Only a clock that starts again, or goes on with a share, may come to a threshold that it passed before. */
    private static Optional<Instant> next(ImmutableList<Running> running, Predicate<String> passed, Instant now) {
        boolean mayPassAgain = mayPassAgain(running);
        Optional<Instant> first = Optional.empty();
        for (Running clock : running) {
            ImmutableList<Threshold> thresholds = clock.selected().target().thresholds();
            if (thresholds.isEmpty()) {
                continue;
            }
            List<Threshold> left = !mayPassAgain
                    ? thresholds
                    : thresholds.stream()
                            .filter(threshold -> !passed.test(Passings.id(clock, threshold)))
                            .toList();
            first = earlier(first, next(clock, left, now));
        }
        return first;
    }

    private static boolean mayPassAgain(ImmutableList<Running> running) {
        for (Running clock : running) {
            if (clock.consumption().first() > 0) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || (other.isPresent() && other.get().isBefore(one.get())) ? other : one;
    }

    /** More than the amount must be used up, so it is the moment after. */
    private static Optional<Instant> next(Running clock, List<Threshold> thresholds, Instant now) {
        Target target = clock.selected().target();
        if (!(target.budget() instanceof Budget.ServiceTime time)) {
            return thresholds.isEmpty() || clock.track().ended()
                    ? Optional.empty()
                    : Passings.dueInWorkingDays(clock)
                            .map(due -> due.plusNanos(1))
                            .filter(now::isBefore);
        }
        Duration least =
                leastLeft(thresholds, time.amount(), clock.consumption().consumed());
        Optional<Instant> from = clock.running() ? Optional.of(clock.track().until()) : clock.runsAgainFrom();
        if (least.isNegative() || from.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> next =
                target.calendar().due(from.get(), least.plusNanos(1)).instant();
        return next.filter(instant -> !clock.standsFrom().map(instant::isAfter).orElse(false));
    }

    /** How much is left until the first of these that is not passed; negative if all of them are. */
    private static Duration leastLeft(List<Threshold> thresholds, Duration budget, Duration consumed) {
        Duration least = ALL_PASSED;
        for (int i = 0; i < thresholds.size(); i++) {
            Duration amount = thresholds.get(i).at().of(budget);
            if (amount.compareTo(consumed) >= 0) {
                Duration left = amount.minus(consumed);
                least = least.isNegative() || left.compareTo(least) < 0 ? left : least;
            }
        }
        return least;
    }

    /** Everything passed at any time until an instant. */
    private Map<String, ThresholdPassing> passed(CaseHistory history, Instant until) {
        return clocks.walked(history, until).passings().all(clocks.latest(history, until));
    }

    private static ThresholdPassing later(ThresholdPassing one, ThresholdPassing other) {
        return other.dueAt().isBefore(one.dueAt()) ? one : other;
    }
}
