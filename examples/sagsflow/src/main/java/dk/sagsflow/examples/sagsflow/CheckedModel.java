package dk.sagsflow.examples.sagsflow;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The model about which a command says whether it holds, and from when on it is looked at. Not thread-safe. */
final class CheckedModel {
    @Parameters(paramLabel = "DIR", description = "The folder of the model.")
    private Path folder = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description =
                    "The first day of the year for which calendars are compared and laws are proved. Default: today, in"
                            + " UTC; for laws, that of laws.json.")
    private Optional<LocalDate> from = Optional.empty();

    /** Called by picocli. */
    CheckedModel() {}

    Path folder() {
        return folder;
    }

    /** What was asked for; empty if nothing was. */
    Optional<LocalDate> from() {
        return from;
    }

    /** What was asked for, or today. */
    LocalDate first() {
        return from.orElseGet(() -> LocalDate.now(Clock.systemUTC()));
    }
}
