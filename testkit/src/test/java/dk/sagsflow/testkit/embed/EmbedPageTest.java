package dk.sagsflow.testkit.embed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page on embedding shows is what tests run, or what the outside project is built with. */
class EmbedPageTest {
    private static final Path PAGE = Path.of("../docs/embed.md");
    private static final ImmutableList<Path> SOURCES = ImmutableList.of(
            Path.of("src/test/java/dk/sagsflow/testkit/embed"),
            Path.of("../examples/embed/src/main/java/dk/sagsflow/examples/embed"));

    @Test
    void every_program_of_the_page_is_one_that_runs() {
        List<String> programs = programs(read(PAGE), "```java\n", "```");

        assertThat(programs).hasSizeGreaterThanOrEqualTo(9);
        assertThat(running()).containsExactlyInAnyOrderElementsOf(programs);
    }

    @Test
    void the_dependencies_of_the_page_are_those_of_the_outside_project() {
        String pom = unindented(read(Path.of("../examples/outside/pom.xml")));

        assertThat(programs(read(PAGE), "```xml\n", "```"))
                .isNotEmpty()
                .allSatisfy(shown -> assertThat(pom).contains(shown));
    }

    private static List<String> running() {
        return SOURCES.stream()
                .flatMap(EmbedPageTest::files)
                .flatMap(file -> programs(read(file), "// sample\n", "// end\n").stream())
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("EmbedPageTest.java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> programs(String text, String begin, String end) {
        return Pattern.compile(Pattern.quote(begin) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(found -> unindented(found.group(1)))
                .toList();
    }

    private static String unindented(String text) {
        return Arrays.stream(text.strip().split("\n", -1)).map(String::strip).collect(Collectors.joining("\n"));
    }
}
