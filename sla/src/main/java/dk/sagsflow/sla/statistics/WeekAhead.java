package dk.sagsflow.sla.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.StreamSupport;

/**
 * Which limits will be exceeded if the days go on like this (R35): if nothing more happens to the cases that are there. What waits
 * goes on waiting until its date, and no new case comes. Immutable.
 *
 * @param from now
 * @param until how far ahead
 * @param exceeded the clocks within their budgets now that will not be, the first due first
 */
public record WeekAhead(Instant from, Instant until, ImmutableList<Exceeded> exceeded) {
    /**
     * A clock that will go past its budget.
     *
     * @param number the case
     * @param measure what the clock measures
     * @param agreement the agreement
     * @param target the target
     * @param due when its budget will be used up
     */
    public record Exceeded(CaseNumber number, Measure measure, String agreement, String target, Instant due) {}

    /** What is ahead of these cases by these clocks. */
    public static WeekAhead of(Clocks clocks, Iterable<CaseHistory> cases, Instant from, Instant until) {
        checkArgument(!until.isBefore(from), "until %s is before %s", until, from);
        ImmutableList<Exceeded> exceeded = StreamSupport.stream(cases.spliterator(), false)
                .flatMap(history -> clocks.readOpen(history, from).stream()
                        .filter(reading ->
                                !reading.exceeded() && reading.ended().isEmpty())
                        .flatMap(reading -> within(history, reading, until).stream()))
                .sorted(Comparator.comparing(Exceeded::due)
                        .thenComparing(one -> one.number().value())
                        .thenComparing(Exceeded::target))
                .collect(ImmutableList.toImmutableList());
        return new WeekAhead(from, until, exceeded);
    }

    private static ImmutableList<Exceeded> within(CaseHistory history, ClockReading reading, Instant until) {
        return reading.due()
                .filter(due -> due.isBefore(until))
                .map(due -> ImmutableList.of(new Exceeded(
                        history.latest().number(),
                        reading.measure(),
                        reading.selected().agreement().id(),
                        reading.selected().target().id(),
                        due)))
                .orElse(ImmutableList.of());
    }
}
