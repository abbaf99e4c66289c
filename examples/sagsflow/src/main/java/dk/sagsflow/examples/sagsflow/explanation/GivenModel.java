package dk.sagsflow.examples.sagsflow.explanation;

import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.routing.configuration.SupportModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** The model that a command is given, and its people. What is wrong with their files is told line by line. */
public final class GivenModel {
    private GivenModel() {}

    /** The model in this folder. */
    public static SupportModel modelIn(Path folder) throws IOException {
        return folderIn(folder).model();
    }

    /** The same with the folder it stands in. */
    public static ModelFolder folderIn(Path folder) throws IOException {
        try {
            return ModelFolder.read(folder);
        } catch (InvalidDocumentException wrong) {
            throw new UnusableInputException(wrong.lines());
        } catch (UncheckedIOException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }

    /** Those of this file, or beside the model; nobody if there is no such file. */
    public static Optional<PeopleFile> peopleOf(SupportOrganisation organisation, Optional<Path> people, Path folder) {
        try {
            return people.isPresent()
                    ? Optional.of(PeopleFile.read(people.get(), organisation))
                    : PeopleFile.beside(folder, organisation);
        } catch (InvalidDocumentException wrong) {
            throw new UnusableInputException(wrong.lines());
        } catch (UncheckedIOException unreadable) {
            throw new UnusableInputException(
                    people.orElse(folder), "cannot be read: " + String.valueOf(unreadable.getMessage()));
        }
    }
}
