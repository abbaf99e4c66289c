package dk.sagsflow.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.imports.setting.ImportSettings;
import dk.sagsflow.verification.ModelVerification;
import dk.sagsflow.verification.finding.Severity;
import dk.sagsflow.verification.suite.PolicySuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The exports in {@code examples/imports}, each with scenarios. */
final class Samples {
    private static final Path ALL = Path.of("../../examples/imports");

    private Samples() {}

    /** The files of an export. */
    static List<Path> files(String name) {
        try (Stream<Path> files = Files.list(ALL.resolve(name))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static PolicyImport imported(PolicySource source, String name, ImportSettings settings) {
        return PolicyImport.read(source, files(name), settings);
    }

    /** What is imported has no errors, and its scenarios hold. */
    static void holds(PolicyImport imported, String name, Path folder) throws IOException {
        imported.write(folder);
        LocalDate from = LocalDate.of(2026, 10, 1);
        assertThat(ModelVerification.of(imported.model(), from).findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
        Path scenarios = Files.createDirectory(folder.resolve("scenarios"));
        try (Stream<Path> files = Files.list(ALL.resolve(name).resolve("scenarios"))) {
            for (Path file : files.toList()) {
                Files.copy(file, scenarios.resolve(file.getFileName()));
            }
        }
        assertThat(String.join("\n", PolicySuite.read(folder, from).run().lines()))
                .doesNotContain("fails")
                .contains("scenarios");
        assertThat(PolicySuite.read(folder, from).run().failed()).isEmpty();
    }
}
