package dk.sagsflow.examples.sagsflow;

import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.verification.finding.AcceptedFindings;
import dk.sagsflow.verification.law.Laws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that is read to verify a model, so that what is wrong with any of it is told at once. Immutable.
 *
 * @param model the model
 * @param people the people whom it counts on, if that is said
 * @param accepted the findings that are accepted, if any are
 * @param laws the laws beside the model, if there are any
 */
record VerifiedFiles(
        ModelFolder model, Optional<PeopleFile> people, Optional<AcceptedFindings> accepted, Optional<Laws> laws) {

    static VerifiedFiles read(Path folder, Optional<Path> elsewhere) throws IOException {
        try {
            Problems problems = new Problems();
            Optional<ModelFolder> model = tried(problems, () -> Optional.of(ModelFolder.read(folder)));
            Optional<AcceptedFindings> accepted = tried(problems, () -> AcceptedFindings.beside(folder));
            Optional<PeopleFile> known = people(folder, elsewhere, model, problems);
            Optional<Laws> laws = model.flatMap(read -> tried(problems, () -> Laws.beside(folder, read)));
            problems.throwIfAny();
            return new VerifiedFiles(model.orElseThrow(), known, accepted, laws);
        } catch (InvalidDocumentException wrong) {
            throw new UnusableInputException(wrong.lines());
        } catch (UncheckedIOException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }

    private static Optional<PeopleFile> people(
            Path folder, Optional<Path> elsewhere, Optional<ModelFolder> model, Problems problems) {
        Path people = elsewhere.orElseGet(() -> folder.resolve(PeopleFile.NAME));
        if (model.isEmpty() && (elsewhere.isPresent() || Files.exists(people))) {
            PeopleFile.problems(people, folder).forEach(problems::add);
        }
        return model.map(read -> read.model().organisation())
                .flatMap(organisation -> tried(
                        problems,
                        () -> elsewhere.isPresent()
                                ? Optional.of(PeopleFile.read(people, organisation))
                                : PeopleFile.beside(folder, organisation)));
    }

    private static <T> Optional<T> tried(Problems problems, Supplier<Optional<T>> reading) {
        try {
            return reading.get();
        } catch (InvalidDocumentException wrong) {
            wrong.problems().forEach(problems::add);
            return Optional.empty();
        }
    }
}
