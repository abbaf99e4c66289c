package dk.sagsflow.examples.sagsflow;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the real logs are, which are no part of the project, and the mappings that are kept for them. */
final class RealLogs {
    private static final String FOLDER = "sagsflow.data";

    private RealLogs() {}

    /** The mapping of this name, under {@code examples/sagsflow}. */
    static Path mapping(String name) {
        return above().flatMap(folder -> Stream.of(
                        folder.resolve(name),
                        folder.resolve("examples/sagsflow").resolve(name)))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not found from the working directory upwards"));
    }

    /** The log of this name; the test is skipped where it is not. */
    static Path log(String name) {
        Stream<Path> named = Stream.ofNullable(System.getProperty(FOLDER)).map(Path::of);
        Stream<Path> beside = above().map(folder -> folder.resolve("shared").resolve("data"));
        List<Path> found = Stream.concat(named, beside)
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .toList();
        if (found.isEmpty()) {
            abort(name + " was not found, neither in the folder named by the system property " + FOLDER
                    + " nor in shared/data of any folder above");
        }
        return found.get(0);
    }

    private static Stream<Path> above() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent);
    }
}
