package dk.sagsflow.verification.suite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.verification.scenario.Mismatch;
import dk.sagsflow.verification.scenario.ScenarioResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the owners of a model ask of it: the scenarios in the folder {@code scenarios} beside it, in JSON and Markdown; or a
 * folder of conformance vectors, which bring their own model. Needs Jackson 3 databind, which the host adds. Immutable, but
 * for the files, which are read once and written by {@link #update} alone.
 */
public final class PolicySuite {
    /** The folder beside a model in which its scenarios are. */
    public static final String SCENARIOS = "scenarios";

    private final ImmutableList<Check> checks;
    private final ImmutableList<String> leftOut;
    private final ImmutableMap<Path, String> files;

    PolicySuite(ImmutableList<Check> checks, ImmutableList<String> leftOut, ImmutableMap<Path, String> files) {
        this.checks = checks;
        this.leftOut = leftOut;
        this.files = files;
    }

    /**
     * Reads the suite of a folder.
     *
     * @throws InvalidDocumentException with everything that is wrong with the model, the people and the scenarios
     * @throws UncheckedIOException if a file cannot be read
     */
    public static PolicySuite read(Path folder) {
        return VectorFolder.in(folder).orElseGet(() -> new SuiteFolder(folder).suite());
    }

    /** How many scenarios there are. */
    public int size() {
        return checks.size();
    }

    /** Plays every scenario, on the calling thread. */
    public SuiteReport run() {
        long started = System.nanoTime();
        ImmutableList<ScenarioResult> results =
                checks.stream().map(Check::run).collect(ImmutableList.toImmutableList());
        return new SuiteReport(results, leftOut, Duration.ofNanos(System.nanoTime() - started));
    }

    /**
     * Writes into the files what was found where something else was expected, for review. What was refused against expectation
     * stays for people to decide.
     *
     * @param report what came of this suite
     * @return the files that changed
     * @throws UncheckedIOException if a file cannot be written
     */
    public ImmutableList<Path> update(SuiteReport report) {
        ImmutableList.Builder<Path> changed = ImmutableList.builder();
        files.forEach((file, text) -> {
            String edited = Edits.applied(text, found(report, file));
            if (!edited.equals(text)) {
                write(file, edited);
                changed.add(file);
            }
        });
        return changed.build();
    }

    private static ImmutableList<Mismatch> found(SuiteReport report, Path file) {
        return report.failed().stream()
                .filter(result -> result.spot().file().equals(file.toString()))
                .flatMap(result -> result.mismatches().stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
