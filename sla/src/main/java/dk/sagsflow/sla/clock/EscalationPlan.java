package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseTimeline;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.clock.Clocks.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which thresholds the clocks of a case go past, and when: a pure function of history, agreements and a span of time. A
 * threshold is passed once, in the span that holds the moment at which more than its amount is used up; so spans that
 * follow one another find together what one span over all of them finds. What was passed before a case was brought along
 * from elsewhere is left out. Immutable.
 */
public final class EscalationPlan {
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
        Optional<Instant> imported = history.latest().importedAt();
        return imported.isEmpty()
                ? passed
                : Maps.filterValues(passed, passing -> passing.dueAt().isAfter(imported.get()));
    }

    private static ImmutableList<ThresholdPassing> caughtUp(Map<String, ThresholdPassing> passed) {
        Map<String, ThresholdPassing> last = new LinkedHashMap<>();
        for (ThresholdPassing passing : passed.values()) {
            last.merge(clock(passing), passing, EscalationPlan::later);
        }
        return passed.values().stream()
                .map(passing -> passing.equals(last.get(clock(passing))) ? passing : passing.asSuperseded())
                .sorted(Comparator.comparing(ThresholdPassing::dueAt).thenComparing(ThresholdPassing::id))
                .collect(ImmutableList.toImmutableList());
    }

    /** Everything passed until an instant, inclusive. */
    public ImmutableList<ThresholdPassing> until(CaseHistory history, Instant toInclusive) {
        ImmutableList<ThresholdPassing> passed = caughtUp(judged(history, passed(history, toInclusive)));
        if (passed.isEmpty()) {
            return passed;
        }
        ImmutableSet<String> goingOn = clocks.goingOn(history, toInclusive);
        return passed.stream()
                .map(passing ->
                        goingOn.contains(passing.measure() + "/" + passing.clock()) ? passing : passing.asOver())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The first instant after this one at which a threshold is passed if nothing happens to the case before; empty if
     * none is.
     */
    public Optional<Instant> next(CaseHistory history, Instant now) {
        ImmutableList<Running> running = clocks.running(history, now);
        return next(
                running, mayPassAgain(running) ? passed(history, now, running).keySet() : Set.of(), now);
    }

    /**
     * The first instant, past or to come, at which a threshold is passed that is not on record, if nothing happens to the
     * case before; empty if none is.
     *
     * @param recorded the ids of what is on record
     */
    public Optional<Instant> nextUnrecorded(CaseHistory history, Set<String> recorded, Instant now) {
        ImmutableList<Running> running = clocks.running(history, now);
        Map<String, ThresholdPassing> passed = passed(history, now, running);
        Optional<Instant> late = unrecorded(judged(history, passed), recorded);
        return late.isPresent() ? late : next(running, mayPassAgain(running) ? passed.keySet() : Set.of(), now);
    }

    /**
     * The same, if everything that was passed before this instant is on record: then only the clocks that have not stopped
     * need be looked at, and only as they stand.
     *
     * @param recorded the ids of what is on record
     */
    public Optional<Instant> nextUnrecordedFrom(CaseHistory history, Set<String> recorded, Instant now) {
        ImmutableList<Running> open = clocks.open(history, now);
        Map<String, ThresholdPassing> passed = new LinkedHashMap<>();
        addPassed(open, passed);
        Optional<Instant> late = unrecorded(judged(history, passed), recorded);
        return late.isPresent()
                ? late
                : next(open, mayPassAgain(open) ? Sets.union(recorded, passed.keySet()) : Set.of(), now);
    }

    private static Optional<Instant> unrecorded(Map<String, ThresholdPassing> passed, Set<String> recorded) {
        return passed.values().stream()
                .filter(passing -> !recorded.contains(passing.id()))
                .map(passing -> passing.dueAt().plusNanos(1))
                .min(Comparator.naturalOrder());
    }

    /** Only a clock that starts again, or goes on with a share, may come to a threshold that it passed before. */
    private static boolean mayPassAgain(ImmutableList<Running> running) {
        return running.stream().anyMatch(clock -> clock.consumption().first() > 0);
    }

    private static Optional<Instant> next(ImmutableList<Running> running, Set<String> before, Instant now) {
        Optional<Instant> first = Optional.empty();
        for (Running clock : running) {
            for (Threshold threshold : clock.selected().target().thresholds()) {
                if (before.isEmpty() || !before.contains(id(clock, threshold))) {
                    first = earlier(first, next(clock, threshold, now));
                }
            }
        }
        return first;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || (other.isPresent() && other.get().isBefore(one.get())) ? other : one;
    }

    /** More than the amount must be used up, so it is the moment after. */
    private static Optional<Instant> next(Running clock, Threshold threshold, Instant now) {
        if (!(clock.selected().target().budget() instanceof Budget.ServiceTime time)) {
            return clock.track().ended()
                    ? Optional.empty()
                    : dueInWorkingDays(clock).map(due -> due.plusNanos(1)).filter(now::isBefore);
        }
        Duration left =
                threshold.at().of(time.amount()).minus(clock.consumption().consumed());
        return left.isNegative() || !clock.consumption().running()
                ? Optional.empty()
                : clock.selected()
                        .target()
                        .calendar()
                        .due(now, left.plusNanos(1))
                        .instant();
    }

    /**
     * Everything passed at any time until an instant: as the case stood before each event that may bring other targets, and
     * at the instant. Between those a clock only goes on, and what it went past it has still gone past.
     */
    private Map<String, ThresholdPassing> passed(CaseHistory history, Instant until) {
        return passed(history, until, clocks.running(history, until));
    }

    private Map<String, ThresholdPassing> passed(
            CaseHistory history, Instant until, ImmutableList<Running> atTheInstant) {
        Map<String, ThresholdPassing> passed = new LinkedHashMap<>();
        int known = history.timeline().known(until);
        for (int count = 1; count < known; count++) {
            if (mayBringOtherTargets(history, count)) {
                Instant before = history.timeline().events().get(count).occurredAt();
                addPassed(clocks.running(history, count, before), passed);
            }
        }
        addPassed(atTheInstant, passed);
        return passed;
    }

    /** A reopened case goes on with a clock that it had, or begins another. */
    private boolean mayBringOtherTargets(CaseHistory history, int event) {
        CaseTimeline timeline = history.timeline();
        return timeline.events().get(event) instanceof CaseEvent.Reopened
                || clocks.agreements().tellApart(timeline.state(event - 1), timeline.state(event));
    }

    private static void addPassed(ImmutableList<Running> running, Map<String, ThresholdPassing> passed) {
        for (Running clock : running) {
            for (Threshold threshold : clock.selected().target().thresholds()) {
                Optional<Instant> dueAt = passedAt(clock, threshold);
                if (dueAt.isPresent()) {
                    ThresholdPassing passing = passing(clock, threshold, dueAt.get());
                    passed.putIfAbsent(passing.id(), passing);
                }
            }
        }
    }

    private static ThresholdPassing passing(Running clock, Threshold threshold, Instant dueAt) {
        return new ThresholdPassing(
                id(clock, threshold),
                clock.selected(),
                clock.track().key(),
                clock.track().station(),
                threshold,
                dueAt,
                false,
                false);
    }

    private static String id(Running clock, Threshold threshold) {
        return clock.selected().agreement().id() + "/"
                + clock.selected().target().id() + "/"
                + clock.track().key() + "/"
                + threshold.at().describe();
    }

    private static Optional<Instant> passedAt(Running clock, Threshold threshold) {
        if (!(clock.selected().target().budget() instanceof Budget.ServiceTime time)) {
            return dueInWorkingDays(clock).filter(clock.track().until()::isAfter);
        }
        Duration amount = threshold.at().of(time.amount());
        return clock.consumption().consumed().compareTo(amount) > 0
                ? clock.consumption().usedUpAt(amount)
                : Optional.empty();
    }

    private static Optional<Instant> dueInWorkingDays(Running clock) {
        Budget.InWorkingDays days =
                (Budget.InWorkingDays) clock.selected().target().budget();
        return clock.selected()
                .target()
                .calendar()
                .due(clock.track().began(), days.limit())
                .instant();
    }

    private static String clock(ThresholdPassing passing) {
        return passing.id().substring(0, passing.id().lastIndexOf('/'));
    }

    private static ThresholdPassing later(ThresholdPassing one, ThresholdPassing other) {
        return other.dueAt().isBefore(one.dueAt()) ? one : other;
    }
}
