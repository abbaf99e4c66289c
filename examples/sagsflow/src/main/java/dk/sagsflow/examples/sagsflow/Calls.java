package dk.sagsflow.examples.sagsflow;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.telephone.CallAmount;
import dk.sagsflow.core.telephone.CallCell;
import dk.sagsflow.core.telephone.CallStatistics;
import dk.sagsflow.core.telephone.CallTally;
import dk.sagsflow.core.telephone.ErlangC;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.examples.sagsflow.log.CallReader;
import dk.sagsflow.examples.sagsflow.log.CaseTranslator;
import dk.sagsflow.examples.sagsflow.log.JoinedCases;
import dk.sagsflow.examples.sagsflow.log.LeftOut;
import dk.sagsflow.examples.sagsflow.log.LogReading;
import dk.sagsflow.examples.sagsflow.log.LogSource;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.examples.sagsflow.log.mapping.CallMapping;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the figures of a telephone, and how many people it needs. Not thread-safe. */
@Command(
        name = "calls",
        mixinStandardHelpOptions = true,
        description =
                "Tells how long callers waited, how many gave up, and how many people must sit at the telephones.")
final class Calls implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The calls: a text with a header, or JSON; plain or gzipped.")
    private Path file = Path.of("");

    @Option(names = "--mapping", paramLabel = "FILE", required = true, description = "How to read the calls.")
    private Path mapping = Path.of("");

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Whose weekdays and hours. Default: that of the times.")
    private Optional<ZoneId> zone = Optional.empty();

    @Option(names = "--cases", paramLabel = "LOG", description = "A log of cases that the calls belong to.")
    private Optional<Path> cases = Optional.empty();

    @Option(names = "--case-mapping", paramLabel = "FILE", description = "How to read that; needed with --cases.")
    private Optional<Path> caseMapping = Optional.empty();

    @Option(
            names = "--share",
            paramLabel = "PERCENT",
            defaultValue = "80",
            description = "The share that shall be answered in time. Default: ${DEFAULT-VALUE}.")
    private double share;

    @Option(
            names = "--within",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "What in time means. Default: ${DEFAULT-VALUE}.")
    private int within;

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    Calls() {}

    @Override
    public Integer call() throws IOException {
        if (share <= 0 || share >= 100 || within < 0) {
            System.err.println("--share is more than 0 and less than 100, --within not negative");
            return Replay.UNUSABLE;
        }
        CallMapping read = CallMapping.read(mapping);
        List<String> remarks = new ArrayList<>();
        CallTally tally = tally(read, remarks);
        LeftOut leftOut = new LeftOut();
        CallReader.Seen seen = new CallReader(read).read(file, tally::add, leftOut::add);
        remarks.addAll(seen.remarks());
        CallStatistics figures = tally.statistics();
        if (figures.total().calls() == 0) {
            throw CallReader.nothingUsable(file, leftOut, seen.rows());
        }
        out.println(read.name());
        leftOut.lines(seen.rows()).forEach(out::println);
        remarks.forEach(out::println);
        CallReader.oddities(figures).forEach(out::println);
        gap(figures).ifPresent(out::println);
        tell(figures);
        return 0;
    }

    private CallTally tally(CallMapping read, List<String> remarks) throws IOException {
        ZoneId clock = zone.orElse(read.time().zone());
        if (cases.isEmpty() && caseMapping.isEmpty()) {
            return new CallTally(PeriodLength.WEEK, clock, read.queues());
        }
        JoinedCases joined = joined(remarks);
        return new CallTally(PeriodLength.WEEK, clock, read.queues(), joined::knows, joined::answer);
    }

    private JoinedCases joined(List<String> remarks) throws IOException {
        JoinedCases joined = new JoinedCases();
        LeftOut leftOut = new LeftOut();
        try (LogSource source = LogSource.of(cases, caseMapping);
                LogReading reading = LogReading.of(source.mapping(), source.log())) {
            reading.read(logged -> joined.add(CaseTimeline.of(CaseTranslator.events(logged))), leftOut::add);
            if (leftOut.rows() > 0) {
                remarks.add("of the cases:");
                remarks.addAll(leftOut.lines(reading.survey().rows()));
            }
            remarks.addAll(reading.survey().remarks());
        }
        return joined;
    }

    private void tell(CallStatistics figures) {
        Duration goal = Duration.ofSeconds(within);
        line("");
        line(
                "%-24s %8s %8s %9s %9s %9s %9s",
                "", "calls", "gave up", "median", "90 %", "in " + within + " s", "talked");
        row("all", figures.total(), goal);
        table("by weekday", figures, cell -> new Weekday(cell.weekday()), goal);
        table("by hour", figures, cell -> String.format(Locale.ROOT, "%02d", cell.hour()), goal);
        table("by origin", figures, cell -> cell.origin().orElse("not known"), goal);
        table("by system", figures, cell -> cell.system().map(Object::toString).orElse("not known"), goal);
        figures.total()
                .solvedInCall()
                .ifPresent(solved -> line(
                        "solved in the call: %.1f %% of %,d calls that belong to a known case",
                        100 * solved, figures.total().withCase()));
        staff(figures, goal);
    }

    private record Weekday(DayOfWeek day) implements Comparable<Weekday> {
        @Override
        public int compareTo(Weekday other) {
            return day.compareTo(other.day);
        }

        @Override
        public String toString() {
            return day.name().toLowerCase(Locale.ROOT);
        }
    }

    private <K extends Comparable<K>> void table(
            String title, CallStatistics figures, Function<CallCell, K> key, Duration goal) {
        line("");
        line("%s", title);
        new TreeMap<>(figures.by(key)).forEach((value, amount) -> row(value.toString(), amount, goal));
    }

    private void row(String name, CallAmount amount, Duration goal) {
        boolean waited = amount.answered() > 0;
        line(
                "%-24s %,8d %8s %9s %9s %9s %9s",
                name,
                amount.calls(),
                percent(amount.abandonment()),
                waited ? seconds(amount.waited().quantile(0.5)) : "-",
                waited ? seconds(amount.waited().quantile(0.9)) : "-",
                percent(amount.serviceLevel(goal)),
                waited ? seconds(amount.talked().mean()) : "-");
    }

    /** For each hour of the week, as many calls as came on average on such a weekday from the first call to the last. */
    private void staff(CallStatistics figures, Duration goal) {
        Duration handling = figures.total().talked().mean();
        if (handling.isZero()) {
            return;
        }
        line("");
        line("people at the telephones, by weekday and hour, for %.0f %% within %d s", share, within);
        ImmutableSet<LocalDate> days = figures.by(Calls::day).keySet();
        LocalDate first = Collections.min(days);
        LocalDate last = Collections.max(days);
        line(
                "supposed: a call is %d s of work, none after it; as many calls as on average on the weekdays from %s"
                        + " to %s; Erlang C, where nobody gives up",
                handling.toSeconds(), first, last);
        callsByHour(figures, first, last)
                .forEach((hour, calls) -> line(
                        "  weekday %s: %.1f calls, %d people",
                        hour + ":00", calls, ErlangC.of(calls, handling).people(share / 100, goal)));
    }

    private static Map<String, Double> callsByHour(CallStatistics figures, LocalDate first, LocalDate last) {
        Map<String, Double> calls = new TreeMap<>();
        figures.by(cell -> cell.weekday().getValue() + String.format(" %02d", cell.hour()))
                .forEach((hour, amount) ->
                        calls.put(hour, amount.calls() / (double) weekdays(hour.charAt(0) - '0', first, last)));
        return calls;
    }

    /** Periods are weeks. */
    private static LocalDate day(CallCell cell) {
        return cell.period().with(cell.weekday());
    }

    /** A year without a call, which averages would take for a quiet one. */
    private static Optional<String> gap(CallStatistics figures) {
        List<LocalDate> days = figures.by(Calls::day).keySet().stream().sorted().toList();
        return IntStream.range(1, days.size())
                .filter(day -> days.get(day - 1).plusYears(1).isBefore(days.get(day)))
                .mapToObj(day -> "no call between " + days.get(day - 1) + " and " + days.get(day)
                        + ": perhaps a date is wrong; averages count that time")
                .findFirst();
    }

    private static long weekdays(int weekday, LocalDate first, LocalDate last) {
        LocalDate next = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(weekday)));
        return next.isAfter(last) ? 0 : ChronoUnit.WEEKS.between(next, last) + 1;
    }

    private static String seconds(Duration length) {
        return length.toSeconds() + " s";
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble()) : "-";
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
