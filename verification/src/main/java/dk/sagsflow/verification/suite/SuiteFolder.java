package dk.sagsflow.verification.suite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.verification.law.Laws;
import dk.sagsflow.verification.scenario.Scenario;
import dk.sagsflow.verification.script.ScriptReader;
import dk.sagsflow.verification.script.SubjectModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads a model with its people and its scenarios, and tells of all files at once what is wrong. Not thread-safe. */
final class SuiteFolder {
    private final Path folder;
    private final UnaryOperator<Optional<LocalDate>> from;
    private final Problems problems = new Problems();

    /**
     * The suite of a folder.
     *
     * @param from the first day of the year for which laws are proved, from what they say of it themselves
     */
    SuiteFolder(Path folder, UnaryOperator<Optional<LocalDate>> from) {
        this.folder = folder;
        this.from = from;
    }

    PolicySuite suite() {
        Optional<ModelFolder> model = read(() -> ModelFolder.read(folder));
        Optional<SubjectModel> subject = model.flatMap(this::subject);
        Optional<LawChecks> laws = model.flatMap(this::laws);
        ImmutableMap<Path, String> files = files();
        ImmutableList.Builder<Check> checks = ImmutableList.builder();
        files.forEach((file, text) -> subject.ifPresentOrElse(
                known -> checks.addAll(checks(known, file, text)),
                () -> ScriptReader.checkForm(file.toString(), text, problems)));
        problems.throwIfAny();
        return new PolicySuite(checks.build(), laws, ImmutableList.of(), files);
    }

    private ImmutableList<Check> checks(SubjectModel subject, Path file, String text) {
        return new ScriptReader(subject, problems)
                .read(file.toString(), text).stream()
                        .<Check>map(script -> new Scenario(subject, script)::play)
                        .collect(ImmutableList.toImmutableList());
    }

    private Optional<SubjectModel> subject(ModelFolder model) {
        return read(() -> PeopleFile.beside(folder, model.model().organisation()))
                .map(people -> SubjectModel.of(folder, model, people));
    }

    private Optional<LawChecks> laws(ModelFolder model) {
        Optional<Laws> laws = read(() -> Laws.beside(folder, model)).flatMap(found -> found);
        Optional<LocalDate> day = from.apply(laws.flatMap(Laws::from));
        if (laws.isPresent() && day.isEmpty()) {
            String file = folder.resolve(Laws.NAME).toString();
            problems.add(
                    new Problem(file, 1, 1, "/from", "missing; the first day of the year for which laws are proved"));
        }
        return laws.flatMap(all -> day.map(first -> new LawChecks(folder, model, all, first)));
    }

    private <T> Optional<T> read(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (InvalidDocumentException wrong) {
            wrong.problems().forEach(problems::add);
            return Optional.empty();
        }
    }

    private ImmutableMap<Path, String> files() {
        Path scenarios = folder.resolve(PolicySuite.SCENARIOS);
        if (Files.isDirectory(scenarios)) {
            return texts(scenarios);
        }
        if (!Files.exists(folder.resolve(Laws.NAME))) {
            problems.add(new Problem(
                    scenarios.toString(),
                    1,
                    1,
                    "",
                    "no such folder; it holds the scenarios, in JSON or Markdown; or there may be a " + Laws.NAME));
        }
        return ImmutableMap.of();
    }

    private static ImmutableMap<Path, String> texts(Path scenarios) {
        try (Stream<Path> found = Files.walk(scenarios)) {
            ImmutableMap.Builder<Path, String> texts = ImmutableMap.builder();
            for (Path file : found.filter(SuiteFolder::holdsScenarios).sorted().toList()) {
                texts.put(file, Files.readString(file));
            }
            return texts.buildOrThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean holdsScenarios(Path file) {
        String name = file.toString();
        return Files.isRegularFile(file) && (name.endsWith(".json") || name.endsWith(ScriptReader.MARKDOWN));
    }
}
