package dk.sagsflow.examples.sagsflow;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.statistics.CaseFacts;
import dk.sagsflow.core.statistics.Fact;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.examples.sagsflow.log.CaseTranslator;
import dk.sagsflow.examples.sagsflow.log.LeftOut;
import dk.sagsflow.examples.sagsflow.log.LogReading;
import dk.sagsflow.examples.sagsflow.log.LogSource;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.parquet.ParquetExport;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.statistics.ClockFacts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the cases of a log as Parquet. Not thread-safe. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the events, facts and summaries of the cases of a log as Parquet files, for tools of analysts.",
            "Without a log: of the bundled one."
        })
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder to write into; those within it are made, or empty.")
    private Path folder = Path.of("");

    @Option(names = "--log", paramLabel = "FILE", description = "The log of cases.")
    private Optional<Path> log = Optional.empty();

    @Option(names = "--mapping", paramLabel = "FILE", description = "How to read it; needed with --log.")
    private Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "The model whose agreements judge the cases: their clocks are among the facts.")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--strict", description = "Exit with 1 if rows were left out.")
    private boolean strict;

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    ExportCommand() {}

    @Override
    public Integer call() throws IOException {
        long started = System.nanoTime();
        try (LogSource source = LogSource.of(log, mapping);
                LogReading reading = LogReading.of(source.mapping(), source.log())) {
            LeftOut leftOut = new LeftOut();
            try (ParquetExport export = export(reading)) {
                reading.read(logged -> export.add(CaseTimeline.of(CaseTranslator.events(logged))), leftOut::add);
            }
            Replay.tell(source.log(), leftOut, reading.survey(), out);
            Replay.tellEffort(started);
            return strict && leftOut.rows() > 0 ? 1 : 0;
        }
    }

    private ParquetExport export(LogReading reading) throws IOException {
        Optional<SupportModel> judging = Replay.judging(log, model);
        Function<CaseTimeline, ImmutableList<Fact>> facts =
                judging.isPresent() ? new ClockFacts(new Clocks(judging.get().agreements()))::withCase : CaseFacts::of;
        try {
            return ParquetExport.into(folder, reading.survey().categories(), facts);
        } catch (IllegalArgumentException taken) {
            throw new UnusableInputException(ImmutableList.of(String.valueOf(taken.getMessage())));
        }
    }
}
