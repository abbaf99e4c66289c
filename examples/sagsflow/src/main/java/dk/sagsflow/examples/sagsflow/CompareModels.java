package dk.sagsflow.examples.sagsflow;

import dk.sagsflow.examples.sagsflow.explanation.GivenModel;
import dk.sagsflow.examples.sagsflow.log.CaseTranslator;
import dk.sagsflow.examples.sagsflow.log.LeftOut;
import dk.sagsflow.examples.sagsflow.log.LogReading;
import dk.sagsflow.examples.sagsflow.log.LogSource;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.Clocks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a draft of a model would have changed for the cases of a log. Not thread-safe. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description =
                "Tells what a draft of the agreements would have changed for the cases of a log: breaches that are "
                        + "new or gone, times that moved. With no LOG: the bundled one.")
final class CompareModels implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "LOG", description = "The log: CSV, plain or gzipped.")
    private Optional<Path> log = Optional.empty();

    @Option(names = "--mapping", paramLabel = "FILE", description = "How to read the log; needed with LOG.")
    private Optional<Path> mapping = Optional.empty();

    @Option(names = "--model", paramLabel = "DIR", required = true, description = "The model in force.")
    private Path model = Path.of("");

    @Option(names = "--against", paramLabel = "DIR", required = true, description = "The draft.")
    private Path draft = Path.of("");

    @Option(names = "--json", paramLabel = "FILE", description = "Write the difference as JSON here.")
    private Optional<Path> json = Optional.empty();

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    CompareModels() {}

    @Override
    public Integer call() throws IOException {
        long started = System.nanoTime();
        Difference difference = new Difference(clocks(model), clocks(draft));
        compare(difference);
        difference.lines().forEach(out::println);
        if (json.isPresent()) {
            WholeFile.write(json.get(), difference.json());
        }
        Replay.tellEffort(started);
        return 0;
    }

    private void compare(Difference difference) throws IOException {
        LeftOut leftOut = new LeftOut();
        try (LogSource source = LogSource.of(log, mapping);
                LogReading reading = LogReading.of(source.mapping(), source.log())) {
            reading.read(
                    logged -> difference.add(CaseHistory.of(CaseTranslator.events(logged)), reading.endFor(logged)),
                    leftOut::add);
            Replay.tell(source.log(), leftOut, reading.survey(), out);
        }
    }

    private static Clocks clocks(Path folder) throws IOException {
        return new Clocks(GivenModel.modelIn(folder).agreements());
    }
}
