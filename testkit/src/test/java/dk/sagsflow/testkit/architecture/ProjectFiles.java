package dk.sagsflow.testkit.architecture;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the project is written in, of all modules, without what builds make of it. */
public final class ProjectFiles {
    private static final Path ROOT = Path.of("..");

    private ProjectFiles() {}

    /** The files whose paths, with slashes, end so, in the order of their paths. */
    public static ImmutableList<Path> endingIn(String suffix) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> slashed(file).endsWith(suffix))
                    .filter(file -> Stream.of("/target/", "/.git/").noneMatch(slashed(file)::contains))
                    .sorted()
                    .collect(ImmutableList.toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path with slashes, on any system. */
    public static String slashed(Path file) {
        return file.toString().replace('\\', '/');
    }

    /** What stands in a file. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
