package dk.sagsflow.benchmarks.figures;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.CaseTally;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.time.Duration;
import java.util.List;

/**
 * Parts of what is counted, each by one thread, added to one sum when they are through and gone then: what is held is the sum
 * and the parts that are under way. Safe for use by many threads; a part is for one.
 */
final class FoldedParts {
    private final Breakdown breakdown;
    private final CaseTally sum;
    private long events;
    private long adding;
    private int begun;
    private int underWay;
    private int mostAtOnce;

    FoldedParts(Breakdown breakdown) {
        this.breakdown = breakdown;
        this.sum = new CaseTally(breakdown);
    }

    synchronized Part begin() {
        begun++;
        underWay++;
        mostAtOnce = Math.max(mostAtOnce, underWay);
        return new Part();
    }

    private synchronized void add(CaseStatistics part, long more) {
        long begin = System.nanoTime();
        sum.add(part);
        events += more;
        underWay--;
        adding += System.nanoTime() - begin;
    }

    synchronized CaseStatistics together() {
        return sum.statistics();
    }

    synchronized long events() {
        return events;
    }

    synchronized int begun() {
        return begun;
    }

    /** How many parts were under way at the same time. */
    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    /** How long the adding to the sum took. */
    synchronized Duration adding() {
        return Duration.ofNanos(adding);
    }

    /** One of them. */
    final class Part {
        private final CaseTally tally = new CaseTally(breakdown);
        private long events;

        void add(List<CaseEvent> history) {
            tally.add(CaseTimeline.of(history));
            events += history.size();
        }

        void end() {
            FoldedParts.this.add(tally.statistics(), events);
        }
    }
}
