package dk.sagsflow.report;

import static dk.sagsflow.report.Told.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.telephone.CallRecord;
import dk.sagsflow.core.telephone.CallStatistics;
import dk.sagsflow.core.telephone.CallTally;
import dk.sagsflow.report.page.ReportCsv;
import dk.sagsflow.report.page.ReportJson;
import dk.sagsflow.report.page.ReportPage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures of a period say how many rows they go without, of cases and of calls. */
class LeftOutByPeriodTest {
    private static final LocalDate JANUARY = LocalDate.of(2007, 1, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2007, 2, 1);
    private static final LocalDate MARCH = LocalDate.of(2007, 3, 1);

    private static Omissions leftOut(String reason, long left, Map<LocalDate, Long> byPeriod) {
        return new Omissions(
                left,
                100,
                ImmutableList.of(new Omissions.Reason(left, 7, reason)),
                ImmutableList.of(),
                ImmutableSortedMap.copyOf(byPeriod));
    }

    private static CallRecord call(String id, String arrived) {
        return new CallRecord(
                id,
                at(arrived),
                "centre",
                true,
                Duration.ofSeconds(15),
                Duration.ofMinutes(3),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static CallStatistics calls(PeriodLength length, CallRecord... calls) {
        CallTally tally = new CallTally(length, Told.COPENHAGEN, ImmutableSet.of());
        Stream.of(calls).forEach(tally::add);
        return tally.statistics();
    }

    /** Of three rows of January and one of no known time, and two calls of March. */
    private static Report report() {
        ReportTally tally = new ReportTally(Told.plan("2007-03-10T16:00:00"));
        tally.add(Told.registered("A", "2007-01-01T00:00:00")
                .answered(at("2007-01-31T12:00:00"))
                .history());
        tally.add(Told.registered("B", "2007-02-27T08:00:00").history());
        return tally.report(
                leftOut("time missing", 4, Map.of(JANUARY, 3L)),
                calls(PeriodLength.MONTH, call("1", "2007-01-30T08:10:00")),
                leftOut("waited missing", 2, Map.of(MARCH, 2L)));
    }

    private static Table table(Report report, String topic) {
        return report.sections().stream()
                .filter(section -> section.topic().equals(topic))
                .findFirst()
                .orElseThrow()
                .table();
    }

    private static <T> T last(List<T> of) {
        return of.get(of.size() - 1);
    }

    private static List<Long> counts(Stream<Shown> shown) {
        return shown.map(count -> ((Shown.Count) count).count()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"load", "backlog", "statuses", "answers"})
    void each_row_of_a_period_says_how_many_rows_its_figures_go_without(String topic) {
        Table table = table(report(), topic);

        assertThat(table.columns()).last().isEqualTo(TableColumn.of("left-out"));
        assertThat(counts(table.rows().stream().map(LeftOutByPeriodTest::last)))
                .as("one may be of any month")
                .containsExactly(4L, 1L, 1L);
    }

    @Test
    void each_column_of_a_period_says_how_many_rows_its_figures_go_without() {
        ImmutableList<Shown> attainment = last(table(report(), "attainment").rows());
        ImmutableList<Shown> key = last(table(report(), "key").rows());

        assertThat(attainment.get(0)).isEqualTo(new Shown.Word("rows-left-out"));
        assertThat(counts(attainment.stream().skip(1))).containsExactly(4L, 1L, 1L);
        assertThat(table(report(), "key").columns())
                .extracting(TableColumn::title)
                .endsWith(new Shown.Period(FEBRUARY), new Shown.Period(JANUARY));
        assertThat(counts(key.stream().skip(1))).containsExactly(4L, 1L, 4L);
    }

    @Test
    void what_is_drawn_of_shares_does_not_draw_the_rows_left_out() {
        String page = ReportPage.of(report(), Locale.ENGLISH).html();
        JsonNode charts = JsonMapper.builder()
                .build()
                .readTree(page.substring(
                        page.indexOf("{", page.indexOf("id=\"report-data\"")), page.indexOf("</script>")))
                .get("charts");

        assertThat(charts.valueStream()
                        .filter(chart -> chart.get("id").asString().equals("attainment-chart"))
                        .flatMap(chart -> chart.get("labels").valueStream())
                        .map(JsonNode::asString))
                .isNotEmpty()
                .doesNotContain("rows left out");
    }

    @Test
    void calls_left_out_are_told_by_period_beside_the_figures_of_calls_and_of_no_others() {
        Table periods = table(report(), "call-periods");

        assertThat(periods.rows())
                .as("February had no call, and of March none could be used")
                .extracting(row -> row.get(0))
                .containsExactly(new Shown.Period(JANUARY), new Shown.Period(FEBRUARY), new Shown.Period(MARCH));
        assertThat(counts(periods.rows().stream().map(row -> row.get(1)))).containsExactly(1L, 0L, 0L);
        assertThat(counts(periods.rows().stream().map(LeftOutByPeriodTest::last)))
                .containsExactly(0L, 0L, 2L);
        assertThat(table(report(), "calls-omitted").rows())
                .containsExactly(ImmutableList.of(new Shown.Period(MARCH), new Shown.Count(2)));
        assertThat(table(report(), "omitted").rows())
                .containsExactly(
                        ImmutableList.of(new Shown.Period(JANUARY), new Shown.Count(3)),
                        ImmutableList.of(new Shown.Word("undated"), new Shown.Count(1)));
    }

    @Test
    void page_csv_and_json_tell_them() {
        String page = ReportPage.of(report(), Locale.ENGLISH).html();
        Map<String, String> files = ReportCsv.of(report(), Locale.ENGLISH).files();
        JsonNode json = JsonMapper.builder().build().readTree(ReportJson.write(report()));

        assertThat(page)
                .contains("4 of 100 rows were left out (4.0 %)", "2 of 100 calls were left out (2.0 %)")
                .contains("<caption>Case load (4 of 100 rows were left out)</caption>")
                .contains("<caption>Calls period by period (2 of 100 rows were left out)</caption>");
        assertThat(page.indexOf("calls were left out")).isLessThan(page.indexOf("At a glance</h2>"));
        assertThat(files.get("load.csv")).contains("open at the end,rows left out\r\nJan 2007,1,1,0,0,4\r\n");
        assertThat(files.get("call-periods.csv")).contains("Mar 2007,0,,,,,,,2\r\n");
        assertThat(files.get("calls-left-out.csv")).contains("2,7,waited missing");
        assertThat(json.get("callsLeftOut").get("rows").asInt()).isEqualTo(2);
        assertThat(json.get("leftOut").get("rows").asInt()).isEqualTo(4);
        assertThat(json.get("sections")
                        .valueStream()
                        .flatMap(section -> section.get("rows").valueStream()))
                .anySatisfy(row -> assertThat(row.toString())
                        .isEqualTo("{\"figure\":\"rows-left-out\",\"all\":4,\"2007-02-01\":1,\"2007-01-01\":4}"));
    }

    @Test
    void where_nothing_is_left_out_nothing_is_said_of_it() {
        ReportTally tally = new ReportTally(Told.plan("2007-03-10T16:00:00"));
        tally.add(Told.registered("A", "2007-01-01T00:00:00").history());
        Report report = tally.report(Omissions.none(), calls(PeriodLength.MONTH, call("1", "2007-01-30T08:10:00")));

        assertThat(report.sections())
                .extracting(Section::topic)
                .contains("call-periods")
                .doesNotContain("omitted", "calls-omitted");
        assertThat(ReportPage.of(report, Locale.ENGLISH).html()).doesNotContain("left out");
    }

    @Test
    void calls_of_another_time_than_the_cases_are_told_and_those_by_other_periods_are_not_told_by_period() {
        ReportTally tally = new ReportTally(Told.plan("2007-03-10T16:00:00"));
        tally.add(Told.registered("A", "2007-02-01T00:00:00").history());
        CallRecord[] calls = {call("1", "2007-01-30T08:10:00"), call("2", "2007-03-11T08:10:00")};

        assertThat(tally.report(Omissions.none(), calls(PeriodLength.MONTH, calls))
                        .callOmissions()
                        .remarks())
                .singleElement()
                .asString()
                .startsWith("1 of 2 calls are of periods before the first case or after the last");
        assertThat(tally.report(Omissions.none(), calls(PeriodLength.DAY, calls))
                        .sections())
                .extracting(Section::topic)
                .contains("calls")
                .doesNotContain("call-periods");
    }
}
