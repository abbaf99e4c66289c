package dk.sagsflow.verification.suite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.verification.scenario.Scenario;
import dk.sagsflow.verification.script.ScriptReader;
import dk.sagsflow.verification.script.SubjectModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads a model with its people and its scenarios, and tells of all files at once what is wrong. Not thread-safe. */
final class SuiteFolder {
    private final Path folder;
    private final Problems problems = new Problems();

    SuiteFolder(Path folder) {
        this.folder = folder;
    }

    PolicySuite suite() {
        Optional<SubjectModel> subject = subject();
        ImmutableMap<Path, String> files = files();
        ImmutableList.Builder<Check> checks = ImmutableList.builder();
        files.forEach((file, text) -> subject.ifPresentOrElse(
                model -> checks.addAll(checks(model, file, text)),
                () -> ScriptReader.checkForm(file.toString(), text, problems)));
        problems.throwIfAny();
        return new PolicySuite(checks.build(), ImmutableList.of(), files);
    }

    private ImmutableList<Check> checks(SubjectModel subject, Path file, String text) {
        return new ScriptReader(subject, problems)
                .read(file.toString(), text).stream()
                        .<Check>map(script -> new Scenario(subject, script)::play)
                        .collect(ImmutableList.toImmutableList());
    }

    private Optional<SubjectModel> subject() {
        Optional<ModelFolder> model = read(() -> ModelFolder.read(folder));
        return model.flatMap(
                read -> read(() -> PeopleFile.beside(folder, read.model().organisation()))
                        .map(people -> SubjectModel.of(folder, read, people)));
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
        if (!Files.isDirectory(scenarios)) {
            problems.add(new Problem(
                    scenarios.toString(), 1, 1, "", "no such folder; it holds the scenarios, in JSON or Markdown"));
            return ImmutableMap.of();
        }
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
