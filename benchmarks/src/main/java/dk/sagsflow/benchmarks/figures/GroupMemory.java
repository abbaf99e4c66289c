package dk.sagsflow.benchmarks.figures;

import static com.google.common.base.Preconditions.checkState;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.DDSketches;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.CaseTally;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.LengthTally;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.DoubleToLongFunction;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.HdrHistogram.PackedHistogram;

/**
 * How much heap what is counted takes: the figures of a year, divided by their groups, and the lengths of one group, beside
 * sketches of libraries that hold the same ones.
 */
final class GroupMemory {
    private static final int[] LENGTHS = {10, 100, 1_000, 10_000, 100_000, 1_000_000};
    private static final int[] CASES = {1_000, 10_000, 100_000};
    private static final int LONG = 30 * 24 * 3_600;
    private static final int PARTS = 100;
    private static final double SHARE = 0.95;

    private GroupMemory() {}

    /** Prints the figures. */
    public static void main(String[] arguments) {
        for (int cases : CASES) {
            System.out.println(ofYear(cases));
        }
        for (int lengths : LENGTHS) {
            System.out.println(kind("Sagsflow", lengths, GroupMemory::ours));
            System.out.println(kind("HdrHistogram, packed, 3 digits", lengths, () -> hdr(3)));
            System.out.println(kind("HdrHistogram, packed, 5 digits", lengths, () -> hdr(5)));
            System.out.println(kind("DDSketch, 1 %", lengths, GroupMemory::ddsketch));
        }
    }

    /** By month, tier and group. */
    static String ofYear(int cases) {
        CaseTally tally = new CaseTally(
                Breakdown.of(PeriodLength.MONTH, ZoneId.of("Europe/Copenhagen"), Dimension.TIER, Dimension.GROUP));
        tally.add(CaseTimeline.of(SyntheticCases.events(0)));
        long before = used();
        for (int number = 1; number < cases; number++) {
            tally.add(CaseTimeline.of(SyntheticCases.events(number)));
        }
        CaseStatistics statistics = tally.statistics();
        tally = null;
        long bytes = used() - before;
        int groups = statistics.cells().size();
        checkState(groups > 0);
        return "a year of %,d cases by month, tier and group: %,d bytes, %d groups, %,d bytes each"
                .formatted(cases, bytes, groups, bytes / groups);
    }

    /** What holds lengths in seconds. */
    record Sketch(Object held, LongConsumer add, Consumer<Object> with, DoubleToLongFunction quantile) {}

    private static Sketch ours() {
        LengthTally tally = new LengthTally();
        return new Sketch(
                tally,
                seconds -> tally.add(Duration.ofSeconds(seconds)),
                more -> tally.add(((LengthTally) more).lengths()),
                share -> tally.lengths().quantile(share).toSeconds());
    }

    private static Sketch hdr(int digits) {
        PackedHistogram histogram = new PackedHistogram(digits);
        return new Sketch(
                histogram,
                histogram::recordValue,
                more -> histogram.add((PackedHistogram) more),
                share -> histogram.getValueAtPercentile(share * 100));
    }

    private static Sketch ddsketch() {
        DDSketch sketch = DDSketches.unboundedDense(0.01);
        return new Sketch(
                sketch,
                sketch::accept,
                more -> sketch.mergeWith((DDSketch) more),
                share -> Math.round(sketch.getValueAtQuantile(share)));
    }

    private static String kind(String name, int lengths, Supplier<Sketch> made) {
        int many = Math.max(2, Math.min(1_000, 1_000_000 / lengths));
        Sketch[] sketches = new Sketch[many];
        long before = used();
        Arrays.setAll(sketches, place -> filled(made.get(), lengths, place));
        long bytes = (used() - before) / many;
        long exact = ranked(lengths);
        double error = Math.abs(sketches[0].quantile().applyAsLong(SHARE) - exact) * 100.0 / exact;
        Sketch sum = made.get();
        Sketch[] parts = Stream.generate(() -> filled(made.get(), lengths, 1))
                .limit(Math.min(PARTS, many))
                .toArray(Sketch[]::new);
        long begun = System.nanoTime();
        for (Sketch part : parts) {
            sum.with().accept(part.held());
        }
        double merge = (System.nanoTime() - begun) / 1e3 / parts.length;
        checkState(sketches[many - 1].quantile().applyAsLong(SHARE) > 0);
        return "%,d lengths in %s: %,d bytes, %.1f us to put into a sum, 95 %% wrong by %.3f %%"
                .formatted(lengths, name, bytes, merge, error);
    }

    private static Sketch filled(Sketch sketch, int lengths, int seed) {
        drawn(lengths, seed, sketch.add());
        return sketch;
    }

    /** From a second to 30 days, as many short ones as long ones by their logarithm. */
    private static void drawn(int lengths, int seed, LongConsumer each) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int length = 0; length < lengths; length++) {
            each.accept((long) Math.exp(random.nextDouble() * Math.log(LONG)));
        }
    }

    private static long ranked(int lengths) {
        long[] all = new long[lengths];
        int[] next = {0};
        drawn(lengths, 0, seconds -> all[next[0]++] = seconds);
        Arrays.sort(all);
        return all[(int) Math.ceil(SHARE * lengths) - 1];
    }

    private static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
