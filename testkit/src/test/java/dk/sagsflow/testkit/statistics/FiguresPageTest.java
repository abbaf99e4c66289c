package dk.sagsflow.testkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.telephone.CallOddity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every figure has its entry, and every entry its figure. */
class FiguresPageTest {
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z_]+");

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("../docs", name));
    }

    private static Stream<String> names(String row) {
        return CONSTANT.matcher(Iterables.get(Splitter.on('|').split(row), 1))
                .results()
                .map(MatchResult::group);
    }

    @Test
    void every_figure_has_a_definition_and_every_dimension_is_explained() throws IOException {
        String page = page("statistics.md");
        String rows = String.join(
                "\n", page.lines().filter(line -> line.startsWith("| `")).toList());

        assertThat(Figure.values()).allSatisfy(figure -> assertThat(rows).contains("`" + figure + "`"));
        assertThat(Dimension.values()).allSatisfy(dimension -> assertThat(page).contains("`" + dimension + "`"));
        assertThat(PeriodLength.values()).allSatisfy(length -> assertThat(page).contains("`" + length + "`"));
        assertThat(rows.lines().flatMap(FiguresPageTest::names))
                .isSubsetOf(Stream.of(Figure.values()).map(Figure::name).toList());
    }

    @Test
    void every_oddity_of_calls_is_explained() throws IOException {
        String page = page("telephone.md");

        assertThat(CallOddity.values()).allSatisfy(oddity -> assertThat(page).contains("`" + oddity + "`"));
    }
}
