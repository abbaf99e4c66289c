package dk.sagsflow.examples.sagsflow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.examples.sagsflow.log.CaseTranslator;
import dk.sagsflow.examples.sagsflow.log.LeftOut;
import dk.sagsflow.examples.sagsflow.log.LogReading;
import dk.sagsflow.examples.sagsflow.log.LogSource;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import dk.sagsflow.examples.sagsflow.report.TellEffort;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells how many people the cases of a log need, and how a pile of them grows. Not thread-safe. */
@Command(
        name = "effort",
        mixinStandardHelpOptions = true,
        description = {
            "Tells of each tier how many cases it has in a week, how many people that takes, and how its pile of cases"
                    + " grows.",
            "For example: effort --handling 1st=12 --handling 2nd=45 --people 1st=6"
        })
final class EffortCommand implements Callable<Integer> {
    @Option(names = "--log", paramLabel = "FILE", description = "The log of cases. Default: the bundled one.")
    private Optional<Path> log = Optional.empty();

    @Option(names = "--mapping", paramLabel = "FILE", description = "How to read it; needed with --log.")
    private Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--handling",
            paramLabel = "TIER=MINUTES",
            required = true,
            description = "How long somebody works on a case of a tier: measured, or supposed.")
    private Map<String, Double> handling = ImmutableMap.of();

    @Option(names = "--people", paramLabel = "TIER=N", description = "How many people a tier has; tells its backlog.")
    private Map<String, Integer> people = ImmutableMap.of();

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            defaultValue = "30",
            description = "How long a person works on cases in a week. Default: ${DEFAULT-VALUE}.")
    private double hours;

    @Option(
            names = "--goal",
            paramLabel = "PERCENT=MINUTES",
            description =
                    "Tells how many people must be at work so that so many of a hundred cases are taken up so soon.")
    private Map<Double, Integer> goal = ImmutableMap.of();

    @Option(
            names = "--open",
            paramLabel = "HOURS",
            defaultValue = "40",
            description = "How many hours of a week cases come in; for --goal. Default: ${DEFAULT-VALUE}.")
    private double open;

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    EffortCommand() {}

    @Override
    public Integer call() throws IOException {
        try (LogSource source = LogSource.of(log, mapping)) {
            check(source.mapping());
            tell(source);
            return 0;
        }
    }

    private void tell(LogSource source) throws IOException {
        LeftOut leftOut = new LeftOut();
        try (LogReading reading = LogReading.of(source.mapping(), source.log())) {
            TellEffort effort = new TellEffort(
                    TellEffort.weeks(source.mapping().time().zone()),
                    reading.survey().end().orElse(Instant.EPOCH));
            reading.read(logged -> effort.add(CaseTimeline.of(CaseTranslator.events(logged))), leftOut::add);
            Replay.tell(source.log(), leftOut, reading.survey(), out);
            effort.print(supposed(), out);
        }
    }

    private TellEffort.Supposed supposed() {
        ImmutableMap.Builder<TierId, Duration> minutes = ImmutableMap.builder();
        handling.forEach((tier, each) -> minutes.put(TierId.of(tier), Duration.ofSeconds((long) (60 * each))));
        ImmutableMap.Builder<TierId, Integer> staff = ImmutableMap.builder();
        people.forEach((tier, many) -> staff.put(TierId.of(tier), many));
        return new TellEffort.Supposed(
                minutes.build(), Duration.ofSeconds((long) (3_600 * hours)), staff.build(), goal());
    }

    private Optional<TellEffort.Goal> goal() {
        return goal.entrySet().stream()
                .map(asked -> new TellEffort.Goal(
                        asked.getKey() / 100, Duration.ofMinutes(asked.getValue()), Duration.ofSeconds((long)
                                (3_600 * open))))
                .findFirst();
    }

    private void check(LogMapping read) {
        ImmutableList.Builder<String> wrong = ImmutableList.builder();
        if (!read.shape().tellsMoves()) {
            wrong.add("a row of this log is a whole case: which tiers had it is not known");
        }
        checkWeek("--hours", hours, wrong);
        checkWeek("--open", open, wrong);
        checkGoal(wrong);
        checkHandling(read, wrong);
        checkPeople(wrong);
        if (!wrong.build().isEmpty()) {
            throw new UnusableInputException(wrong.build());
        }
    }

    private static void checkWeek(String option, double given, ImmutableList.Builder<String> wrong) {
        if (!(given > 0 && given <= 168)) {
            wrong.add(option + " " + given + ": more than 0, at most 168");
        }
    }

    private void checkGoal(ImmutableList.Builder<String> wrong) {
        if (goal.size() > 1) {
            wrong.add("--goal: one is enough");
        }
        goal.forEach((share, minutes) -> {
            if (!(share > 0 && share < 100) || minutes < 0 || minutes > 100_000) {
                wrong.add("--goal " + share + "=" + minutes
                        + ": more than 0 and less than 100 percent, within 0 to 100,000" + " minutes");
            }
        });
    }

    private void checkHandling(LogMapping read, ImmutableList.Builder<String> wrong) {
        ImmutableSet<String> tiers =
                read.tiers().stream().map(LogMapping.Tier::id).collect(ImmutableSet.toImmutableSet());
        handling.forEach((tier, each) -> {
            if (!tiers.contains(tier)) {
                wrong.add("--handling: " + OneLine.of(tier) + " is not one of " + String.join(", ", tiers));
            }
            if (!(each > 0 && each < 1_000_000)) {
                wrong.add("--handling " + OneLine.of(tier) + "=" + each + ": more than 0 minutes");
            }
        });
    }

    private void checkPeople(ImmutableList.Builder<String> wrong) {
        people.forEach((tier, many) -> {
            if (!handling.containsKey(tier)) {
                wrong.add("--people " + OneLine.of(tier) + "=" + many + " needs --handling " + OneLine.of(tier)
                        + "=MINUTES: how long one of its cases takes");
            }
            if (many < 0) {
                wrong.add("--people " + OneLine.of(tier) + "=" + many + ": not fewer than none");
            }
        });
    }
}
