package dk.sagsflow.examples.sagsflow.report;

import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.telephone.CallOddity;
import dk.sagsflow.core.telephone.CallStatistics;
import dk.sagsflow.core.telephone.CallTally;
import dk.sagsflow.examples.sagsflow.log.CallReader;
import dk.sagsflow.examples.sagsflow.log.JoinedCases;
import dk.sagsflow.examples.sagsflow.log.LeftOut;
import dk.sagsflow.examples.sagsflow.log.LogSource;
import dk.sagsflow.examples.sagsflow.log.mapping.CallMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;

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

    /**
     * How they are counted.
     *
     * @param period how long periods are
     * @param zone on whose clock weekdays and hours are, which is that of the report
     * @param cases what they are joined with
     * @param remarks is told what was left out
     */
    public record Asked(PeriodLength period, ZoneId zone, JoinedCases cases, Consumer<String> remarks) {}

    /**
     * Calls that were counted.
     *
     * @param left how many rows were left out
     */
    public record Counted(CallStatistics statistics, long left) {}

    /** The calls that are bundled with the bundled log. */
    public static Counted bundled(Asked asked) throws IOException {
        Path calls = LogSource.unpacked("ams-2007-calls.csv.gz");
        Path mapping = LogSource.unpacked("ams-calls.json");
        try {
            return new ReportedCalls(calls, mapping).counted(asked);
        } finally {
            Files.deleteIfExists(calls);
            Files.deleteIfExists(mapping);
        }
    }

    /** Counts them. */
    public Counted counted(Asked asked) throws IOException {
        CallMapping read = CallMapping.read(mapping);
        JoinedCases cases = asked.cases();
        CallTally tally = new CallTally(asked.period(), asked.zone(), read.queues(), cases::knows, cases::answer);
        LeftOut leftOut = new LeftOut();
        CallReader.Seen seen = new CallReader(read).read(calls, tally::add, leftOut::add);
        CallStatistics statistics = tally.statistics();
        if (leftOut.rows() > 0) {
            leftOut.lines(seen.rows()).forEach(line -> asked.remarks().accept(read.name() + ": " + line.strip()));
        }
        seen.remarks().forEach(remark -> asked.remarks().accept(read.name() + ": " + remark));
        statistics.leftOut().forEach((oddity, count) -> asked.remarks().accept(remark(read, oddity, count)));
        return new Counted(statistics, leftOut.rows());
    }

    private static String remark(CallMapping read, CallOddity oddity, long count) {
        return String.format(
                Locale.ROOT,
                "%s: %,d %s, %s",
                read.name(),
                count,
                oddity.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                oddity.counted() ? "counted" : "not counted");
    }
}
