package dk.sagsflow.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on logging lists every line that the library logs, with its level, and none that it does not. */
class LoggingPageTest {
    private static final Path PAGE = Path.of("../docs/logging.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\w+) \\| `([^`]+)` \\|");
    private static final Pattern ANY_CALL = Pattern.compile("\\b(LOG|LOGGER)\\s*\\.\\s*\\w+\\(");
    private static final Pattern CALL =
            Pattern.compile("\\bLOG\\s*\\.(trace|debug|info|warn|error)\\(\\s*((?:\"[^\"]*\"\\s*\\+?\\s*)+)");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private static final ImmutableList<String> SOURCES = sources();

    @Test
    void every_line_that_is_logged_stands_on_the_page_with_its_level_and_no_other() {
        List<String> logged = found(CALL)
                .map(call -> call.group(1) + ": " + text(call))
                .distinct()
                .toList();

        assertThat(logged).hasSizeGreaterThan(30);
        assertThat(ROW.matcher(ProjectFiles.read(PAGE)).results().map(row -> row.group(1) + ": " + row.group(2)))
                .containsExactlyInAnyOrderElementsOf(logged);
    }

    @Test
    void every_call_of_a_logger_says_its_words_where_it_stands() {
        assertThat(found(ANY_CALL)).hasSameSizeAs(found(CALL).toList());
    }

    @Test
    void a_failing_sweep_an_escalation_and_one_that_nobody_hears_of_leave_lines() {
        assertThat(ProjectFiles.read(PAGE))
                .contains("| warn | `case {} failed in a sweep`")
                .contains("| info | `case {} is handed over for a limit`")
                .contains("| info | `somebody is told of a limit of case {}`")
                .contains("| error | `nobody can be told of limit {}");
    }

    private static Stream<MatchResult> found(Pattern pattern) {
        return SOURCES.stream().flatMap(source -> pattern.matcher(source).results());
    }

    private static String text(MatchResult call) {
        return TEXT.matcher(call.group(2)).results().map(part -> part.group(1)).collect(Collectors.joining());
    }

    /** Of programs only the library is asked: examples log as they like. */
    private static ImmutableList<String> sources() {
        return ProjectFiles.endingIn(".java").stream()
                .filter(file -> ProjectFiles.slashed(file).contains("/src/main/java/"))
                .filter(file -> !ProjectFiles.slashed(file).contains("/examples/"))
                .map(ProjectFiles::read)
                .filter(source -> source.contains("org.slf4j.Logger"))
                .collect(ImmutableList.toImmutableList());
    }
}
