package dk.sagsflow.benchmarks.figures;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.CaseTally;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A case folded and counted, beside a bare loop with the same sketches; two halves of a year put together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FoldBenchmark {
    static final int CASES = 10_000;
    private static final Breakdown BY_TIER =
            Breakdown.of(PeriodLength.MONTH, ZoneId.of("Europe/Copenhagen"), Dimension.TIER);

    private final List<ImmutableList<CaseEvent>> cases = new ArrayList<>(CASES);
    private CaseStatistics one = CaseStatistics.none(BY_TIER);
    private CaseStatistics other = CaseStatistics.none(BY_TIER);

    /** The cases, and their halves counted. */
    @Setup
    public void prepare() {
        for (int number = 0; number < CASES; number++) {
            cases.add(ImmutableList.copyOf(SyntheticCases.events(number)));
        }
        one = folded(cases.subList(0, CASES / 2));
        other = folded(cases.subList(CASES / 2, CASES));
    }

    private static CaseStatistics folded(List<ImmutableList<CaseEvent>> some) {
        CaseTally tally = new CaseTally(BY_TIER);
        some.forEach(events -> tally.add(CaseTimeline.of(events)));
        return tally.statistics();
    }

    /** One case: its history folded, its facts counted. */
    @Benchmark
    @OperationsPerInvocation(CASES)
    public CaseStatistics fold() {
        return folded(cases);
    }

    /** One case, its visits counted and nothing else. */
    @Benchmark
    @OperationsPerInvocation(CASES)
    public int bare() {
        BareCounts counts = new BareCounts(BY_TIER.zone());
        for (int number = 0; number < CASES; number++) {
            int unused = counts.add(number);
        }
        return counts.places();
    }

    /** Two parts put together. */
    @Benchmark
    public CaseStatistics merge() {
        return one.plus(other);
    }
}
