package dk.sagsflow.benchmarks.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The clocks of one open case of 20 events, by the agreements of the reference organisation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClockBenchmark {
    private final Clocks clocks = OpenCases.clocks();
    private final Clocks resolution = OpenCases.resolution();
    private final List<CaseEvent> events = new OpenCases().events();
    private final CaseHistory history = CaseHistory.of(events);

    /** All of them, from the history. */
    @Benchmark
    public ImmutableList<ClockReading> read() {
        return clocks.read(history, OpenCases.NOW);
    }

    /** That of one promise alone, from the history. */
    @Benchmark
    public ImmutableList<ClockReading> readOne() {
        return resolution.read(history, OpenCases.NOW);
    }

    /** The history, from the events of a store. */
    @Benchmark
    public CaseHistory fold() {
        return CaseHistory.of(events);
    }
}
