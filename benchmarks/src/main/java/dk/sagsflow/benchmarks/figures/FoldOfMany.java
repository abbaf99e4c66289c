package dk.sagsflow.benchmarks.figures;

import static com.google.common.base.Preconditions.checkState;

import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.parquet.ParquetExport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Folds synthetic events in partitions on two cores, beside a bare loop with the same sketches: {@code FoldOfMany [EVENTS
 * [FOLDER]]}. With a folder it also writes the cases as Parquet there, has DuckDB sum up the same facts, and holds one against
 * the other. What a partition came to is added to what is counted as soon as it is through, so that the threads hold one part
 * each and all together one sum, however many partitions there are. The heap that is used when half of the events are folded,
 * and when all are, tells whether memory grows.
 */
final class FoldOfMany {
    private static final int THREADS = 2;
    private static final int PARTITIONS = 32;
    private static final double EVENTS_IN_CASE = 5.2;
    private static final Breakdown BY_TIER =
            Breakdown.of(PeriodLength.MONTH, ZoneId.of("Europe/Copenhagen"), Dimension.TIER);

    private FoldOfMany() {}

    /** What a partition came to. */
    record Part<T>(T counted, long events) {}

    /** Prints a line for each way. */
    public static void main(String[] arguments) throws Exception {
        long events = arguments.length == 0 ? 10_000_000 : Long.parseLong(arguments[0]);
        long cases = Math.round(events / EVENTS_IN_CASE);
        Part<CaseStatistics> folded = fold(cases);
        bare(cases);
        if (arguments.length > 1) {
            Path folder = Path.of(arguments[1]);
            export(cases, folder);
            System.out.println(ask(folder, folded.counted()));
        }
    }

    static Part<CaseStatistics> fold(long cases) throws Exception {
        FoldedParts parts = new FoldedParts(BY_TIER);
        long begin = System.nanoTime();
        fold(cases / 2, 0, parts);
        long half = used();
        fold(cases - cases / 2, cases / 2, parts);
        long whole = used();
        double seconds = (System.nanoTime() - begin) / 1e9;
        CaseStatistics all = parts.together();
        System.out.printf(
                "folded: %,d events of %,d cases in %.1f s, %,.0f a second; heap after half %,d MB, after all %,d MB;"
                        + " %d parts, at most %d at once, of %d cells put together in %.2f s%n",
                parts.events(),
                cases,
                seconds,
                parts.events() / seconds,
                half,
                whole,
                parts.begun(),
                parts.mostAtOnce(),
                all.cells().size(),
                parts.adding().toNanos() / 1e9);
        return new Part<>(all, parts.events());
    }

    private static void fold(long cases, long first, FoldedParts parts) throws Exception {
        parallel(cases, first, PARTITIONS / 2, () -> {
            FoldedParts.Part part = parts.begin();
            return new Worker<>(number -> part.add(SyntheticCases.events(number)), () -> {
                part.end();
                return parts.begun();
            });
        });
    }

    static void bare(long cases) throws Exception {
        AtomicLong events = new AtomicLong();
        long begin = System.nanoTime();
        List<Integer> places = parallel(cases, 0, PARTITIONS, () -> {
            BareCounts counts = new BareCounts(BY_TIER.zone());
            return new Worker<>(number -> events.addAndGet(counts.add(number)), counts::places);
        });
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "bare loop, visits alone: %,d events in %.1f s, %,.0f a second, %d places%n",
                events.get(), seconds, events.get() / seconds, places.get(0));
    }

    /** What counts the cases of a partition. */
    private record Worker<T>(LongConsumer each, Callable<T> end) {
        T count(long from, long to) throws Exception {
            for (long number = from; number < to; number++) {
                each.accept(number);
            }
            return end.call();
        }
    }

    private static <T> List<T> parallel(long cases, long first, int partitions, Callable<Worker<T>> workers)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<T>> parts = new ArrayList<>();
            for (int partition = 0; partition < partitions; partition++) {
                long from = first + cases * partition / partitions;
                long to = first + cases * (partition + 1) / partitions;
                parts.add(threads.submit(() -> workers.call().count(from, to)));
            }
            List<T> all = new ArrayList<>();
            for (Future<T> part : parts) {
                all.add(part.get());
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        LongSupplier used = () -> runtime.totalMemory() - runtime.freeMemory();
        return used.getAsLong() >> 20;
    }

    static void export(long cases, Path folder) {
        long begin = System.nanoTime();
        try (ParquetExport export = ParquetExport.into(folder)) {
            for (long number = 0; number < cases; number++) {
                export.add(CaseTimeline.of(SyntheticCases.events(number)));
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("written as Parquet: %,d cases in %.1f s, one thread%n", cases, seconds);
    }

    /** What SQL can say of the facts goes to the engine; it must say the same. */
    static String ask(Path folder, CaseStatistics folded) throws SQLException {
        String query =
                "SELECT tier_id, strftime(occurred_at AT TIME ZONE 'Europe/Copenhagen', '%Y-%m') AS month, count(*), "
                        + "sum(length_s), quantile_disc(length_s, 0.9) FROM '" + folder.resolve("facts")
                        + "/*.parquet' WHERE figure = 'VISITED' GROUP BY ALL";
        long begin = System.nanoTime();
        long count = 0;
        long seconds = 0;
        int groups = 0;
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            boolean unused = statement.execute("SET threads = " + THREADS);
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    count += rows.getLong(3);
                    seconds += rows.getLong(4);
                    groups++;
                }
            }
        }
        var visits = folded.of(Figure.VISITED);
        checkState(visits.count() == count, "%s visits, but SQL says %s", visits.count(), count);
        checkState(visits.lengths().total().toSeconds() == seconds, "%s, but SQL says %s s", visits, seconds);
        return "DuckDB, %d threads: %,d visits with exact p90 by %d groups in %.2f s"
                .formatted(THREADS, count, groups, (System.nanoTime() - begin) / 1e9);
    }
}
