package dk.sagsflow.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.imports.setting.ImportSettings;
import dk.sagsflow.verification.ModelVerification;
import dk.sagsflow.verification.finding.AcceptedFindings;
import dk.sagsflow.verification.finding.Severity;
import dk.sagsflow.verification.suite.PolicySuite;
import dk.sagsflow.verification.suite.SuiteReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The exports in {@code examples/imports}: files of an export, and what its owner puts beside the model. */
final class Samples {
    private static final Path ALL = Path.of("../../examples/imports");

    private Samples() {}

    /** The files of an export. */
    static List<Path> files(String name) {
        try (Stream<Path> files = Files.list(ALL.resolve(name).resolve("export"))) {
            return files.sorted().toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static PolicyImport imported(PolicySource source, String name, ImportSettings settings) {
        return PolicyImport.read(source, files(name), settings);
    }

    /** What is imported has no errors but those that are accepted, and its scenarios hold. */
    static void holds(PolicyImport imported, String name, Path folder) throws IOException {
        imported.write(folder);
        copy(ALL.resolve(name).resolve("beside"), folder);
        LocalDate from = LocalDate.of(2026, 10, 1);
        AcceptedFindings accepted = AcceptedFindings.beside(folder).orElseThrow();
        assertThat(ModelVerification.of(imported.model(), from)
                        .accepting(accepted)
                        .findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR
                        || finding.code().id().equals("SF901"))
                .isEmpty();
        SuiteReport report = PolicySuite.read(folder, from).run();
        assertThat(report.failed()).as(String.join("\n", report.lines())).isEmpty();
        assertThat(report.results()).hasSizeGreaterThan(4);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
