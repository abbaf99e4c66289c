package dk.sagsflow.report;

import static dk.sagsflow.report.Told.COPENHAGEN;
import static dk.sagsflow.report.Told.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.PeriodLength;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Periods that a report tells one by one, and what is open when they end. */
class PeriodsTest {
    private static ReportPlan byDay(String end) {
        return Told.plan(end).withPeriods(PeriodLength.DAY);
    }

    private static ImmutableList<ImmutableList<Shown>> rows(Report report, String topic) {
        return report.sections().stream()
                .filter(section -> section.topic().equals(topic))
                .findFirst()
                .orElseThrow()
                .table()
                .rows();
    }

    private static ImmutableList<Shown> row(LocalDate period, long... counts) {
        ImmutableList.Builder<Shown> row = ImmutableList.<Shown>builder().add(new Shown.Period(period));
        for (long count : counts) {
            row.add(new Shown.Count(count));
        }
        return row.build();
    }

    @Test
    void of_a_hundred_years_of_days_those_in_which_something_happened_are_told_and_the_page_says_so() {
        ReportTally tally = new ReportTally(byDay("2007-01-04T12:00:00"));
        tally.add(Told.registered("A", "1900-01-02T08:00:00").history());
        tally.add(Told.registered("B", "2007-01-02T08:00:00")
                .answered(at("2007-01-03T08:00:00"))
                .history());
        Report report = tally.report(Omissions.none());

        assertThat(rows(report, "load"))
                .containsExactly(
                        row(LocalDate.of(1900, 1, 2), 1, 0, 0, 1),
                        row(LocalDate.of(2007, 1, 2), 1, 0, 0, 2),
                        row(LocalDate.of(2007, 1, 3), 0, 1, 0, 1),
                        row(LocalDate.of(2007, 1, 4), 0, 0, 0, 1));
        assertThat(rows(report, "key").get(0).subList(1, 4))
                .as("of all, of the last whole day, of the one before")
                .containsExactly(new Shown.Count(2), new Shown.Count(0), new Shown.Count(1));
        assertThat(report.omissions().remarks())
                .containsExactly(
                        "39,080 of 39,084 periods (day) are not told one by one, because nothing happened in them;"
                                + " between those that begin on 1900-01-02 and 2007-01-02 is the longest time without anything:"
                                + " perhaps a date is wrong");
    }

    @ParameterizedTest
    @EnumSource(PeriodLength.class)
    void a_date_of_1900_is_told_however_long_periods_are(PeriodLength length) {
        ReportTally tally = new ReportTally(Told.plan("2007-01-04T12:00:00").withPeriods(length));
        tally.add(Told.registered("A", "1900-01-02T08:00:00").history());
        tally.add(Told.registered("B", "2007-01-02T08:00:00").history());
        Report report = tally.report(Omissions.none());

        assertThat(rows(report, "load")).hasSizeLessThan(4);
        assertThat(report.omissions().remarks()).singleElement().asString().endsWith("perhaps a date is wrong");
    }

    @Test
    void of_too_many_days_with_something_the_last_are_told_and_the_rest_in_the_whole_time() {
        ReportTally tally = new ReportTally(byDay("2009-12-31T12:00:00"));
        Instant first = at("2004-01-01T08:00:00");
        for (int day = 0; day < 2_100; day++) {
            Instant came = first.plus(Duration.ofDays(day));
            tally.add(Told.registered("C" + day, came, "amanda")
                    .answered(came.plusSeconds(60))
                    .history());
        }
        Report report = tally.report(Omissions.none());

        assertThat(rows(report, "load")).hasSize(Periods.MOST);
        assertThat(rows(report, "statuses").get(0).get(5))
                .as("all that were answered until then, told one by one or not")
                .isNotEqualTo(new Shown.Count(1));
        assertThat(rows(report, "key").get(0).get(1)).isEqualTo(new Shown.Count(2_100));
        assertThat(report.omissions().remarks())
                .anyMatch(remark -> remark.endsWith("are not told one by one: the last 2,000 are"));
    }

    /** Period for period and case for case, as the definition says it. */
    @ParameterizedTest
    @EnumSource(PeriodLength.class)
    void what_is_open_when_a_period_ends_is_what_came_before_and_was_not_answered_by_then(PeriodLength length) {
        ReportPlan plan = Told.plan("2008-03-10T16:00:00").withPeriods(length);
        ReportTally tally = new ReportTally(plan);
        Random random = new Random(1);
        List<Instant[]> spans = new ArrayList<>();
        for (int number = 0; number < 150; number++) {
            Instant came = at("2006-12-20T00:00:00").plus(Duration.ofHours(random.nextInt(9_000)));
            Instant left =
                    came.plus(Duration.ofHours(random.nextInt(2) == 0 ? random.nextInt(48) : random.nextInt(3_000)));
            Told told = Told.registered("C" + number, came, "amanda");
            tally.add((left.isAfter(plan.end()) ? told : told.answered(left)).history());
            spans.add(new Instant[] {came, left});
        }

        Breakdown periods = Breakdown.of(length, COPENHAGEN);
        for (ImmutableList<Shown> row : rows(tally.report(Omissions.none()), "backlog")) {
            Instant end = periods.ends(((Shown.Period) row.get(0)).start());
            Instant then = end.isAfter(plan.end()) ? plan.end() : end;
            long[] open = new long[plan.ages().limits().size() + 1];
            for (Instant[] span : spans) {
                if (span[0].isBefore(then) && !span[1].isBefore(then)) {
                    open[plan.ages().bucket(Duration.between(span[0], then))]++;
                }
            }
            assertThat(row).isEqualTo(row(((Shown.Period) row.get(0)).start(), open));
        }
    }
}
