package dk.sagsflow.examples.sagsflow;

import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.examples.sagsflow.explanation.GivenModel;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.verification.load.SimulatedLoad;
import dk.sagsflow.verification.load.SimulatedLoadJson;
import dk.sagsflow.verification.simulation.Simulation;
import dk.sagsflow.verification.simulation.SimulationBuilder;
import dk.sagsflow.verification.simulation.SimulationReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays weeks of a model and tells the load on each tier and what would be late. Not thread-safe. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Plays weeks of a model with invented cases: how busy each tier and group is, where queues grow, which"
                    + " limits are exceeded, and whose cases are not answered at the end.",
            "The same model, load, date and seed give the same figures."
        })
final class Simulate implements Callable<Integer> {
    private static final int MOST_WEEKS = 520;

    /** How figures are written; told on the command line in small letters. */
    enum Format {
        TEXT,
        JSON
    }

    @Parameters(paramLabel = "DIR", description = "The folder of the model.")
    private Path folder = Path.of("");

    @Option(
            names = "--weeks",
            paramLabel = "N",
            defaultValue = "4",
            description = "For how many weeks cases come in, 1 to 520. Default: ${DEFAULT-VALUE}.")
    private int weeks;

    @Option(
            names = "--load",
            paramLabel = "FILE",
            description = {
                "Which cases come in and how groups work, as JSON (docs/COMMANDS.md), or the word standard: 100 cases"
                        + " a week and two people in every group.",
                "Default: DIR/load.json if there is one, otherwise standard."
            })
    private Optional<String> load = Optional.empty();

    @Option(
            names = "--people",
            paramLabel = "FILE",
            description =
                    "Lets these people work and these customers ask, as people.json says; others are made up where"
                            + " somebody is missing. Default: everybody is made up.")
    private Optional<Path> people = Optional.empty();

    @Option(names = "--cases", paramLabel = "N", description = "So many cases a week instead of what the load says.")
    private Optional<Double> casesPerWeek = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "The first day. Default: the Monday of this week, in UTC.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "2007",
            description = "What chance is made of. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Plays so often, each time with the next seed, and adds up. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text or json. Default: text.")
    private Format format = Format.TEXT;

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    Simulate() {}

    @Override
    public Integer call() throws IOException {
        long started = System.nanoTime();
        checkLength();
        ModelFolder model = GivenModel.folderIn(folder);
        SimulatedLoad standing = load(model);
        SimulatedLoad scaled = casesPerWeek.map(standing::withCasesPerWeek).orElse(standing);
        LocalDate first = from.orElseGet(
                () -> LocalDate.now(Clock.systemUTC()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        SimulationReport report = play(simulation(model, scaled), first);
        SimulationText text = new SimulationText(
                model.model().organisation(), scaled, new SimulationText.Played(first, weeks, seed, runs), report);
        switch (format) {
            case TEXT -> text.print(out);
            case JSON -> out.print(text.json());
        }
        Replay.tellEffort(started);
        return 0;
    }

    private void checkLength() {
        if (weeks < 1 || weeks > MOST_WEEKS || runs < 1) {
            throw new UnusableInputException(
                    Path.of("--weeks"),
                    weeks + " weeks, " + runs + " runs; 1 to 520 weeks and at least 1 run are possible");
        }
    }

    private SimulationBuilder simulation(ModelFolder model, SimulatedLoad scaled) {
        SimulationBuilder simulation = Simulation.builder(model.model()).withLoad(scaled);
        people.flatMap(named -> GivenModel.peopleOf(model.model().organisation(), people, folder))
                .map(PeopleFile::people)
                .ifPresent(known -> simulation.withPeople(known.actors(), known.customers()));
        return simulation;
    }

    private SimulatedLoad load(ModelFolder model) throws IOException {
        Path beside = folder.resolve("load.json");
        if (load.filter("standard"::equals).isPresent() || (load.isEmpty() && !Files.exists(beside))) {
            return SimulatedLoad.standard(model.model());
        }
        Path file = load.map(Path::of).orElse(beside);
        Problems problems = new Problems();
        Optional<SimulatedLoad> read = JsonDocument.read(file.toString(), Files.readString(file), problems)
                .flatMap(root -> SimulatedLoadJson.read(root, model.model(), model.calendars()));
        if (read.isEmpty() || !problems.list().isEmpty()) {
            throw new UnusableInputException(
                    problems.list().stream().map(Problem::describe).toList());
        }
        return read.get();
    }

    /** With a progress bar where somebody can see it. */
    private SimulationReport play(SimulationBuilder simulation, LocalDate first) {
        if (!CommandLine.Help.Ansi.AUTO.enabled()) {
            return play(simulation.build(), first);
        }
        long hours = Duration.ofDays(7L * weeks).toHours();
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("simulating")
                .setInitialMax(hours * runs)
                .build()) {
            return play(simulation.withProgress(stepping(bar)).build(), first);
        }
    }

    /** In whole hours; each run begins anew. */
    private static Consumer<Instant> stepping(ProgressBar bar) {
        Instant[] before = {Instant.MAX};
        return reached -> {
            if (reached.isAfter(before[0])) {
                long hours = Duration.between(before[0], reached).toHours();
                bar.stepTo(bar.getCurrent() + hours);
                before[0] = before[0].plus(Duration.ofHours(hours));
            } else {
                before[0] = reached;
            }
        };
    }

    private SimulationReport play(Simulation simulation, LocalDate first) {
        SimulationReport report = SimulationReport.none();
        for (int run = 0; run < runs; run++) {
            report = report.merge(simulation.run(first, weeks, seed + run));
        }
        return report;
    }
}
