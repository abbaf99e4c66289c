package dk.sagsflow.sla.evaluation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What would be different if recorded cases had come under other agreements. Touches nothing. Immutable. */
public final class WhatIf {
    private final Clocks inForce;
    private final Clocks draft;

    /** The difference that a draft makes to what is in force. */
    public WhatIf(Clocks inForce, Clocks draft) {
        this.inForce = inForce;
        this.draft = draft;
    }

    /** In what a clock differs. */
    public enum Kind {
        /** Within its budget in force, exceeded under the draft. */
        NEW_BREACH,
        /** Exceeded in force, within its budget under the draft. */
        REMOVED_BREACH,
        /** Exceeded under both or neither, and due at another time, or stopped in time with more or less of it left. */
        MOVED_DUE,
        /** No target in force, one in the draft that is met or undecided. */
        NEWLY_MEASURED,
        /** Met or undecided in force, no target in the draft. */
        NO_LONGER_MEASURED
    }

    /**
     * One clock that differs.
     *
     * @param state the case at the time of the reading
     * @param kind in what
     * @param before what it shows under the agreements in force
     * @param after what it shows under the draft
     */
    public record Change(SupportCase state, Kind kind, Optional<ClockReading> before, Optional<ClockReading> after) {
        /** The case. */
        public CaseNumber number() {
            return state.number();
        }

        /** The reading under the draft, or, without one, in force. */
        public ClockReading reading() {
            return after.or(() -> before).orElseThrow();
        }

        /** The tier whose clock it is; {@code customer} for clocks of the customer. */
        public String tier() {
            return reading().station().map(station -> station.tier().value()).orElse("customer");
        }

        /** The agreement that it comes under. */
        public String agreement() {
            return reading().selected().agreement().id();
        }

        /** The category of the case; {@code none} if it was not placed. */
        public String category() {
            return state.category().orElse("none");
        }
    }

    /** The clocks of one case that differ, in the order in which they start. */
    public ImmutableList<Change> compare(CaseHistory history, Instant asOf) {
        Map<String, ClockReading> before = byClock(inForce.read(history, asOf));
        Map<String, ClockReading> after = byClock(draft.read(history, asOf));
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        ImmutableList.Builder<Change> changes = ImmutableList.builder();
        for (String key : keys) {
            Optional<ClockReading> old = Optional.ofNullable(before.get(key));
            Optional<ClockReading> now = Optional.ofNullable(after.get(key));
            kind(old, now).ifPresent(kind -> changes.add(new Change(history.latest(), kind, old, now)));
        }
        return changes.build();
    }

    /** How many changes of each kind there are, by tier, agreement, category, or whatever else the function tells. */
    public static ImmutableSortedMap<String, ImmutableSortedMap<Kind, Long>> count(
            Iterable<Change> changes, Function<Change, String> by) {
        Map<String, Map<Kind, Long>> counts = new TreeMap<>();
        for (Change change : changes) {
            counts.computeIfAbsent(by.apply(change), unused -> new TreeMap<>()).merge(change.kind(), 1L, Long::sum);
        }
        ImmutableSortedMap.Builder<String, ImmutableSortedMap<Kind, Long>> sorted = ImmutableSortedMap.naturalOrder();
        counts.forEach((key, kinds) -> sorted.put(key, ImmutableSortedMap.copyOf(kinds)));
        return sorted.build();
    }

    private static Map<String, ClockReading> byClock(ImmutableList<ClockReading> readings) {
        Map<String, ClockReading> byClock = new LinkedHashMap<>();
        readings.forEach(reading -> byClock.put(reading.measure() + "/" + reading.key(), reading));
        return byClock;
    }

    /** A clock that stopped in time is not due any more: what it had left tells when it would have been. */
    private static boolean alike(ClockReading before, ClockReading after) {
        return before.due().equals(after.due()) && before.remaining().equals(after.remaining());
    }

    private static Optional<Kind> kind(Optional<ClockReading> before, Optional<ClockReading> after) {
        boolean exceededBefore = before.filter(ClockReading::exceeded).isPresent();
        boolean exceededAfter = after.filter(ClockReading::exceeded).isPresent();
        if (exceededBefore != exceededAfter) {
            return Optional.of(exceededAfter ? Kind.NEW_BREACH : Kind.REMOVED_BREACH);
        }
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.of(before.isEmpty() ? Kind.NEWLY_MEASURED : Kind.NO_LONGER_MEASURED);
        }
        return alike(before.get(), after.get()) ? Optional.empty() : Optional.of(Kind.MOVED_DUE);
    }
}
