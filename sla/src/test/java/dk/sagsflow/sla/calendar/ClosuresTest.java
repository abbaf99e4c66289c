package dk.sagsflow.sla.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.holiday.HolidayClosing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaks, closures with times, what comes before and after, and what a builder refuses. Times are those of Copenhagen. */
class ClosuresTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final LocalDate FRIDAY_14_MARCH = LocalDate.of(2008, 3, 14);

    private static ServiceCalendarBuilder office() {
        return ServiceCalendar.in(COPENHAGEN).open(MONDAY, FRIDAY, "08:00", "16:00");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(COPENHAGEN).toInstant();
    }

    private static Duration openOn(ServiceCalendar calendar, LocalDate date) {
        return calendar.openTime(
                date.atStartOfDay(COPENHAGEN).toInstant(),
                date.plusDays(1).atStartOfDay(COPENHAGEN).toInstant());
    }

    @Test
    void closed_on_14_march_from_12_to_half_past_3() {
        ServiceCalendar calendar =
                office().closed(FRIDAY_14_MARCH, "12:00", "15:30").build();

        assertThat(openOn(calendar, FRIDAY_14_MARCH)).isEqualTo(Duration.ofMinutes(270));
        assertThat(openOn(calendar, FRIDAY_14_MARCH.plusDays(7))).isEqualTo(Duration.ofHours(8));
        assertThat(calendar.due(at("2008-03-14T11:00"), Duration.ofHours(2)).orElseThrow())
                .isEqualTo(at("2008-03-17T08:30"));
    }

    @Test
    void a_closure_goes_before_hours_of_a_special_day_and_extra_openings_and_after_midnight() {
        ServiceCalendar calendar = office().hours(FRIDAY_14_MARCH, OpeningHours.of("10:00", "20:00"))
                .extraOpening(FRIDAY_14_MARCH.plusDays(1), OpeningHours.of("00:00", "06:00"))
                .closed(FRIDAY_14_MARCH, "12:00", "13:00")
                .closed(FRIDAY_14_MARCH, "19:00", "05:00")
                .build();

        assertThat(openOn(calendar, FRIDAY_14_MARCH)).isEqualTo(Duration.ofHours(8));
        assertThat(openOn(calendar, FRIDAY_14_MARCH.plusDays(1))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_break_is_one_of_the_week_and_of_nothing_else() {
        ServiceCalendar calendar = office().weeklyBreak(MONDAY, FRIDAY, OpeningHours.of("12:00", "12:30"))
                .hours(FRIDAY_14_MARCH, OpeningHours.of("10:00", "14:00"))
                .extraOpening(LocalDate.of(2008, 3, 15), OpeningHours.of("10:00", "14:00"))
                .build();

        assertThat(openOn(calendar, LocalDate.of(2008, 3, 13))).isEqualTo(Duration.ofMinutes(450));
        assertThat(openOn(calendar, FRIDAY_14_MARCH)).isEqualTo(Duration.ofHours(4));
        assertThat(openOn(calendar, LocalDate.of(2008, 3, 15))).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void a_break_of_the_night_closes_what_opened_the_day_before() {
        ServiceCalendar nights = ServiceCalendar.in(COPENHAGEN)
                .open(MONDAY, MONDAY, "22:00", "06:00")
                .weeklyBreak(TUESDAY, TUESDAY, OpeningHours.of("02:00", "02:30"))
                .build();

        assertThat(nights.openTime(at("2008-03-10T22:00"), at("2008-03-11T06:00")))
                .isEqualTo(Duration.ofMinutes(450));
    }

    @Test
    void a_closure_of_nothing_is_a_finding() {
        ServiceCalendar calendar = office().closed(FRIDAY_14_MARCH.plusDays(1), "12:00", "15:30")
                .closed(FRIDAY_14_MARCH, "15:00", "20:00")
                .closed(FRIDAY_14_MARCH, "16:00", "20:00")
                .build();

        assertThat(calendar.findings(FRIDAY_14_MARCH, FRIDAY_14_MARCH.plusYears(1)))
                .extracting(CalendarFinding::kind, CalendarFinding::words)
                .containsExactly(
                        tuple(
                                CalendarFinding.Kind.CLOSURE_OF_NOTHING,
                                "the closure 16:00-20:00 on 2008-03-14 closes nothing: nothing is open then"),
                        tuple(
                                CalendarFinding.Kind.CLOSURE_OF_NOTHING,
                                "the closure 12:00-15:30 on 2008-03-15 closes nothing: nothing is open then"));
        assertThat(calendar.findings(LocalDate.of(2009, 1, 1), LocalDate.of(2009, 12, 31)))
                .isEmpty();
    }

    @Test
    void a_list_of_dates_is_closed_in_one_call_or_not_at_all() {
        LocalDate thursday = FRIDAY_14_MARCH.minusDays(1);
        ServiceCalendarBuilder builder = office().closed(FRIDAY_14_MARCH);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.closed(List.of(thursday, FRIDAY_14_MARCH)))
                .withMessageContaining("2008-03-14 is a special day already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.closed(List.of(thursday, thursday)))
                .withMessageContaining("listed twice");

        ServiceCalendar calendar = builder.closed(List.of(thursday)).build();
        assertThat(openOn(calendar, thursday)).isZero();
        assertThat(openOn(calendar, FRIDAY_14_MARCH)).isZero();
    }

    @Nested
    class WhatWasRefused {
        @Test
        void leaves_nothing_of_hours_around_the_end_of_the_week() {
            ServiceCalendarBuilder builder = ServiceCalendar.in(COPENHAGEN).open(MONDAY, "01:00", "08:00");

            assertThatThrownBy(() -> builder.open(SUNDAY, "22:00", "01:30")).hasMessageContaining("overlap");

            ServiceCalendar calendar = builder.open(SUNDAY, "22:00", "23:00").build();
            assertThat(openOn(calendar, LocalDate.of(2008, 3, 16))).isEqualTo(Duration.ofHours(1));
        }

        @Test
        void leaves_nothing_of_several_days() {
            ServiceCalendarBuilder builder = ServiceCalendar.in(COPENHAGEN).open(WEDNESDAY, "08:00", "16:00");

            assertThatThrownBy(() -> builder.open(MONDAY, FRIDAY, "15:00", "17:00"))
                    .hasMessageContaining("WEDNESDAY");

            ServiceCalendar calendar = builder.open(MONDAY, "15:00", "17:00").build();
            assertThat(calendar)
                    .isEqualTo(ServiceCalendar.in(COPENHAGEN)
                            .open(WEDNESDAY, "08:00", "16:00")
                            .open(MONDAY, "15:00", "17:00")
                            .build());
        }

        @Test
        void is_a_break_outside_the_hours_and_one_that_leaves_nothing() {
            assertThatThrownBy(() -> office().weeklyBreak(SATURDAY, SATURDAY, OpeningHours.of("12:00", "13:00"))
                            .build())
                    .hasMessage(
                            "break 12:00-13:00 on SATURDAY is outside of the hours of the week; a break lies in them");
            assertThatThrownBy(() -> office().weeklyBreak(MONDAY, FRIDAY, OpeningHours.of("07:00", "17:00"))
                            .build())
                    .hasMessageContaining("never opens");
        }
    }

    @Nested
    class BeforeAndAfter {
        private final ServiceCalendar calendar = office().build();

        @ParameterizedTest
        @CsvSource({
            "2008-03-14T16:00, 2008-03-14T16:00",
            "2008-03-14T15:59, 2008-03-13T16:00",
            "2008-03-16T12:00, 2008-03-14T16:00",
            "2008-03-14T08:00, 2008-03-13T16:00"
        })
        void the_previous_closing_is_the_last_that_was(String at, String closing) {
            assertThat(calendar.previousClosing(at(at)).orElseThrow()).isEqualTo(at(closing));
        }

        @ParameterizedTest
        @CsvSource({
            "2008-03-14T08:00, 2008-03-17T08:00",
            "2008-03-14T07:59, 2008-03-14T08:00",
            "2008-03-14T12:00, 2008-03-17T08:00"
        })
        void the_next_opening_after_an_instant_begins_later(String after, String opening) {
            assertThat(calendar.nextOpeningAfter(at(after)).orElseThrow()).isEqualTo(at(opening));
        }

        @Test
        void what_never_comes_says_why() {
            ServiceCalendar always = ServiceCalendar.always(COPENHAGEN);
            Instant instant = at("2008-03-14T08:00");

            assertThatThrownBy(() -> always.previousClosing(instant).orElseThrow())
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("a closing before " + instant);
            assertThat(always.nextOpeningAfter(instant).instant()).isEmpty();
            assertThat(calendar.previousClosing(EpochNanos.FIRST_INSTANT).instant())
                    .isEmpty();
            assertThat(calendar.nextOpeningAfter(EpochNanos.LAST_INSTANT).instant())
                    .isEmpty();
            assertThat(calendar.previousClosing(EpochNanos.LAST_INSTANT).instant())
                    .isPresent();
            assertThatThrownBy(() -> calendar.previousClosing(Instant.MAX)).hasMessageContaining("calendars reach");
        }
    }

    @Nested
    class Holidays {
        private static final LocalDate CHRISTMAS = LocalDate.of(2007, 12, 25);

        private ServiceCalendar nights(HolidayClosing closing) {
            return ServiceCalendar.in(COPENHAGEN)
                    .open(MONDAY, SUNDAY, "22:00", "06:00")
                    .holiday(12, 25)
                    .holidaysClose(closing)
                    .build();
        }

        @Test
        void close_both_dates_where_that_is_said() {
            assertThat(openOn(nights(HolidayClosing.BY_OPENING_DATE), CHRISTMAS))
                    .isEqualTo(Duration.ofHours(6));
            assertThat(openOn(nights(HolidayClosing.BY_CALENDAR_DATE), CHRISTMAS))
                    .isZero();
            assertThat(openOn(nights(HolidayClosing.BY_BOTH_DATES), CHRISTMAS)).isZero();
            assertThat(openOn(nights(HolidayClosing.BY_BOTH_DATES), CHRISTMAS.plusDays(1)))
                    .isEqualTo(Duration.ofHours(2));
            assertThat(openOn(nights(HolidayClosing.BY_CALENDAR_DATE), CHRISTMAS.plusDays(1)))
                    .isEqualTo(Duration.ofHours(8));
        }

        @ParameterizedTest
        @CsvSource({"BY_OPENING_DATE", "BY_CALENDAR_DATE", "BY_BOTH_DATES"})
        void do_not_cut_the_hours_of_a_special_day(HolidayClosing closing) {
            ServiceCalendar calendar = office().holiday(12, 25)
                    .hours(LocalDate.of(2007, 12, 24), OpeningHours.of("21:00", "02:00"))
                    .holidaysClose(closing)
                    .build();

            assertThat(calendar.openAt(at("2007-12-25T01:00"))).isTrue();
            assertThat(calendar.openAt(at("2007-12-25T02:00"))).isFalse();
        }
    }

    @Test
    void a_date_counts_once_even_where_the_clock_goes_back_over_midnight() {
        ZoneId zone = ZoneId.of("America/St_Johns");
        ServiceCalendar calendar =
                ServiceCalendar.in(zone).open(MONDAY, SUNDAY, "09:00", "23:30").build();
        Instant start = LocalDateTime.parse("2002-10-25T12:00").atZone(zone).toInstant();

        assertThat(calendar.due(start, WorkingDays.of(1)).orElseThrow())
                .isEqualTo(Instant.parse("2002-10-27T03:00:00Z"));
        assertThat(calendar.due(start, WorkingDays.of(2)).orElseThrow())
                .isEqualTo(Instant.parse("2002-10-28T03:00:00Z"));
    }

    @Test
    void a_target_says_when_it_is_due() {
        Target target = Target.builder()
                .id("answer")
                .measure(Measure.RESOLUTION)
                .budget(new Budget.InWorkingDays(WorkingDays.of(1)))
                .calendar(office().build())
                .build();

        assertThat(target.due(at("2008-03-14T10:00")).orElseThrow()).isEqualTo(at("2008-03-17T16:00"));
        assertThat(target.withBudget(Budget.of(Duration.ofHours(8)))
                        .due(at("2008-03-14T10:00"))
                        .orElseThrow())
                .isEqualTo(at("2008-03-17T10:00"));
    }

    @Nested
    class CalendarsOfCalendars {
        private final ServiceCalendar one = office().build();
        private final ServiceCalendar other =
                ServiceCalendar.in(COPENHAGEN).open(SATURDAY, "10:00", "12:00").build();

        /** Each level holds the one before twice, in ways that do not fall together. */
        private ServiceCalendar tower(int levels) {
            ServiceCalendar tower = one;
            for (int level = 0; level < levels; level++) {
                tower = tower.minus(other).union(tower.intersection(one));
            }
            return tower;
        }

        @Test
        void cost_what_they_contain() {
            ServiceCalendar tower = tower(30);

            assertThat(openOn(tower, FRIDAY_14_MARCH)).isEqualTo(Duration.ofHours(8));
            assertThat(tower).isEqualTo(tower(30)).hasSameHashCodeAs(tower(30)).isNotEqualTo(tower(29));
            assertThat(tower.madeOf(other)).isTrue();
            assertThat(tower.madeOf(office().holiday(1, 1).build())).isFalse();
            assertThat(tower.findings(FRIDAY_14_MARCH, FRIDAY_14_MARCH.plusYears(1)))
                    .isEmpty();
            assertThat(tower.lastHolidays()).isEmpty();
            assertThat(tower.toString()).hasSizeLessThan(20_000);
        }

        @Test
        void are_themselves_where_they_are_put_together_with_themselves() {
            assertThat(one.union(one)).isEqualTo(one);
            assertThat(one.intersection(one)).isEqualTo(one);
            assertThat(openOn(one.minus(one), FRIDAY_14_MARCH)).isZero();
            assertThat(openOn(one.minus(one).minus(one), FRIDAY_14_MARCH)).isZero();
        }

        @Test
        void may_be_many_and_not_too_deep() {
            ServiceCalendar many = one;
            for (int i = 0; i < 700; i++) {
                many = many.union(office().closed(FRIDAY_14_MARCH.plusDays(i)).build());
            }
            assertThat(openOn(many, FRIDAY_14_MARCH)).isEqualTo(Duration.ofHours(8));
            assertThatThrownBy(() -> tower(60)).hasMessageContaining("at most 100");
        }
    }
}
