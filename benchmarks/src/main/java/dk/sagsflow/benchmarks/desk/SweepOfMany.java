package dk.sagsflow.benchmarks.desk;

import static com.google.common.base.Preconditions.checkState;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.routing.operation.SweepReport;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Sweeps a store in memory of a million open cases of which one in a hundred has just gone past its first threshold: {@code
 * SweepOfMany [CASES]}. Does it five times, each with a store of its own; the later ones count.
 */
final class SweepOfMany {
    private static final int ROUNDS = 5;
    private static final int BATCH = 500;

    private SweepOfMany() {}

    /** Prints a line for each round. */
    public static void main(String[] arguments) {
        int cases = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.println(sweep(cases));
        }
    }

    /** Moves on to when the first case is due, and gives how many of the cases are due then. */
    private static int fill(Counter counter, int cases) {
        CaseNumber first = counter.register();
        CaseEvent.Registered event =
                (CaseEvent.Registered) counter.repository.history(first).get(0);
        Instant later = OpenCases.NOW;
        while (counter.repository.due(later, 1).isEmpty()) {
            later = later.plus(Duration.ofMinutes(1));
        }
        for (int number = 2; number <= cases; number++) {
            counter.copy(event, CaseNumber.of("S-" + number), number % 100 == 0 ? later : later.plusSeconds(number));
        }
        counter.moveTo(later);
        return counter.repository.due(later, Integer.MAX_VALUE).size();
    }

    private static List<SweepReport> sweepAll(Counter counter) {
        List<SweepReport> batches = new ArrayList<>();
        SweepReport report;
        do {
            report = counter.desk.operations().sweep(BATCH);
            batches.add(report);
        } while (report.moreDue());
        return batches;
    }

    static String sweep(int cases) {
        Counter counter = new Counter();
        int due = fill(counter, cases);

        long begin = System.nanoTime();
        long processorBegin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<SweepReport> batches = sweepAll(counter);
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processorBegin;

        int handled = batches.stream().mapToInt(SweepReport::handled).sum();
        checkState(handled == due, "%s of %s due cases were handled", handled, due);
        return "%,d cases, %,d due, %d batches, %,d ms, %.1f µs of processor time a due case"
                .formatted(cases, due, batches.size(), time.toMillis(), processor / 1000.0 / due);
    }
}
