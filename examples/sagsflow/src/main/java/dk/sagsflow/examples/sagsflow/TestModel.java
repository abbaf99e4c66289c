package dk.sagsflow.examples.sagsflow;

import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.verification.suite.PolicySuite;
import dk.sagsflow.verification.suite.SuiteReport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Plays the scenarios beside a model and holds its laws against it. Exit codes: 0 all hold, 1 some do not, 2 wrong use or unreadable input. Not
 * thread-safe.
 */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Plays the scenarios in the folder scenarios beside a model, and says what is otherwise than they expect,"
                    + " why, and where the model says so.",
            "Proves the laws in laws.json beside it, or shows a case that breaks one.",
            "A folder of conformance vectors is run alike."
        })
final class TestModel implements Callable<Integer> {
    private static final int FAILED = 1;

    /** How results are written; told on the command line in small letters. */
    enum Format {
        TEXT,
        JSON,
        JUNIT
    }

    @Mixin
    private CheckedModel model = new CheckedModel();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, json, or junit (XML). Default: text.")
    private Format format = Format.TEXT;

    @Option(
            names = "--update",
            description =
                    "Write what is found where something else is expected, and where \"?\" stands, for review. What"
                            + " was refused against expectation stays as it is.")
    private boolean update;

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    TestModel() {}

    @Override
    public Integer call() throws IOException {
        PolicySuite suite = read();
        SuiteReport report = suite.run(Runtime.getRuntime().availableProcessors());
        if (update) {
            suite.update(report).forEach(file -> System.err.println("written: " + file));
            suite = read();
            report = suite.run(Runtime.getRuntime().availableProcessors());
        }
        switch (format) {
            case TEXT -> report.lines().forEach(out::println);
            case JSON -> out.print(report.json());
            case JUNIT -> out.print(report.junit());
        }
        return report.failed().isEmpty() ? 0 : FAILED;
    }

    private PolicySuite read() throws IOException {
        try {
            return model.from()
                    .map(day -> PolicySuite.readFor(model.folder(), day))
                    .orElseGet(() -> PolicySuite.read(model.folder(), model.first()));
        } catch (InvalidDocumentException wrong) {
            throw new UnusableInputException(wrong.lines());
        } catch (UncheckedIOException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }
}
