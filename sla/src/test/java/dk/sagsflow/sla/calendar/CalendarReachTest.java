package dk.sagsflow.sla.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Range;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However far apart and in whatever order calendars are asked, and where they end. Times are UTC. */
class CalendarReachTest {
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2190-01-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<String> YEARS = List.of("2007", "2008", "1950", "2150", "1901", "2189", "2007");

    private static ServiceCalendar office() {
        return ServiceCalendar.in(ZoneOffset.UTC)
                .open(MONDAY, FRIDAY, "08:00", "16:00")
                .build();
    }

    @Test
    void a_calendar_that_grew_answers_as_one_that_is_asked_for_the_first_time() {
        ServiceCalendar grown = office();
        for (String year : YEARS) {
            Instant midsummer = Instant.parse(year + "-06-24T12:00:00Z");
            Instant newYear = Instant.parse(year + "-01-01T00:00:00Z");

            assertThat(grown.openTime(newYear, midsummer)).isEqualTo(office().openTime(newYear, midsummer));
            assertThat(grown.due(midsummer, HOUR)).isEqualTo(office().due(midsummer, HOUR));
            assertThat(grown.dueBefore(midsummer, HOUR)).isEqualTo(office().dueBefore(midsummer, HOUR));
            assertThat(grown.nextOpening(newYear)).isEqualTo(office().nextOpening(newYear));
            assertThat(grown.nextClosing(newYear)).isEqualTo(office().nextClosing(newYear));
            assertThat(grown.openIntervals(newYear, midsummer)).isEqualTo(office().openIntervals(newYear, midsummer));
            assertThat(grown.openAt(midsummer)).isEqualTo(office().openAt(midsummer));
        }
    }

    @Test
    void what_is_due_years_ahead_or_began_years_ago_is_found_by_a_calendar_that_was_asked_for_a_day() {
        Instant start = Instant.parse("2007-01-01T08:00:00Z");
        Duration tenYears = Duration.ofHours(8).multipliedBy(5 * 521);
        Instant end = office().due(start, tenYears).instant().orElseThrow();

        assertThat(end).isEqualTo(Instant.parse("2016-12-23T16:00:00Z"));
        // Back to the opening from which all of it is used up by then.
        assertThat(office().dueBefore(end, tenYears).instant()).contains(start);
        assertThat(office().openTime(start, end)).isEqualTo(tenYears);
    }

    @Test
    void all_that_there_is_can_be_used_up_and_not_a_moment_more() {
        ServiceCalendar always = ServiceCalendar.always();
        Duration all = Duration.between(FIRST, LAST);

        assertThat(always.openTime(FIRST, LAST)).isEqualTo(all);
        assertThat(always.openTime(LAST, FIRST)).isEqualTo(all.negated());
        assertThat(always.due(FIRST, all).instant()).contains(LAST);
        assertThat(always.due(FIRST, all.plusNanos(1))).isInstanceOf(ServiceMoment.Never.class);
        assertThat(always.due(FIRST.plusNanos(1), all)).isInstanceOf(ServiceMoment.Never.class);
        assertThat(always.dueBefore(LAST, all).instant()).contains(FIRST);
        assertThat(always.dueBefore(LAST.minusNanos(1), all)).isInstanceOf(ServiceMoment.Never.class);
        assertThat(always.dueBefore(LAST, all.plusNanos(1))).isInstanceOf(ServiceMoment.Never.class);
    }

    @Test
    void the_first_and_the_last_instant_are_within_reach_and_their_neighbours_are_not() {
        assertThat(office().openAt(FIRST)).isFalse();
        assertThat(office().openAt(LAST)).isFalse();
        assertThatThrownBy(() -> office().openAt(FIRST.minusNanos(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> office().openAt(LAST.plusNanos(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(office().nextOpening(LAST)).isInstanceOf(ServiceMoment.Never.class);
        assertThat(office().nextClosing(LAST)).isInstanceOf(ServiceMoment.Never.class);
        assertThat(office().dueBefore(FIRST.plus(HOUR), HOUR)).isInstanceOf(ServiceMoment.Never.class);
        assertThat(office().due(LAST.plusNanos(1), WorkingDays.of(1))).isInstanceOf(ServiceMoment.Never.class);
    }

    @Test
    void a_day_may_have_any_number_of_openings() {
        ServiceCalendarBuilder crowded = ServiceCalendar.in(ZoneOffset.UTC);
        for (int minute = 0; minute < 60; minute += 2) {
            crowded = crowded.open(
                    MONDAY,
                    LocalTime.of(9, minute).toString(),
                    LocalTime.of(9, minute + 1).toString());
        }
        ServiceCalendar calendar = crowded.build();
        Instant nine = Instant.parse("2007-01-01T09:00:00Z");

        assertThat(calendar.openTime(nine, nine.plus(HOUR))).isEqualTo(Duration.ofMinutes(30));
        for (int minute = 0; minute < 60; minute++) {
            Instant time = nine.plus(Duration.ofMinutes(minute));
            assertThat(calendar.openAt(time)).as("open at 9:%s", minute).isEqualTo(minute % 2 == 0);
            assertThat(calendar.openTime(nine, time)).isEqualTo(Duration.ofMinutes((minute + 1) / 2));
        }
        for (int used = 1; used <= 30; used++) {
            assertThat(calendar.due(nine, Duration.ofMinutes(used)).instant())
                    .contains(nine.plus(Duration.ofMinutes(2 * used - 1)));
        }
        assertThat(calendar.due(nine, Duration.ofMinutes(31)).instant())
                .contains(Instant.parse("2007-01-08T09:01:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "06:00, false, false, false",
        "07:00, true,  false, false",
        "10:00, true,  true,  false",
        "16:00, true,  false, true",
        "20:00, true,  false, true",
        "21:00, false, false, false"
    })
    void calendars_are_combined_as_sets(LocalTime time, boolean inEither, boolean inBoth, boolean inLateAlone) {
        ServiceCalendar early = ServiceCalendar.in(ZoneOffset.UTC)
                .open(MONDAY, SUNDAY, "07:00", "16:00")
                .build();
        ServiceCalendar late = ServiceCalendar.in(ZoneOffset.UTC)
                .open(MONDAY, SUNDAY, "10:00", "21:00")
                .build();
        Instant instant = LocalDate.of(2007, 8, 1).atTime(time).toInstant(ZoneOffset.UTC);

        assertThat(early.union(late).openAt(instant)).isEqualTo(inEither);
        assertThat(early.intersection(late).openAt(instant)).isEqualTo(inBoth);
        assertThat(late.minus(early).openAt(instant)).isEqualTo(inLateAlone);
    }

    @Test
    void openings_that_touch_are_one_and_those_that_a_moment_parts_are_two() {
        ServiceCalendar touching = ServiceCalendar.in(ZoneOffset.UTC)
                .open(MONDAY, "08:00", "12:00")
                .open(MONDAY, "12:00", "16:00")
                .build();
        ServiceCalendar apart = ServiceCalendar.in(ZoneOffset.UTC)
                .open(MONDAY, "08:00", "12:00")
                .open(MONDAY, "12:00:01", "16:00")
                .build();
        Instant monday = Instant.parse("2007-01-01T00:00:00Z");
        Instant noon = monday.plus(Duration.ofHours(12));

        assertThat(touching.openIntervals(monday, monday.plus(Duration.ofDays(1))))
                .containsExactly(Range.closedOpen(monday.plus(Duration.ofHours(8)), monday.plus(Duration.ofHours(16))));
        assertThat(apart.openIntervals(monday, monday.plus(Duration.ofDays(1)))).hasSize(2);
        assertThat(touching.nextClosing(noon).instant()).contains(monday.plus(Duration.ofHours(16)));
        assertThat(apart.nextClosing(monday).instant()).contains(noon);
        assertThat(apart.nextOpening(noon).instant()).contains(noon.plusSeconds(1));
        assertThat(apart.openIntervals(noon, noon.plusSeconds(1))).isEmpty();
        assertThat(apart.openIntervals(noon.minusSeconds(1), noon.plusSeconds(2)))
                .containsExactly(
                        Range.closedOpen(noon.minusSeconds(1), noon),
                        Range.closedOpen(noon.plusSeconds(1), noon.plusSeconds(2)));
    }

    @Test
    void working_days_are_counted_over_both_changes_of_the_clock() {
        ServiceCalendar daily = ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
                .open(MONDAY, SUNDAY, "00:00", "24:00")
                .build();

        assertThat(daily.due(Instant.parse("2007-03-24T12:00:00Z"), WorkingDays.of(1))
                        .instant())
                .contains(Instant.parse("2007-03-25T22:00:00Z"));
        assertThat(daily.due(Instant.parse("2007-10-27T12:00:00Z"), WorkingDays.of(1))
                        .instant())
                .contains(Instant.parse("2007-10-28T23:00:00Z"));
        assertThat(daily.due(Instant.parse("2007-03-24T12:00:00Z"), WorkingDays.of(300))
                        .instant())
                .contains(Instant.parse("2008-01-18T23:00:00Z"));
    }

    @Test
    void the_most_working_days_are_allowed_and_no_negative_buffer() {
        assertThat(WorkingDays.of(10_000).days()).isEqualTo(10_000);
        assertThat(WorkingDays.of(0).days()).isZero();
        assertThatThrownBy(() -> new WorkingDays(1, Duration.ofMinutes(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("buffer after the last working day is PT-1M; it cannot be negative");
    }

    /** What was open before and the budget together are more nanoseconds than a long holds. */
    @Test
    void a_budget_of_centuries_late_in_the_reach_of_calendars_never_ends() {
        ServiceCalendar nights = ServiceCalendar.in(ZoneId.of("UTC"))
                .open(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "06:00", "22:00")
                .build();
        Duration known = nights.openTime(Instant.parse("1905-01-01T00:00:00Z"), Instant.parse("2150-01-01T00:00:00Z"));

        assertThat(known).isPositive();
        assertThat(nights.due(Instant.parse("2150-01-01T00:00:00Z"), Duration.ofHours(2_000_000)))
                .isInstanceOf(ServiceMoment.Never.class);
    }
}
