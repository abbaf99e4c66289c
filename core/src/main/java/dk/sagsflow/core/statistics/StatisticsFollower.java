package dk.sagsflow.core.statistics;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.util.List;
import java.util.function.Function;

/**
 * Figures that keep up with an event log: for each step, the cases in it are taken out as they were and counted as they are,
 * so that what was counted last week is corrected by what is reported, reopened or placed anew today. The steps must come
 * in order and once each: a subscription that stores {@link #statistics} and its progress in one transaction does that.
 * Not thread-safe.
 */
public final class StatisticsFollower {
    private final CaseTally tally;
    private final Function<CaseNumber, ? extends List<CaseEvent>> histories;
    private final Function<CaseTimeline, ? extends Iterable<Fact>> facts;

    /**
     * Goes on from what was counted before.
     *
     * @param histories gives all events of a case; those of steps that are not followed yet may be among them
     */
    public StatisticsFollower(CaseStatistics counted, Function<CaseNumber, ? extends List<CaseEvent>> histories) {
        this(counted, histories, CaseFacts::of);
    }

    /**
     * The same, with what is known of cases from elsewhere too: from the agreements, say.
     *
     * @param facts what counts of a case; the same whenever it is asked of the same history
     */
    public StatisticsFollower(
            CaseStatistics counted,
            Function<CaseNumber, ? extends List<CaseEvent>> histories,
            Function<CaseTimeline, ? extends Iterable<Fact>> facts) {
        this.tally = new CaseTally(requireNonNull(counted, "counted"));
        this.histories = requireNonNull(histories, "histories");
        this.facts = requireNonNull(facts, "facts");
    }

    /**
     * Counts what was stored next.
     *
     * @throws IllegalStateException if a case is not there as it was stored, or was not counted as it was before
     */
    public void follow(LoggedStep step) {
        ImmutableListMultimap<CaseNumber, CaseEvent> byCase = Multimaps.index(step.events(), CaseEvent::caseNumber);
        byCase.asMap().forEach((number, events) -> follow(number, List.copyOf(events)));
    }

    private void follow(CaseNumber number, List<CaseEvent> stored) {
        List<CaseEvent> all = histories.apply(number);
        int before = Math.toIntExact(stored.get(0).header().sequence()) - 1;
        int after = before + stored.size();
        if (all.size() < after) {
            throw new IllegalStateException(
                    "case " + number + " has " + all.size() + " events, but its event " + after + " is in the log");
        }
        if (before > 0) {
            tally.remove(facts.apply(CaseTimeline.of(all.subList(0, before))));
        }
        tally.add(facts.apply(CaseTimeline.of(all.subList(0, after))));
    }

    /** What is counted so far. */
    public CaseStatistics statistics() {
        return tally.statistics();
    }
}
