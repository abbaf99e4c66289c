package dk.sagsflow.examples.sagsflow;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.OutOfBoundsException;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.examples.sagsflow.explanation.Explain;
import dk.sagsflow.examples.sagsflow.explanation.GivenModel;
import dk.sagsflow.examples.sagsflow.generate.AmsOrganisation;
import dk.sagsflow.examples.sagsflow.generate.ReferenceCallGenerator;
import dk.sagsflow.examples.sagsflow.generate.ReferenceLogGenerator;
import dk.sagsflow.examples.sagsflow.knowledge.Knowledge;
import dk.sagsflow.examples.sagsflow.log.LeftOut;
import dk.sagsflow.examples.sagsflow.log.LogReading;
import dk.sagsflow.examples.sagsflow.log.LogSource;
import dk.sagsflow.examples.sagsflow.log.LogSurvey;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import dk.sagsflow.examples.sagsflow.report.LogPlan;
import dk.sagsflow.examples.sagsflow.report.LogReport;
import dk.sagsflow.report.page.ReportPage;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Reads an incident log, turns it into cases with their events, lets the limits of its mapping judge them, and reports.
 * Exit codes: 0 fine, 1 rows were left out (with {@code --strict}), 2 wrong use or unreadable input, 3 a fault of the
 * program itself. Not thread-safe.
 */
@Command(
        name = "sagsflow",
        subcommands = {
            Verify.class,
            TestModel.class,
            Explain.class,
            Simulate.class,
            CompareModels.class,
            Calibrate.class,
            Calls.class,
            Knowledge.class,
            MakeReport.class,
            EffortCommand.class,
            ExportCommand.class,
            MakeMapping.class,
            ImportPolicies.class
        },
        mixinStandardHelpOptions = true,
        version = "sagsflow 0.1.0-SNAPSHOT",
        description = {
            "Proves, explains and simulates a model of a support organisation, and replays logs.",
            "Without a command: replays an incident log tier by tier; with no arguments at all the bundled log of the "
                    + "reference organisation, one year and 20,000 cases."
        })
public final class Replay implements Callable<Integer> {
    private static final int LEFT_OUT = 1;
    static final int UNUSABLE = 2;
    /** A fault of the program itself, or no memory left: which says nothing about what it was given. */
    static final int BROKEN = 3;

    @Option(names = "--log", paramLabel = "FILE", description = "The log: CSV, plain or gzipped.")
    private Optional<Path> log = Optional.empty();

    @Option(names = "--mapping", paramLabel = "FILE", description = "How to read the log; needed with --log.")
    private Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description =
                    "The model whose agreements judge the cases; its tiers and groups are called as in the mapping.")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the report as JSON here.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--html", paramLabel = "FILE", description = "Write the report as one self-contained page here.")
    private Optional<Path> html = Optional.empty();

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "Write the events of the cases here as they are published, one a line.")
    private Optional<Path> events = Optional.empty();

    @Option(names = "--strict", description = "Exit with 1 if rows were left out.")
    private boolean strict;

    private final PrintStream out = new Terminal();

    private Replay() {}

    /** Runs the command and ends the program with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return run(new CommandLine(new Replay()), arguments);
    }

    static int run(CommandLine program, String... arguments) {
        try {
            return program.setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler((failure, command, result) -> complain(failure))
                    .execute(arguments);
        } catch (Throwable fault) {
            return broken(fault);
        }
    }

    private static int broken(Throwable fault) {
        if (fault instanceof OutOfMemoryError) {
            System.err.printf(
                    Locale.ROOT,
                    "out of memory: the program may use %,d MB; give it more, as with java -Xmx1g%n",
                    Runtime.getRuntime().maxMemory() >> 20);
            return BROKEN;
        }
        String place = fault.getStackTrace().length == 0 ? "" : " at " + fault.getStackTrace()[0];
        System.err.println(OneLine.of("internal error, please report it: " + fault + place));
        return BROKEN;
    }

    private static int complain(Exception failure) {
        if (failure instanceof UnusableInputException unusable) {
            unusable.messages().forEach(System.err::println);
            return UNUSABLE;
        }
        if (failure instanceof OutOfBoundsException outside) {
            System.err.println(OneLine.of(String.valueOf(outside.getMessage())));
            return UNUSABLE;
        }
        if (failure instanceof IOException io) {
            return unreadable(io);
        }
        if (failure instanceof UncheckedIOException unchecked) {
            return unreadable(Optional.ofNullable(unchecked.getCause()).orElseGet(IOException::new));
        }
        return broken(failure);
    }

    private static int unreadable(IOException failure) {
        String why = failure instanceof NoSuchFileException ? ": no such file" : "";
        System.err.println(OneLine.of("cannot read or write: " + failure.getMessage() + why));
        return UNUSABLE;
    }

    @Override
    public Integer call() throws IOException {
        try (LogSource source = LogSource.of(log, mapping)) {
            LogMapping read = source.mapping();
            long started = System.nanoTime();
            ReplayTotals totals = totals(read, source.log());
            new TextReport(read, totals).print(out);
            if (json.isPresent()) {
                WholeFile.write(json.get(), new JsonReport(read, totals).text());
            }
            tellEffort(started);
            return strict && totals.leftOut.rows() > 0 ? LEFT_OUT : 0;
        }
    }

    private ReplayTotals totals(LogMapping read, Path file) throws IOException {
        try (LogReading reading = LogReading.of(read, file);
                EventLines lines = EventLines.to(events)) {
            Optional<SupportModel> judging = judging(log, model);
            Optional<Agreements> agreed = judging.map(SupportModel::agreements);
            ReplayTotals totals = new ReplayTotals(read, reading.survey(), limits(read), agreed);
            if (html.isPresent()) {
                LogReport page = page(read, judging, reading);
                count(reading, totals, lines, page);
                WholeFile.write(
                        html.get(), ReportPage.of(page.report(), Locale.ENGLISH).html());
            } else {
                reading.read(logged -> lines.add(totals.add(logged)), totals::reject);
            }
            agreed.ifPresent(all -> totals.evaluation = Knowable.of(totals.evaluation, all, read.shape()));
            if (totals.cases == 0) {
                throw nothingUsable(file, totals.leftOut, totals.survey.rows());
            }
            lines.finish();
            return totals;
        }
    }

    private static void count(LogReading reading, ReplayTotals totals, EventLines lines, LogReport page) {
        reading.read(logged -> page.add(lines.add(totals.add(logged))), row -> {
            totals.reject(row);
            page.leaveOut(row);
        });
    }

    private LogReport page(LogMapping read, Optional<SupportModel> judging, LogReading reading) {
        return new LogReport(
                new LogPlan(read, limits(read), judging),
                reading.survey(),
                PeriodLength.MONTH,
                log.isPresent() ? new LogReport.Calls.None() : new LogReport.Calls.Bundled());
    }

    /** What figures go without, to be told before them; of a log of which nothing can be used there are none. */
    static void tell(Path log, LeftOut leftOut, LogSurvey survey, PrintStream out) {
        if (leftOut.rows() == survey.rows()) {
            throw nothingUsable(log, leftOut, survey.rows());
        }
        leftOut.lines(survey.rows()).forEach(out::println);
        survey.remarks().forEach(remark -> out.println("NOTE: " + remark));
    }

    /** A report of nothing would look like a quiet year. */
    static UnusableInputException nothingUsable(Path log, LeftOut leftOut, long rows) {
        return leftOut.rows() == 0
                ? new UnusableInputException(log, "no row can be used: there are no rows after the header")
                : new UnusableInputException(ImmutableList.<String>builder()
                        .add(log + ": no row can be used")
                        .addAll(leftOut.lines(rows))
                        .build());
    }

    @Command(
            name = "generate",
            mixinStandardHelpOptions = true,
            description = "Makes a log of the reference organisation; the same seed makes the same log.")
    int generate(
            @Parameters(paramLabel = "FILE", description = "Where to write it, as CSV.") Path file,
            @Option(names = "--seed", defaultValue = "2007", description = "Default: ${DEFAULT-VALUE}.") long seed,
            @Option(names = "--cases", defaultValue = "20000", description = "Default: ${DEFAULT-VALUE}.") int cases,
            @Option(names = "--calls", paramLabel = "FILE", description = "Where to write calls that go with it.")
                    Optional<Path> calls)
            throws IOException {
        try (WholeFile whole = WholeFile.at(file)) {
            new ReferenceLogGenerator(seed, cases).write(whole.writer());
            whole.finish();
        }
        if (calls.isPresent()) {
            try (WholeFile whole = WholeFile.at(calls.get())) {
                new ReferenceCallGenerator(seed).write(file, whole.writer());
                whole.finish();
            }
        }
        return 0;
    }

    /** Tells time since then, of {@link System#nanoTime()}, and heap: no more than the peaks of its parts together, or its limit. */
    static void tellEffort(long started) {
        long peaks = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        long atMost = Math.min(peaks, Runtime.getRuntime().maxMemory());
        System.err.printf(
                Locale.ROOT, "%.2f s, at most %,d MB of heap%n", (System.nanoTime() - started) / 1e9, atMost >> 20);
    }

    /** The model asked for; the bundled log comes with the model of its organisation. */
    static Optional<SupportModel> judging(Optional<Path> log, Optional<Path> model) throws IOException {
        if (model.isPresent()) {
            return Optional.of(GivenModel.modelIn(model.get()));
        }
        return log.isPresent() ? Optional.empty() : Optional.of(AmsOrganisation.model());
    }

    /** An agreement for each tier that has a limit in the mapping, around the clock. */
    static Agreements limits(LogMapping mapping) {
        return Agreements.of(mapping.limits().entrySet().stream()
                .map(limit -> agreement(limit.getKey(), limit.getValue()))
                .toList());
    }

    private static Agreement agreement(String tier, LogMapping.Limit limit) {
        return Agreement.builder()
                .id(tier)
                .name("limit of " + tier)
                .kind(AgreementKind.OLA)
                .provider(new Party.OfTier(TierId.of(tier)))
                .consumer(new Party.EveryCustomer())
                .addTarget(Target.builder()
                        .id("residence")
                        .measure(Measure.RESIDENCE)
                        .budget(Budget.of(limit.limit()))
                        .calendar(ServiceCalendar.always())
                        .addAllPausedBy(limit.pausedBy().stream()
                                .map(reason -> WaitingFor.valueOf(reason.name()))
                                .toList())
                        .build())
                .build();
    }
}
