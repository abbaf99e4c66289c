package dk.sagsflow.examples.sagsflow;

import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.imports.ImportReport;
import dk.sagsflow.imports.PolicyImport;
import dk.sagsflow.imports.PolicySource;
import dk.sagsflow.imports.setting.ImportSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Reads the policies of another helpdesk into a model. Exit codes: 0 fine, 1 something was left out or guessed (with {@code --strict}), 2 wrong
 * use or unreadable input; then nothing is written. Not thread-safe.
 */
@Command(
        name = "import-policies",
        mixinStandardHelpOptions = true,
        description = {
            "Reads service level policies that another helpdesk exported into the folder of a model.",
            "Says what was mapped, what was guessed, what has no equal, and what means something else there."
        })
final class ImportPolicies implements Callable<Integer> {
    private static final int LEFT_OUT = 1;

    /** How the report is written; told on the command line in small letters. */
    enum Format {
        TEXT,
        JSON
    }

    @Parameters(paramLabel = "FILES", arity = "1..*", description = "The files of the export.")
    private List<Path> files = List.of();

    @Option(
            names = "--from",
            paramLabel = "SYSTEM",
            required = true,
            description = "Where they come from: ${COMPLETION-CANDIDATES}, in small or capital letters.")
    private PolicySource source = PolicySource.ZENDESK;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "The folder of the model, which is not there yet, or empty. Default: the report alone.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE", description = "The zone of hours that name none.")
    private Optional<ZoneId> zone = Optional.empty();

    @Option(
            names = "--calendar",
            paramLabel = "NAME",
            description = "The schedule that counts where the other system decides it elsewhere: its id or name.")
    private Optional<String> calendar = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "How the report is written: text or json. Default: text.")
    private Format format = Format.TEXT;

    @Option(names = "--language", paramLabel = "LANGUAGE", defaultValue = "en", description = "en or da. Default: en.")
    private String language = "en";

    @Option(names = "--strict", description = "Exit with 1 if something was guessed or has no equal.")
    private boolean strict;

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    ImportPolicies() {}

    @Override
    public Integer call() throws IOException {
        PolicyImport imported = read();
        folder.ifPresent(into -> write(imported, into));
        ImportReport report = ImportReport.of(imported, Locale.forLanguageTag(language));
        switch (format) {
            case TEXT -> report.lines().forEach(out::println);
            case JSON -> out.print(report.json());
        }
        return strict && report.asksForEyes() ? LEFT_OUT : 0;
    }

    private PolicyImport read() throws IOException {
        try {
            return PolicyImport.read(source, files, new ImportSettings(zone, calendar));
        } catch (InvalidDocumentException wrong) {
            throw new UnusableInputException(wrong.lines());
        } catch (UncheckedIOException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }

    private static void write(PolicyImport imported, Path into) {
        try {
            imported.write(into);
        } catch (IllegalArgumentException | UncheckedIOException taken) {
            throw new UnusableInputException(into, String.valueOf(taken.getMessage()));
        }
    }
}
