package dk.sagsflow.testkit.embed;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.testkit.architecture.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever Java the pages show is compiled and run: each block is, word for word, what stands between {@code // sample} and
 * {@code // end} in a source file of the build.
 */
class SamplesOfThePagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SHOWN = between("```java", "```");
    private static final Pattern KEPT = between("// sample", "// end");
    private static final Pattern END_OF_A_MEMBER = Pattern.compile("(?m)^ {4}\\}$");
    private static final Pattern DECLARATION = Pattern.compile(
            "(@\\w+(\\(.*?\\))?\\s+)*(static |final )*(class|record|interface|void) .*", Pattern.DOTALL);

    /** What JUnit runs, and what a container is started with. */
    private static final Pattern RUN =
            Pattern.compile("@(Test|Property|Configuration|ApplicationScoped)\\b|extends \\w+Contract\\b");

    private static final ImmutableList<Path> PAGES = ProjectFiles.endingIn(".md");
    private static final ImmutableList<Sample> ON_PAGES =
            PAGES.stream().flatMap(page -> samples(page, SHOWN)).collect(ImmutableList.toImmutableList());
    private static final ImmutableList<Sample> IN_SOURCES = ProjectFiles.endingIn(".java").stream()
            .flatMap(file -> samples(file, KEPT))
            .collect(ImmutableList.toImmutableList());

    private record Sample(Path file, String text, String before) {
        static Sample of(Path file, String whole, MatchResult found) {
            String text = found.group(1).stripTrailing().stripIndent();
            return new Sample(file, text, whole.substring(0, found.start()));
        }

        /** What is declared for others is run by them; statements stand in a method that is run. */
        boolean isRun() {
            if (DECLARATION.matcher(text).matches()) {
                return RUN.matcher(ProjectFiles.read(file)).find();
            }
            int member = END_OF_A_MEMBER
                    .matcher(before)
                    .results()
                    .mapToInt(MatchResult::end)
                    .reduce(0, (one, next) -> next);
            return RUN.matcher(before.substring(member)).find();
        }

        @Override
        public String toString() {
            return file + ": " + text.lines().findFirst().orElse("nothing");
        }
    }

    @Test
    void every_sample_of_a_page_is_compiled() {
        Set<String> compiled = IN_SOURCES.stream().map(Sample::text).collect(toSet());

        assertThat(ON_PAGES).hasSizeGreaterThan(40);
        assertThat(ON_PAGES.stream().filter(sample -> !compiled.contains(sample.text())))
                .as("samples that stand in no source file, word for word, between // sample and // end")
                .isEmpty();
    }

    @Test
    void every_sample_of_a_page_is_run() {
        assertThat(IN_SOURCES.stream().filter(sample -> !sample.isRun()))
                .as("samples in no method that is run")
                .isEmpty();
    }

    @Test
    void what_is_kept_for_a_page_stands_on_one() {
        Set<String> shown = ON_PAGES.stream().map(Sample::text).collect(toSet());

        assertThat(IN_SOURCES.stream().filter(sample -> !shown.contains(sample.text())))
                .as("samples that no page shows any more")
                .isEmpty();
    }

    @Test
    void every_fence_of_java_is_seen() {
        List<String> fences = PAGES.stream()
                .flatMap(page -> ProjectFiles.read(page).lines())
                .map(String::strip)
                .filter(line -> line.toLowerCase(Locale.ROOT).matches("(```|~~~)\\s*(java|jshell).*"))
                .filter(line -> !line.startsWith("```javascript"))
                .toList();

        assertThat(fences).containsOnly("```java").hasSameSizeAs(ON_PAGES);
    }

    @Test
    void the_dependencies_of_the_page_on_embedding_are_those_of_the_outside_project() {
        String pom = unindented(ProjectFiles.read(ROOT.resolve("examples/outside/pom.xml")));

        assertThat(samples(ROOT.resolve("docs/embed.md"), between("```xml", "```")))
                .isNotEmpty()
                .allSatisfy(shown -> assertThat(pom).contains(unindented(shown.text())));
    }

    private static Pattern between(String begin, String end) {
        return Pattern.compile("(?ms)^ *" + Pattern.quote(begin) + "\\n(.*?)^ *" + Pattern.quote(end) + "$");
    }

    private static Stream<Sample> samples(Path file, Pattern pattern) {
        String whole = ProjectFiles.read(file);
        return pattern.matcher(whole).results().map(found -> Sample.of(file, whole, found));
    }

    private static String unindented(String text) {
        return text.strip().replaceAll("\\n *", "\n");
    }
}
