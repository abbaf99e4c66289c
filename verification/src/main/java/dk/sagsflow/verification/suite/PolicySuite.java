package dk.sagsflow.verification.suite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.verification.LawVerdict;
import dk.sagsflow.verification.scenario.Mismatch;
import dk.sagsflow.verification.scenario.ScenarioResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the owners of a model ask of it: the scenarios in the folder {@code scenarios} beside it, in JSON and Markdown, and the
 * laws in {@code laws.json}; or a folder of conformance vectors, which bring their own model. Needs Jackson 3 databind, which the host adds. Immutable, but
 * for the files, which are read once and written by {@link #update} alone.
 */
public final class PolicySuite {
    /** The folder beside a model in which its scenarios are. */
    public static final String SCENARIOS = "scenarios";

    private final ImmutableList<Check> checks;
    private final Optional<LawChecks> laws;
    private final ImmutableList<String> leftOut;
    private final ImmutableMap<Path, String> files;

    PolicySuite(
            ImmutableList<Check> checks,
            Optional<LawChecks> laws,
            ImmutableList<String> leftOut,
            ImmutableMap<Path, String> files) {
        this.checks = checks;
        this.laws = laws;
        this.leftOut = leftOut;
        this.files = files;
    }

    /**
     * Reads the suite of a folder, whose laws say themselves for which year they are proved.
     *
     * @throws InvalidDocumentException with everything that is wrong with the model, the people, the scenarios and the laws
     * @throws UncheckedIOException if a file cannot be read
     */
    public static PolicySuite read(Path folder) {
        return VectorFolder.in(folder).orElseGet(() -> new SuiteFolder(folder, said -> said).suite());
    }

    /**
     * Reads the suite of a folder.
     *
     * @param from the first day of the year for which laws are proved that do not say themselves
     * @throws InvalidDocumentException with everything that is wrong with the model, the people, the scenarios and the laws
     * @throws UncheckedIOException if a file cannot be read
     */
    public static PolicySuite read(Path folder, LocalDate from) {
        return VectorFolder.in(folder)
                .orElseGet(() -> new SuiteFolder(folder, said -> said.or(() -> Optional.of(from))).suite());
    }

    /**
     * Reads the suite of a folder.
     *
     * @param from the first day of the year for which laws are proved, whatever they say themselves
     * @throws InvalidDocumentException with everything that is wrong with the model, the people, the scenarios and the laws
     * @throws UncheckedIOException if a file cannot be read
     */
    public static PolicySuite readFor(Path folder, LocalDate from) {
        return VectorFolder.in(folder).orElseGet(() -> new SuiteFolder(folder, said -> Optional.of(from)).suite());
    }

    /** How many scenarios there are. */
    public int size() {
        return checks.size();
    }

    /** Plays every scenario and holds every law against the model, on the calling thread. */
    public SuiteReport run() {
        return run(1);
    }

    /**
     * Plays the scenarios and holds the laws against the model, many at a time. What is reported does not depend on how many.
     *
     * @param threads how many at a time, one or more; one is the calling thread
     */
    public SuiteReport run(int threads) {
        long started = System.nanoTime();
        ImmutableList.Builder<Supplier<Part>> work = ImmutableList.builder();
        // Laws take the longest, so they begin first.
        work.add(
                () -> new Part(ImmutableList.of(), laws.map(LawChecks::verdicts).orElse(ImmutableList.of())));
        checks.forEach(check -> work.add(() -> new Part(ImmutableList.of(check.run()), ImmutableList.of())));
        ImmutableList<Part> parts = new Workers(threads).all(work.build());
        return report(parts, Duration.ofNanos(System.nanoTime() - started));
    }

    /** What came of one scenario, or of all laws. */
    private record Part(ImmutableList<ScenarioResult> results, ImmutableList<LawVerdict> verdicts) {}

    private SuiteReport report(ImmutableList<Part> parts, Duration took) {
        ImmutableList.Builder<ScenarioResult> results = ImmutableList.builder();
        parts.forEach(part -> results.addAll(part.results()));
        ImmutableList<LawVerdict> verdicts = parts.get(0).verdicts();
        laws.ifPresent(held -> verdicts.forEach(verdict -> results.add(held.result(verdict))));
        ImmutableList<String> notAll = ImmutableList.<String>builder()
                .addAll(leftOut)
                .addAll(LawChecks.notProved(verdicts))
                .build();
        return new SuiteReport(results.build(), verdicts.size(), notAll, took);
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
