package dk.sagsflow.examples.sagsflow;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.examples.sagsflow.log.CaseTranslator;
import dk.sagsflow.examples.sagsflow.log.LeftOut;
import dk.sagsflow.examples.sagsflow.log.LogReading;
import dk.sagsflow.examples.sagsflow.log.LogSurvey;
import dk.sagsflow.examples.sagsflow.log.LoggedCase;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.examples.sagsflow.log.mapping.Column;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import dk.sagsflow.sla.calibration.Calibration;
import dk.sagsflow.sla.calibration.CalibrationBuilder;
import dk.sagsflow.sla.calibration.ClockFamily;
import dk.sagsflow.sla.calibration.FittedClock;
import dk.sagsflow.sla.calibration.JudgedCase;
import dk.sagsflow.sla.calibration.LimitsBy;
import dk.sagsflow.sla.calibration.Verdict;
import dk.sagsflow.sla.clock.CaseHistory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the clock and the limits by which the cases of a log were judged. Not thread-safe. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description =
                "Finds the clock and the limits for each priority that explain best which cases of a log met their "
                        + "agreement.")
final class Calibrate implements Callable<Integer> {
    @Parameters(paramLabel = "LOG", description = "The log: CSV, plain or gzipped.")
    private Path log = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            required = true,
            description = "How to read the log; it names the column with the verdict.")
    private Path mapping = Path.of("");

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "A zone in whose local time the service may open, as Europe/Copenhagen or +05:30; may be given "
                            + "more than once. Default: that of the times in the log.")
    private List<ZoneId> zones = ImmutableList.of();

    @Option(
            names = "--every-offset",
            description =
                    "Try opening hours in the local time of every whole hour from UTC, for a log that does not say "
                            + "in which zone its times are. Not with --zone.")
    private boolean everyOffset;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "PRIORITY",
            description =
                    "What limits go by: priority, or type, of which the mapping names the column. Default: priority.")
    private LimitsBy by = LimitsBy.PRIORITY;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the whole ranking as JSON here.")
    private Optional<Path> json = Optional.empty();

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    Calibrate() {}

    @Override
    public Integer call() throws IOException {
        if (everyOffset && !zones.isEmpty()) {
            System.err.println("--every-offset and --zone exclude each other: one tries all zones, the other some");
            return Replay.UNUSABLE;
        }
        long started = System.nanoTime();
        LogMapping read = LogMapping.read(mapping);
        String verdicts = verdicts(read);
        Counted counted = count(read);
        checkJudged(counted, verdicts);
        CalibrationReport report =
                new CalibrationReport(read.name(), counted, counted.calibration.build(by), other(counted));
        report.print(out);
        if (json.isPresent()) {
            WholeFile.write(json.get(), report.json());
        }
        Replay.tellEffort(started);
        return 0;
    }

    private String verdicts(LogMapping read) {
        return read.columns()
                .name(Column.VERDICT)
                .orElseThrow(() -> new UnusableInputException(
                        mapping, "/caseColumns/verdict: missing; calibration needs the column with the verdicts"));
    }

    /** What limits by type would explain, told beside those by priority. */
    private Optional<FittedClock> other(Counted counted) {
        return by == LimitsBy.PRIORITY && counted.calibration.knowsTypes()
                ? Optional.of(counted.calibration.build(LimitsBy.TYPE).best())
                : Optional.empty();
    }

    private void checkJudged(Counted counted, String verdicts) {
        if (counted.cases == 0) {
            throw Replay.nothingUsable(log, counted.leftOut, counted.survey.rows());
        }
        if (counted.met + counted.missed == 0) {
            throw new UnusableInputException(
                    log,
                    "none of " + counted.cases + " cases has a verdict in column "
                            + OneLine.quoted(verdicts)
                            + "; at least one is needed");
        }
    }

    private Counted count(LogMapping read) {
        try (LogReading reading = LogReading.of(read, log)) {
            Counted counted = new Counted(family(read), reading.survey());
            reading.read(logged -> counted.add(logged, reading.endFor(logged)), counted.leftOut::add);
            return counted;
        }
    }

    private ClockFamily family(LogMapping read) {
        if (everyOffset) {
            return ClockFamily.inEveryOffset();
        }
        List<ZoneId> tried = zones.isEmpty() ? ImmutableList.of(read.time().zone()) : zones;
        return tried.stream().map(ClockFamily::usual).reduce(ClockFamily::plus).orElseThrow();
    }

    /** What is counted while a log is read. */
    static final class Counted {
        final CalibrationBuilder calibration;
        final LogSurvey survey;
        final LeftOut leftOut = new LeftOut();
        long cases;
        long met;
        long missed;

        Counted(ClockFamily family, LogSurvey survey) {
            this.survey = survey;
            this.calibration = Calibration.builder(family);
        }

        /** A clock that still runs is read at the end of the log. */
        void add(LoggedCase logged, Instant end) {
            cases++;
            logged.verdict().ifPresent(verdict -> {
                met += verdict == Verdict.MET ? 1 : 0;
                missed += verdict == Verdict.MISSED ? 1 : 0;
                CaseHistory history = CaseHistory.of(CaseTranslator.events(logged));
                calibration.add(
                        new JudgedCase(history, end, verdict, logged.last().type()));
            });
        }
    }
}
