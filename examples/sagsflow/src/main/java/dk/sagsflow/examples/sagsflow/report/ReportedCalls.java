package dk.sagsflow.examples.sagsflow.report;

import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.telephone.CallStatistics;
import dk.sagsflow.core.telephone.CallTally;
import dk.sagsflow.examples.sagsflow.log.CallReader;
import dk.sagsflow.examples.sagsflow.log.JoinedCases;
import dk.sagsflow.examples.sagsflow.log.LeftOut;
import dk.sagsflow.examples.sagsflow.log.LogSource;
import dk.sagsflow.examples.sagsflow.log.mapping.CallMapping;
import dk.sagsflow.report.Omissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
     * @param periods by which periods, on whose clock weekdays and hours are too: those of the report
     * @param cases what they are joined with
     */
    record Asked(Breakdown periods, JoinedCases cases) {}

    /**
     * Calls that were counted.
     *
     * @param omissions what their figures go without
     * @param leftOut the rows that were left out
     */
    record Counted(CallStatistics statistics, Omissions omissions, LeftOut leftOut) {}

    /** The calls that are bundled with the bundled log. */
    static Counted bundled(Asked asked) throws IOException {
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
    Counted counted(Asked asked) throws IOException {
        CallMapping read = CallMapping.read(mapping);
        JoinedCases cases = asked.cases();
        CallTally tally = new CallTally(
                asked.periods().length(), asked.periods().zone(), read.queues(), cases::knows, cases::answer);
        RowsLeftOut leftOut = new RowsLeftOut(asked.periods());
        CallReader.Seen seen = new CallReader(read).read(calls, tally::add, leftOut::add);
        CallStatistics statistics = tally.statistics();
        if (seen.rows() > 0 && statistics.total().calls() == 0) {
            throw CallReader.nothingUsable(calls, leftOut.reasons(), seen.rows());
        }
        return new Counted(statistics, leftOut.omissions(seen.rows(), remarks(seen, statistics)), leftOut.reasons());
    }

    private static List<String> remarks(CallReader.Seen seen, CallStatistics statistics) {
        List<String> remarks = new ArrayList<>(seen.remarks());
        if (seen.rows() == 0) {
            remarks.add("there are no calls after the header");
        }
        remarks.addAll(CallReader.oddities(statistics));
        return remarks;
    }
}
