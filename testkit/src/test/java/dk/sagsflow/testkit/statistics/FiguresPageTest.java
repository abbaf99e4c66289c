package dk.sagsflow.testkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.telephone.CallOddity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every figure has its entry, and every entry its figure. */
class FiguresPageTest {
    private static String page(String name) throws IOException {
        return Files.readString(Path.of("../docs", name));
    }

    @Test
    void every_figure_has_a_definition_and_every_dimension_is_explained() throws IOException {
        String page = page("statistics.md");
        String rows = String.join(
                "\n", page.lines().filter(line -> line.startsWith("| `")).toList());

        assertThat(Figure.values()).allSatisfy(figure -> assertThat(rows).contains("`" + figure + "`"));
        assertThat(Dimension.values()).allSatisfy(dimension -> assertThat(page).contains("`" + dimension + "`"));
        assertThat(PeriodLength.values()).allSatisfy(length -> assertThat(page).contains("`" + length + "`"));
        Stream<String> told = rows.lines()
                .flatMap(line -> Stream.of(line.split("\\|")[1].split(",")))
                .map(name -> name.strip().replace("`", ""))
                .filter(name -> name.matches("[A-Z_]+"))
                .filter(name -> !name.equals("Figure"));
        assertThat(told).allSatisfy(name -> assertThat(Figure.valueOf(name)).isNotNull());
    }

    @Test
    void every_oddity_of_calls_is_explained() throws IOException {
        String page = page("telephone.md");

        assertThat(CallOddity.values()).allSatisfy(oddity -> assertThat(page).contains("`" + oddity + "`"));
    }
}
