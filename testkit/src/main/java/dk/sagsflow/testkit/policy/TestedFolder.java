package dk.sagsflow.testkit.policy;

import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import java.nio.file.Path;
import java.util.Optional;

/** What stands in the folder of a model, read once for all tests that are about it. Immutable. */
record TestedFolder(Path path, ModelFolder folder, Optional<PeopleFile> people) {
    static TestedFolder read(Path path) {
        ModelFolder folder = ModelFolder.read(path);
        return new TestedFolder(
                path, folder, PeopleFile.beside(path, folder.model().organisation()));
    }
}
