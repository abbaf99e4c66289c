package dk.sagsflow.sla.evaluation;

import com.google.common.collect.ImmutableSortedMap;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each target was met and exceeded. Evaluations of parts of a log merge to that of the whole, in any order and
 * grouping. Immutable.
 *
 * @param tallies the tally of each target, in order of agreement and target
 */
public record Evaluation(ImmutableSortedMap<TargetKey, Tally> tallies) {
    /**
     * A target, whatever the version of its agreement.
     *
     * @param agreement the id of the agreement
     * @param target the id of the target in it
     */
    public record TargetKey(String agreement, String target) implements Comparable<TargetKey> {
        @Override
        public int compareTo(TargetKey other) {
            int byAgreement = agreement.compareTo(other.agreement);
            return byAgreement != 0 ? byAgreement : target.compareTo(other.target);
        }
    }

    /**
     * What became of the clocks of a target.
     *
     * @param met how many stopped within their budget
     * @param exceeded how many went past it, stopped or not
     * @param undecided how many have not stopped and are within their budget
     * @param overrun the service time by which they went past it, together
     * @param exceededBefore how many are on record as past it that do not show it at the end, because another target came to
     *     hold, or a longer one; they are beside the others, which say what holds at the end
     */
    public record Tally(long met, long exceeded, long undecided, Duration overrun, long exceededBefore) {
        static final Tally NONE = new Tally(0, 0, 0, Duration.ZERO, 0);
        private static final Tally BEFORE = new Tally(0, 0, 0, Duration.ZERO, 1);

        /** All that the target holds for at the end. */
        public long clocks() {
            return met + exceeded + undecided;
        }

        /** Both together. */
        public Tally merge(Tally other) {
            return new Tally(
                    met + other.met,
                    exceeded + other.exceeded,
                    undecided + other.undecided,
                    overrun.plus(other.overrun),
                    exceededBefore + other.exceededBefore);
        }

        private static Tally of(ClockReading reading) {
            if (reading.exceeded()) {
                return new Tally(0, 1, 0, reading.remaining().negated(), 0);
            }
            return reading.ended().isPresent()
                    ? new Tally(1, 0, 0, Duration.ZERO, 0)
                    : new Tally(0, 0, 1, Duration.ZERO, 0);
        }
    }

    /** The evaluation of no case at all. */
    public static Evaluation none() {
        return new Evaluation(ImmutableSortedMap.of());
    }

    /** What the clocks of one case show at an instant, and what was on record by then that they do not show. */
    public static Evaluation of(Clocks clocks, CaseHistory history, Instant asOf) {
        Map<TargetKey, Tally> tallies = new TreeMap<>();
        Map<String, TargetKey> before = RecordedExcess.of(history, asOf);
        for (ClockReading reading : clocks.read(history, asOf)) {
            TargetKey key = new TargetKey(
                    reading.selected().agreement().id(),
                    reading.selected().target().id());
            tallies.merge(key, Tally.of(reading), Tally::merge);
            if (reading.exceeded()) {
                before.remove(RecordedExcess.clock(key, reading));
            }
        }
        before.values().forEach(key -> tallies.merge(key, Tally.BEFORE, Tally::merge));
        return new Evaluation(ImmutableSortedMap.copyOf(tallies));
    }

    /** Both together. */
    public Evaluation merge(Evaluation other) {
        Map<TargetKey, Tally> merged = new TreeMap<>(tallies);
        other.tallies.forEach((key, tally) -> merged.merge(key, tally, Tally::merge));
        return new Evaluation(ImmutableSortedMap.copyOf(merged));
    }

    /** The tally of a target; nothing at all if no clock of it was seen. */
    public Tally tally(String agreement, String target) {
        return tallies.getOrDefault(new TargetKey(agreement, target), Tally.NONE);
    }
}
