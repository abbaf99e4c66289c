package dk.sagsflow.verification.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The time of a run: it goes from one thing that happens to the next, of two at once from the earlier planned. Not thread-safe. */
final class SimulatedTime {
    private final PriorityQueue<Moment> ahead =
            new PriorityQueue<>(Comparator.comparing(Moment::at).thenComparing(Moment::order));
    private Instant now;
    private long planned;

    private record Moment(Instant at, long order, Runnable happens) {}

    SimulatedTime(Instant start) {
        this.now = start;
    }

    Instant now() {
        return now;
    }

    boolean somethingComes() {
        return !ahead.isEmpty();
    }

    void at(Instant when, Runnable happens) {
        ahead.add(new Moment(when, planned++, happens));
    }

    void playUntil(Instant until) {
        while (!ahead.isEmpty() && !ahead.element().at().isAfter(until)) {
            Moment next = ahead.remove();
            now = next.at();
            next.happens().run();
        }
        now = until;
    }
}
