package dk.sagsflow.examples.sagsflow;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.examples.sagsflow.log.CaseTranslator;
import dk.sagsflow.examples.sagsflow.log.LogReading;
import dk.sagsflow.examples.sagsflow.log.LogSource;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import dk.sagsflow.examples.sagsflow.report.LogPlan;
import dk.sagsflow.examples.sagsflow.report.LogReport;
import dk.sagsflow.examples.sagsflow.report.ReportedCalls;
import dk.sagsflow.examples.sagsflow.report.TableFolder;
import dk.sagsflow.report.Omissions;
import dk.sagsflow.report.Report;
import dk.sagsflow.report.page.ReportCsv;
import dk.sagsflow.report.page.ReportJson;
import dk.sagsflow.report.page.ReportPage;
import dk.sagsflow.sla.clock.CaseHistory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a report of a log to look at: one page, JSON, CSV. Not thread-safe. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a report to look at: one page of HTML with charts and tables that needs no network, the same as"
                    + " JSON and CSV.",
            "Without a log: of the bundled one, with the calls that go with it."
        })
final class MakeReport implements Callable<Integer> {
    private static final ImmutableList<String> LANGUAGES = ImmutableList.of("en", "da");

    @Option(names = "--log", paramLabel = "FILE", description = "The log of cases.")
    private Optional<Path> log = Optional.empty();

    @Option(names = "--mapping", paramLabel = "FILE", description = "How to read it; needed with --log.")
    private Optional<Path> mapping = Optional.empty();

    @Option(names = "--model", paramLabel = "DIR", description = "The model whose agreements judge the cases.")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--calls", paramLabel = "FILE", description = "The calls of the telephone.")
    private Optional<Path> calls = Optional.empty();

    @Option(names = "--call-mapping", paramLabel = "FILE", description = "How to read them; needed with --calls.")
    private Optional<Path> callMapping = Optional.empty();

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            defaultValue = "MONTH",
            description = "day, week, month, quarter or year. Default: ${DEFAULT-VALUE}.")
    private PeriodLength period = PeriodLength.MONTH;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "en or da. Default: ${DEFAULT-VALUE}.")
    private String language = "en";

    @Option(names = "--html", paramLabel = "FILE", description = "Write the page here. Default: report.html.")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON here.")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--csv",
            paramLabel = "DIR",
            description = "Write each table as CSV into this folder; tables of an earlier run that it has not go.")
    private Optional<Path> csv = Optional.empty();

    @Option(names = "--strict", description = "Exit with 1 if rows were left out, of cases or calls.")
    private boolean strict;

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    MakeReport() {}

    @Override
    public Integer call() throws IOException {
        checkOptions();
        long started = System.nanoTime();
        try (LogSource source = LogSource.of(log, mapping)) {
            boolean left = write(source.mapping(), source.log());
            Replay.tellEffort(started);
            return strict && left ? 1 : 0;
        }
    }

    /** Whether rows were left out of it. */
    private boolean write(LogMapping read, Path file) throws IOException {
        try (LogReading reading = LogReading.of(read, file)) {
            LogPlan plan = new LogPlan(read, Replay.limits(read), Replay.judging(log, model));
            LogReport counting = new LogReport(plan, reading.survey(), period, besideCases());
            reading.read(logged -> counting.add(CaseHistory.of(CaseTranslator.events(logged))), counting::leaveOut);
            Report report = counting.report();
            if (report.cases() == 0) {
                throw Replay.nothingUsable(
                        file, counting.leftOut(), reading.survey().rows());
            }
            tell(counting, report);
            write(report);
            return counting.leftOut().rows() + counting.callsLeftOut().rows() > 0;
        }
    }

    private void tell(LogReport counted, Report report) {
        counted.leftOut().lines(report.omissions().all()).forEach(out::println);
        report.omissions().remarks().forEach(remark -> out.println("NOTE: " + remark));
        Omissions calls = report.callOmissions();
        if (calls.left() > 0 || !calls.remarks().isEmpty()) {
            out.println("of the calls:");
            counted.callsLeftOut().lines(calls.all()).forEach(out::println);
            calls.remarks().forEach(remark -> out.println("NOTE: " + remark));
        }
    }

    private void checkOptions() {
        if (!LANGUAGES.contains(language)) {
            throw new UnusableInputException(
                    ImmutableList.of("--language " + OneLine.quoted(language) + " is not one of en, da"));
        }
        if (calls.isPresent() != callMapping.isPresent()) {
            throw new UnusableInputException(ImmutableList.of("--calls and --call-mapping go together"));
        }
    }

    private LogReport.Calls besideCases() {
        if (calls.isPresent() && callMapping.isPresent()) {
            return new LogReport.Calls.Given(ReportedCalls.in(calls.get(), callMapping.get()));
        }
        return log.isPresent() ? new LogReport.Calls.None() : new LogReport.Calls.Bundled();
    }

    private void write(Report report) throws IOException {
        Locale in = Locale.forLanguageTag(language);
        if (json.isPresent()) {
            WholeFile.write(json.get(), ReportJson.write(report));
        }
        if (csv.isPresent()) {
            new TableFolder(csv.get()).write(ReportCsv.of(report, in).files(), WholeFile::write);
        }
        if (html.isPresent() || (json.isEmpty() && csv.isEmpty())) {
            Path page = html.orElse(Path.of("report.html"));
            WholeFile.write(page, ReportPage.of(report, in).html());
            out.println(page);
        }
    }
}
