package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.clock.Clocks.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The thresholds that clocks went past so far, and which of them are not on record. Not thread-safe. */
final class Passings {
    private GrowingMap<ThresholdPassing> passed;
    private GrowingMap<Boolean> recorded;
    /** What is passed and not on record. */
    private ImmutableMap<String, ThresholdPassing> pending;

    Passings() {
        this(GrowingMap.empty(), GrowingMap.empty(), ImmutableMap.of());
    }

    private Passings(
            GrowingMap<ThresholdPassing> passed,
            GrowingMap<Boolean> recorded,
            ImmutableMap<String, ThresholdPassing> pending) {
        this.passed = passed;
        this.recorded = recorded;
        this.pending = pending;
    }

    Passings copy() {
        return new Passings(passed, recorded, pending);
    }

    /** Whether a threshold was put on record, or taken back. */
    void note(CaseEvent event) {
        if (event instanceof CaseEvent.ThresholdPassed threshold) {
            String id = threshold.passed().id();
            pending = without(id);
            recorded = recorded.contains(id) ? recorded : recorded.with(id, true);
        } else if (event instanceof CaseEvent.ThresholdRetracted retracted) {
            String id = retracted.threshold();
            recorded = recorded.contains(id) ? recorded.without(id) : recorded;
            passed.get(id).ifPresent(passing -> pending = with(passing));
        }
    }

    private ImmutableMap<String, ThresholdPassing> with(ThresholdPassing passing) {
        return ImmutableMap.<String, ThresholdPassing>builder()
                .putAll(pending)
                .put(passing.id(), passing)
                .buildKeepingLast();
    }

    private ImmutableMap<String, ThresholdPassing> without(String id) {
        return pending.containsKey(id)
                ? ImmutableMap.copyOf(Maps.filterKeys(pending, other -> !other.equals(id)))
                : pending;
    }

    /** Adds what these clocks went past. */
    void add(ImmutableList<Running> clocks) {
        for (ThresholdPassing passing : more(clocks).values()) {
            passed = passed.with(passing.id(), passing);
            if (!recorded.contains(passing.id())) {
                pending = with(passing);
            }
        }
    }

    /** What these clocks went past and no clock had gone past before. */
    private Map<String, ThresholdPassing> more(ImmutableList<Running> clocks) {
        Map<String, ThresholdPassing> more = Map.of();
        for (Running clock : clocks) {
            // Of every clock in every step, so without an iterator.
            ImmutableList<Threshold> thresholds = clock.selected().target().thresholds();
            for (int i = 0; i < thresholds.size(); i++) {
                Threshold threshold = thresholds.get(i);
                Optional<Instant> dueAt = passedAt(clock, threshold);
                if (dueAt.isPresent() && !passed.contains(id(clock, threshold))) {
                    ThresholdPassing passing = passing(clock, threshold, dueAt.get());
                    more = more.isEmpty() ? new LinkedHashMap<>() : more;
                    more.putIfAbsent(passing.id(), passing);
                }
            }
        }
        return more;
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

    static String id(Running clock, Threshold threshold) {
        return clock.selected().agreement().id() + "/"
                + clock.selected().target().id() + "/"
                + clock.track().key() + "/"
                + threshold.at().describe();
    }

    private static Optional<Instant> passedAt(Running clock, Threshold threshold) {
        if (!(clock.selected().target().budget() instanceof Budget.ServiceTime time)) {
            return dueInWorkingDays(clock).filter(clock.track().until()::isAfter);
        }
        Duration consumed = clock.consumption().consumed();
        if (consumed.isZero()) {
            return Optional.empty();
        }
        Duration amount = threshold.at().of(time.amount());
        return consumed.compareTo(amount) > 0 ? clock.consumption().usedUpAt(amount) : Optional.empty();
    }

    static Optional<Instant> dueInWorkingDays(Running clock) {
        Budget.InWorkingDays days =
                (Budget.InWorkingDays) clock.selected().target().budget();
        return clock.selected()
                .target()
                .calendar()
                .due(clock.track().began(), days.limit())
                .instant();
    }

    /** All that was passed, with what these clocks have gone past by now, by id. */
    Map<String, ThresholdPassing> all(ImmutableList<Running> now) {
        Map<String, ThresholdPassing> all = new LinkedHashMap<>();
        passed.values().forEach(passing -> all.put(passing.id(), passing));
        all.putAll(more(now));
        return all;
    }

    /** What was passed and is not on record, with what these clocks have gone past by now. */
    Unrecorded unrecorded(ImmutableList<Running> now) {
        Map<String, ThresholdPassing> more = more(now);
        if (more.isEmpty()) {
            return new Unrecorded(passed, more, pending.values().asList());
        }
        List<ThresholdPassing> unrecorded = new ArrayList<>(pending.values());
        for (ThresholdPassing passing : more.values()) {
            if (!recorded.contains(passing.id())) {
                unrecorded.add(passing);
            }
        }
        return new Unrecorded(passed, more, unrecorded);
    }

    /**
     * What is not on record at an instant.
     *
     * @param passed what was passed before the latest event
     * @param more what is passed since
     * @param all what of these is not on record
     */
    record Unrecorded(
            GrowingMap<ThresholdPassing> passed, Map<String, ThresholdPassing> more, List<ThresholdPassing> all) {
        /** Whether a threshold was passed. */
        boolean isPassed(String id) {
            return more.containsKey(id) || passed.contains(id);
        }

        /** What was passed of the clock of this one, in the order of the thresholds of its target. */
        List<ThresholdPassing> ofClock(ThresholdPassing one) {
            List<ThresholdPassing> found = new ArrayList<>();
            for (Threshold threshold : one.selected().target().thresholds()) {
                String id = one.clockId() + "/" + threshold.at().describe();
                Optional.ofNullable(more.get(id)).or(() -> passed.get(id)).ifPresent(found::add);
            }
            return found;
        }
    }
}
