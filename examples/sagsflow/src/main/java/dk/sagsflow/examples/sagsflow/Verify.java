package dk.sagsflow.examples.sagsflow;

import dk.sagsflow.examples.sagsflow.explanation.GivenModel;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.verification.LawVerification;
import dk.sagsflow.verification.ModelVerification;
import dk.sagsflow.verification.comparison.ModelComparison;
import dk.sagsflow.verification.finding.Severity;
import dk.sagsflow.verification.law.Laws;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Proves things about a model folder. Exit codes: 0 fine, 1 there are errors (with {@code --strict}: or warnings), 2 wrong
 * use or unreadable input. Not thread-safe.
 */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Says what no case can reach, what nobody promised and what cannot be kept in a model, with a case "
                        + "that shows it.")
final class Verify implements Callable<Integer> {
    private static final int FOUND = 1;

    /** How findings are written; told on the command line in small letters. */
    enum Format {
        TEXT,
        JSON,
        SARIF
    }

    @Mixin
    private CheckedModel model = new CheckedModel();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, json, or sarif (2.1.0). Default: text.")
    private Format format = Format.TEXT;

    @Option(
            names = "--people",
            paramLabel = "FILE",
            description = "The people whom the model counts on. Default: people.json in the folder, if it is there.")
    private Optional<Path> people = Optional.empty();

    @Option(
            names = "--all",
            description =
                    "Tell what is accepted, too: what accepted.json in the folder lists does not count otherwise.")
    private boolean all;

    @Option(
            names = "--against",
            paramLabel = "OLD",
            description =
                    "The folder of the model before: tells what a desk does otherwise now, for all cases that can be, "
                            + "with one of them each, what concerns the fewest first.")
    private Optional<Path> against = Optional.empty();

    @Option(
            names = "--strict",
            description = "Exit with 1 if there are warnings, or something is otherwise than in OLD.")
    private boolean strict;

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    Verify() {}

    @Override
    public Integer call() throws IOException {
        LocalDate first = model.first();
        VerifiedFiles files = VerifiedFiles.read(model.folder(), people);
        LocalDate ofLaws =
                model.from().or(() -> files.laws().flatMap(Laws::from)).orElse(first);
        ModelVerification whole = withLaws(verified(files.model(), first, files.people()), files, ofLaws);
        ModelVerification verification =
                files.accepted().filter(accepted -> !all).map(whole::accepting).orElse(whole);
        Optional<ModelComparison> changes = changes(files.model(), first);
        VerificationReport report = new VerificationReport(
                model.folder(),
                people,
                files.model(),
                new VerificationReport.Verified(first, ofLaws, verification, changes));
        print(report);
        return exitCode(verification, changes);
    }

    private void print(VerificationReport report) {
        switch (format) {
            case TEXT -> report.print(out);
            case JSON -> out.print(report.json());
            case SARIF -> out.print(report.sarif());
        }
    }

    private int exitCode(ModelVerification verification, Optional<ModelComparison> changes) {
        Severity worst = strict ? Severity.WARNING : Severity.ERROR;
        boolean found = verification.findings().stream()
                .anyMatch(finding -> finding.severity().compareTo(worst) <= 0);
        boolean changed = strict && changes.filter(all -> !all.nothingChanges()).isPresent();
        return found || changed ? FOUND : 0;
    }

    private Optional<ModelComparison> changes(ModelFolder after, LocalDate first) throws IOException {
        return against.isPresent()
                ? Optional.of(ModelComparison.of(GivenModel.modelIn(against.get()), after.model(), first))
                : Optional.empty();
    }

    private static ModelVerification withLaws(ModelVerification plain, VerifiedFiles files, LocalDate first) {
        try {
            return files.laws()
                    .map(laws -> plain.keeping(LawVerification.of(files.model(), laws, first)))
                    .orElse(plain);
        } catch (IllegalArgumentException outOfReach) {
            throw new UnusableInputException(Path.of(Laws.NAME), String.valueOf(outOfReach.getMessage()));
        }
    }

    private static ModelVerification verified(ModelFolder model, LocalDate first, Optional<PeopleFile> people) {
        try {
            return people.map(file -> ModelVerification.of(model, first, file))
                    .orElseGet(() -> ModelVerification.of(model, first));
        } catch (IllegalArgumentException outOfReach) {
            throw new UnusableInputException(Path.of("--from"), String.valueOf(outOfReach.getMessage()));
        }
    }
}
