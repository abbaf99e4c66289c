package dk.sagsflow.testkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.StatisticsJson;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What hosts have stored beside their logs is read by every later release. */
class StatisticsJsonTest {
    /** As release 0.1 wrote it; never changed. */
    private static final String FORMAT_1 = """
        {"format":1,"length":"MONTH","zone":"Europe/Copenhagen","by":["GROUP","CATEGORY"],"categories":["login"],"cells":[\
        {"figure":"REGISTERED","period":"2007-08-01","values":{"GROUP":"centre","CATEGORY":"login"},"count":3},\
        {"figure":"VISITED","period":"2007-08-01","values":{"GROUP":"centre"},"count":3,"seconds":200305,\
        "lengths":{"60":2,"200180":1}}]}\
        """;

    @Test
    void what_release_1_stored_is_read_and_kept() {
        CaseStatistics figures = StatisticsJson.read("figures.json", FORMAT_1);

        assertThat(figures.in(LocalDate.of(2007, 8, 20), Figure.REGISTERED).count())
                .isEqualTo(3);
        assertThat(figures.of(Figure.VISITED).lengths().total()).isEqualTo(Duration.ofSeconds(200_305));
        assertThat(figures.of(Figure.VISITED).lengths().quantile(0.5)).isEqualTo(Duration.ofMinutes(1));
        assertThat(figures.by(Dimension.GROUP).of(Figure.VISITED).lengths().quantile(1))
                .isEqualTo(Duration.ofSeconds(200_180));
        assertThat(StatisticsJson.read("again", StatisticsJson.write(figures))).isEqualTo(figures);
    }

    @Test
    void what_a_newer_release_wrote_or_nobody_is_refused_with_its_place() {
        assertThatThrownBy(() -> StatisticsJson.read("figures.json", FORMAT_1.replace("\"format\":1", "\"format\":2")))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("figures.json:1:11: /format: 2 is the format of a newer release");
        assertThatThrownBy(() -> StatisticsJson.read("figures.json", FORMAT_1.replace("VISITED", "VISITS")))
                .hasMessageContaining("/cells/1/figure: \"VISITS\" is not one of the values");
        assertThatThrownBy(() -> StatisticsJson.read("figures.json", FORMAT_1.replace("\"60\":2", "\"60\":-2")))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("less than none");
    }
}
