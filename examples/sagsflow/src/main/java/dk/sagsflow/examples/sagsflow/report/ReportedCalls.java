package dk.sagsflow.examples.sagsflow.report;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.telephone.CallStatistics;
import dk.sagsflow.core.telephone.CallTally;
import dk.sagsflow.examples.sagsflow.log.CallReader;
import dk.sagsflow.examples.sagsflow.log.LogSource;
import dk.sagsflow.examples.sagsflow.log.mapping.CallMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** The calls that stand in a report beside the cases. Immutable. */
public final class ReportedCalls {
    private final Path calls;
    private final Path mapping;

    private ReportedCalls(Path calls, Path mapping) {
        this.calls = calls;
        this.mapping = mapping;
    }

    /** Calls of this file. */
    public static ReportedCalls in(Path calls, Path mapping) {
        return new ReportedCalls(calls, mapping);
    }

    /** The calls that are bundled with the bundled log. */
    public static CallStatistics bundled(
            PeriodLength period, Function<CaseNumber, Optional<Instant>> answers, Consumer<String> remarks)
            throws IOException {
        Path calls = LogSource.unpacked("ams-2007-calls.csv.gz");
        Path mapping = LogSource.unpacked("ams-calls.json");
        try {
            return new ReportedCalls(calls, mapping).counted(period, answers, remarks);
        } finally {
            Files.deleteIfExists(calls);
            Files.deleteIfExists(mapping);
        }
    }

    /**
     * Counts them.
     *
     * @param answers when cases had their first answers
     * @param remarks is told what was left out
     */
    public CallStatistics counted(
            PeriodLength period, Function<CaseNumber, Optional<Instant>> answers, Consumer<String> remarks)
            throws IOException {
        CallMapping read = CallMapping.read(mapping);
        CallTally tally = new CallTally(period, read.time().zone(), read.queues(), answers);
        AtomicLong left = new AtomicLong();
        long rows = new CallReader(read).read(calls, tally::add, row -> left.incrementAndGet());
        CallStatistics statistics = tally.statistics();
        if (left.get() > 0) {
            remarks.accept(
                    String.format(Locale.ROOT, "%s: %,d of %,d rows were left out", read.name(), left.get(), rows));
        }
        statistics
                .leftOut()
                .forEach((oddity, count) -> remarks.accept(String.format(
                        Locale.ROOT,
                        "%s: %,d %s, %s",
                        read.name(),
                        count,
                        oddity.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        oddity.counted() ? "counted" : "not counted")));
        return statistics;
    }
}
