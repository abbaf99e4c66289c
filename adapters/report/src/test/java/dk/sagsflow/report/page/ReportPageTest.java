package dk.sagsflow.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.report.Chart;
import dk.sagsflow.report.Omissions;
import dk.sagsflow.report.Report;
import dk.sagsflow.report.Section;
import dk.sagsflow.report.Shown;
import dk.sagsflow.report.Table;
import dk.sagsflow.report.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportPageTest {
    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final String HIDDEN = "[\\p{Cc}\u202e&&[^\\n\\r]]";
    private static final Report REPORT = Told.quarter();

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle("dk.sagsflow.report.page.words", language);
    }

    @Test
    void both_languages_have_words_for_the_same() {
        assertThat(words(DANISH).keySet()).isEqualTo(words(Locale.ENGLISH).keySet());
        assertThat(words(DANISH).getLocale()).isEqualTo(DANISH);
    }

    @Test
    void texts_of_cases_are_escaped_and_the_page_asks_nobody_for_anything() {
        String page = ReportPage.of(REPORT, Locale.ENGLISH).html();

        assertThat(page)
                .contains("Support &amp; &lt;sons&gt;")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert(1)")
                .contains("default-src 'none'")
                .doesNotContain("src=\"http")
                .doesNotContain("href=\"http");
    }

    @Test
    void what_was_left_out_stands_above_all_figures_and_under_each_table() {
        String page = ReportPage.of(REPORT, DANISH).html();

        assertThat(page).contains("12 af 1.234 rækker er udeladt (1,0 %): tallene gælder resten");
        assertThat(page.indexOf("er udeladt")).isLessThan(page.indexOf("Kort fortalt</h2>"));
        assertThat(page).contains("<caption>Sager ind og ud (12 af 1.234 rækker er udeladt)</caption>");
        assertThat(page).contains("no time in &quot;&lt;b&gt;&quot;").contains("half of the dates");
    }

    @Test
    void a_page_is_in_its_language() {
        assertThat(ReportPage.of(REPORT, Locale.FRENCH).html())
                .contains("<html lang=\"en\">")
                .contains("Case load");
        assertThat(ReportPage.of(REPORT, DANISH).html())
                .contains("<html lang=\"da\">")
                .contains("Liggetid og frist")
                .containsPattern("\\d\\. jan\\. 2007 til 31\\. mar\\. 2007")
                .doesNotContain("Case load");
    }

    @Test
    void no_cell_of_csv_is_run_by_a_spreadsheet() {
        Map<String, String> files = ReportCsv.of(REPORT, Locale.ENGLISH).files();

        assertThat(files).containsKeys("key.csv", "load.csv", "left-out.csv", "groups.csv");
        assertThat(files.get("groups.csv")).contains("\"'=HYPERLINK(\"\"http://evil\"\")\"");
        assertThat(files.values())
                .allSatisfy(csv -> assertThat(
                                csv.lines().flatMap(line -> Splitter.on(',').splitToStream(line)))
                        .allSatisfy(
                                cell -> assertThat(cell).doesNotStartWith("=").doesNotStartWith("@")));
    }

    @Test
    void nothing_that_people_wrote_does_something_to_whoever_reads_the_page_or_the_csv() {
        String hostile = "red\u001b[31m\u009b1mgpj.exe\u202e";
        Report report = new Report(
                REPORT.plan(),
                REPORT.from(),
                REPORT.cases(),
                new Omissions(1, 10, ImmutableList.of(new Omissions.Reason(1, 2, hostile)), ImmutableList.of(hostile)),
                new Omissions(1, 10, ImmutableList.of(new Omissions.Reason(1, 2, hostile)), ImmutableList.of(hostile)),
                REPORT.sections().stream()
                        .flatMap(section -> Stream.of(section, written(section, hostile)))
                        .collect(ImmutableList.toImmutableList()));

        String page = ReportPage.of(report, Locale.ENGLISH).html();
        int scripts = page.indexOf("<script>");
        assertThat(page).contains("red [31m 1mgpj.exe");
        assertThat(page.substring(0, scripts)).doesNotContainPattern(HIDDEN).doesNotContain("\\u001b", "\\u001B");
        assertThat(ReportCsv.of(report, Locale.ENGLISH).files().values())
                .anySatisfy(csv -> assertThat(csv).contains("red [31m 1mgpj.exe"))
                .allSatisfy(csv -> assertThat(csv).doesNotContainPattern(HIDDEN));
    }

    /** The same with this in place of every name. */
    private static Section written(Section section, String name) {
        Chart chart = section.chart();
        if (chart instanceof Chart.Way course) {
            chart = new Chart.Way(
                    course.from(),
                    course.to(),
                    course.lanes().stream().map(lane -> lane + name).collect(ImmutableList.toImmutableList()),
                    course.visits().stream()
                            .map(visit -> new Chart.Visit(
                                    visit.lane(), name, visit.from(), visit.to(), visit.late(), visit.times()))
                            .collect(ImmutableList.toImmutableList()),
                    course.holds(),
                    course.closed(),
                    course.marks().stream()
                            .map(mark -> new Chart.Mark(mark.lane(), mark.at(), mark.key(), name))
                            .collect(ImmutableList.toImmutableList()));
        }
        ImmutableList<ImmutableList<Shown>> rows = section.table().rows().stream()
                .map(row -> row.stream()
                        .map(shown -> shown instanceof Shown.Name ? new Shown.Name(name) : shown)
                        .collect(ImmutableList.toImmutableList()))
                .collect(ImmutableList.toImmutableList());
        return new Section(
                section.topic(),
                section.about().isEmpty() ? "" : section.about() + name,
                chart,
                new Table(section.table().columns(), rows));
    }

    @Test
    void what_cases_are_called_alike_in_addresses_is_told_apart() {
        Report report = REPORT;
        Section course = report.sections().stream()
                .filter(section -> section.topic().equals("course"))
                .findFirst()
                .orElseThrow();
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        for (String number : List.of("A-1", "a/1", "Å", "Ø", "A-1-2", "a 1 2", "x".repeat(320), "x".repeat(319))) {
            sections.add(new Section("course", number, course.chart(), course.table()));
        }
        Report alike = new Report(
                report.plan(), report.from(), report.cases(), Omissions.none(), Omissions.none(), sections.build());

        assertThat(ReportCsv.of(alike, Locale.ENGLISH).files())
                .as("no file may be called by more than 255 bytes")
                .hasSize(8)
                .allSatisfy((name, text) -> assertThat(name).hasSizeLessThan(100));
        assertThat(Pattern.compile("<section id=\"(course[^\"]*)\"")
                        .matcher(ReportPage.of(alike, Locale.ENGLISH).html())
                        .results()
                        .map(found -> found.group(1) + ".csv"))
                .containsExactlyElementsOf(
                        ReportCsv.of(alike, Locale.ENGLISH).files().keySet());
    }

    @Test
    void csv_is_what_a_spreadsheet_of_the_language_opens() {
        assertThat(ReportCsv.of(REPORT, DANISH).files().get("load.csv"))
                .startsWith("\ufeffperiode;oprettet;besvaret;lukket;åbne til sidst;udeladte rækker\r\njan. 2007;");
        assertThat(ReportCsv.of(REPORT, DANISH).files().get("systems.csv")).containsPattern(";0,\\d+;");
        assertThat(ReportCsv.of(REPORT, Locale.ENGLISH).files().get("answers.csv"))
                .contains("median (s)");
        assertThat(ReportCsv.of(REPORT, Locale.ENGLISH)
                        .files()
                        .getOrDefault("key.csv", "")
                        .lines())
                .as("most figures of a column are no seconds")
                .anyMatch(line -> line.endsWith("figure,whole time,Feb 2007,period before"))
                .anyMatch(line -> line.startsWith("median time to answer (s),"))
                .anyMatch(line -> line.startsWith("registered,"));
    }

    @Test
    void each_part_has_its_definition_its_table_and_the_table_as_csv() {
        List<String> parts = Splitter.on("<section id=\"")
                .splitToList(ReportPage.of(REPORT, Locale.ENGLISH).html());

        assertThat(REPORT.sections())
                .extracting(Section::topic)
                .contains("load", "backlog", "flow", "tiers", "groups", "residence", "attainment", "agreements")
                .contains("answers", "waits", "arrivals", "systems", "known-errors", "worst", "course");
        assertThat(parts).hasSize(1 + REPORT.sections().size() + 1);
        for (int place = 0; place < REPORT.sections().size(); place++) {
            Section section = REPORT.sections().get(place);
            boolean drawn = !(section.chart() instanceof Chart.None || section.chart() instanceof Chart.Tiles);
            assertThat(parts.get(place + 1))
                    .as(section.topic())
                    .contains("<table", "<caption>", "<th scope=\"col\"", "href=\"data:text/csv")
                    .matches(part -> part.contains("role=\"img\"") == drawn, "has a chart")
                    .matches(
                            part -> part.contains("<p class=\"definition\">")
                                    == section.about().isEmpty(),
                            "has a definition");
        }
    }

    @Test
    void json_has_the_rows_of_every_table_and_says_what_was_left_out() {
        JsonNode json = JsonMapper.builder().build().readTree(ReportJson.write(REPORT));

        assertThat(json.get("leftOut").get("rows").asInt()).isEqualTo(12);
        assertThat(json.get("sections")).hasSameSizeAs(REPORT.sections());
        for (int place = 0; place < REPORT.sections().size(); place++) {
            Section section = REPORT.sections().get(place);
            assertThat(json.get("sections").get(place).get("rows"))
                    .hasSameSizeAs(section.table().rows());
        }
    }

    @Test
    void the_page_of_documentation_has_every_title_and_definition() throws IOException {
        String page = Files.readString(Path.of("../../docs/report.md"));
        ResourceBundle words = words(Locale.ENGLISH);

        assertThat(words.keySet().stream().filter(key -> key.endsWith(".definition")))
                .allSatisfy(key -> assertThat(page).contains(words.getString(key)));
    }
}
