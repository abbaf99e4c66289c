package dk.sagsflow.sla.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.NullPointerTester;
import dk.sagsflow.sla.holiday.AnnualHoliday;
import dk.sagsflow.sla.holiday.HolidayClosing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Service hours as a service manager would check them. Times are those of Copenhagen. */
class ServiceCalendarTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final ServiceCalendar OFFICE = ServiceCalendar.in(COPENHAGEN)
            .open(MONDAY, THURSDAY, "08:00", "16:00")
            .open(FRIDAY, "08:00", "15:30")
            .publicHolidays("DK")
            .holiday(6, 5)
            .holiday(12, 24)
            .holiday(12, 31)
            .build();
    private static final ServiceCalendar NIGHT = ServiceCalendar.in(COPENHAGEN)
            .open(MONDAY, SUNDAY, "22:00", "06:00")
            .build();

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
            2007-08-01T08:00 | PT8H     | 2007-08-01T16:00 | used up exactly at closing time is due at closing time
            2007-08-01T08:00 | PT8H1S   | 2007-08-02T08:00:01 | a second more is due a second after the next opening
            2007-08-01T16:00 | PT1H     | 2007-08-02T09:00 | at closing time the service is no longer open
            2007-08-03T15:00 | PT1H     | 2007-08-06T08:30 | over a weekend, with a short Friday
            2007-12-21T15:00 | PT8H     | 2007-12-27T15:30 | over Christmas Eve, which the calendar closes, and two holidays |
            2023-05-04T15:00 | PT2H     | 2023-05-08T09:00 | over Store Bededag while it was kept |
            2024-04-25T15:00 | PT2H     | 2024-04-26T09:00 | the same Friday after Store Bededag was abolished
            2007-03-23T15:00 | PT4H     | 2007-03-26T11:30 | over the change to summer time
            2007-08-04T12:00 | PT0S     | 2007-08-04T12:00 | nothing at all is due at once, open or not
            """)
    void due(String start, Duration budget, String expected, String words) {
        assertThat(OFFICE.due(at(start), budget).instant()).as(words).contains(at(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2007-10-27T22:00 | 2007-10-28T06:00 | PT9H | the night in which an hour comes twice is nine hours
            2007-03-24T22:00 | 2007-03-25T06:00 | PT7H | the night in which an hour is left out is seven
            2007-08-01T00:00 | 2007-08-02T00:00 | PT8H | a date holds the end of one night and the beginning of another
            2007-08-01T12:00 | 2007-08-01T12:00 | PT0S | no time is no time
            """)
    void night_hours(String from, String to, Duration open, String words) {
        assertThat(NIGHT.openTime(at(from), at(to))).as(words).isEqualTo(open);
        assertThat(NIGHT.openTime(at(to), at(from))).as(words).isEqualTo(open.negated());
    }

    @Test
    void there_are_no_openings_within_no_time() {
        assertThat(OFFICE.openIntervals(at("2007-08-02T10:00"), at("2007-08-02T10:00")))
                .isEmpty();
        assertThat(OFFICE.openIntervals(at("2007-08-02T11:00"), at("2007-08-02T10:00")))
                .isEmpty();
    }

    @Test
    void counting_back_may_end_at_an_opening() {
        assertThat(OFFICE.dueBefore(at("2007-08-02T10:00"), Duration.ofHours(2)).instant())
                .contains(at("2007-08-02T08:00"));
        assertThat(OFFICE.dueBefore(at("2007-08-02T10:00"), Duration.ofHours(3)).instant())
                .contains(at("2007-08-01T15:00"));
    }

    @Nested
    class ExceptionalDays {
        private final LocalDate saturday = LocalDate.of(2007, 8, 4);
        private final LocalDate holiday = LocalDate.of(2007, 12, 26);

        @Test
        void an_extra_saturday_opens_once() {
            ServiceCalendar calendar = office().extraOpening(saturday, OpeningHours.of("10:00", "12:00"))
                    .build();

            assertThat(hoursOn(calendar, saturday)).isEqualTo(Duration.ofHours(2));
            assertThat(hoursOn(calendar, saturday.plusWeeks(1))).isZero();
        }

        @Test
        void a_half_day_takes_the_place_of_the_hours_of_the_week() {
            LocalDate halfDay = LocalDate.of(2007, 8, 1);
            ServiceCalendar calendar =
                    office().hours(halfDay, OpeningHours.of("08:00", "12:00")).build();

            assertThat(hoursOn(calendar, halfDay)).isEqualTo(Duration.ofHours(4));
        }

        @Test
        void a_special_day_goes_before_a_holiday() {
            ServiceCalendar calendar = office().publicHolidays("DK")
                    .hours(holiday, OpeningHours.of("10:00", "11:00"))
                    .build();

            assertThat(hoursOn(calendar, holiday)).isEqualTo(Duration.ofHours(1));
            assertThat(hoursOn(calendar, holiday.minusDays(1))).isZero();
        }

        @Test
        void a_holiday_of_one_span_of_years_is_open_before_and_after() {
            ServiceCalendar calendar = office().holiday(
                            AnnualHoliday.afterEaster(26).until(2023).from(2007))
                    .build();

            assertThat(hoursOn(calendar, LocalDate.of(2006, 5, 12))).isEqualTo(Duration.ofHours(8));
            assertThat(hoursOn(calendar, LocalDate.of(2007, 5, 4))).isZero();
            assertThat(hoursOn(calendar, LocalDate.of(2023, 5, 5))).isZero();
            assertThat(hoursOn(calendar, LocalDate.of(2024, 4, 26))).isEqualTo(Duration.ofHours(8));
        }

        @Test
        void lunch_is_closed() {
            ServiceCalendar calendar = ServiceCalendar.in(COPENHAGEN)
                    .open(MONDAY, FRIDAY, "08:00", "12:00")
                    .open(MONDAY, FRIDAY, "12:30", "16:00")
                    .build();

            assertThat(calendar.due(at("2007-08-01T11:00"), Duration.ofHours(2)).instant())
                    .contains(at("2007-08-01T13:30"));
        }

        @Test
        void a_region_has_holidays_of_its_own() {
            LocalDate epiphany = LocalDate.of(2020, 1, 6);
            ServiceCalendar bavaria = ServiceCalendar.in(ZoneId.of("Europe/Berlin"))
                    .open(MONDAY, SUNDAY, "08:00", "16:00")
                    .publicHolidays("DE", "BY")
                    .build();
            ServiceCalendar germany = ServiceCalendar.in(ZoneId.of("Europe/Berlin"))
                    .open(MONDAY, SUNDAY, "08:00", "16:00")
                    .publicHolidays("DE")
                    .build();

            assertThat(hoursOn(bavaria, epiphany)).isZero();
            assertThat(hoursOn(germany, epiphany)).isEqualTo(Duration.ofHours(8));
        }

        @Test
        void a_night_shift_that_a_holiday_touches_closes_by_the_setting() {
            ServiceCalendar byOpening = nights(HolidayClosing.BY_OPENING_DATE);
            ServiceCalendar byDate = nights(HolidayClosing.BY_CALENDAR_DATE);

            assertThat(hoursOn(byOpening, holiday)).isEqualTo(Duration.ofHours(6));
            assertThat(hoursOn(byOpening, holiday.plusDays(1))).isEqualTo(Duration.ofHours(2));
            assertThat(hoursOn(byDate, holiday)).isZero();
            assertThat(hoursOn(byDate, holiday.plusDays(1))).isEqualTo(Duration.ofHours(8));
        }

        private ServiceCalendar nights(HolidayClosing closing) {
            return ServiceCalendar.in(COPENHAGEN)
                    .open(MONDAY, SUNDAY, "22:00", "06:00")
                    .holiday(12, 26)
                    .holidaysClose(closing)
                    .build();
        }

        private ServiceCalendarBuilder office() {
            return ServiceCalendar.in(COPENHAGEN).open(MONDAY, FRIDAY, "08:00", "16:00");
        }
    }

    @Nested
    class Versions {
        @Test
        void each_is_valid_from_the_beginning_of_its_date() {
            ServiceCalendar longer = ServiceCalendar.in(COPENHAGEN)
                    .open(MONDAY, SUNDAY, "07:00", "19:00")
                    .build();
            LocalDate change = LocalDate.of(2007, 9, 1);
            ServiceCalendar calendar = ServiceCalendar.versions(OFFICE, Map.of(change, longer));

            assertThat(hoursOn(calendar, change.minusDays(1))).isEqualTo(Duration.ofMinutes(450));
            assertThat(hoursOn(calendar, change)).isEqualTo(Duration.ofHours(12));
            assertThatThrownBy(() -> ServiceCalendar.versions(OFFICE, Map.of(change, ServiceCalendar.always())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("all versions of a calendar are in one zone");
        }
    }

    @Nested
    class InWorkingDays {
        @ParameterizedTest(name = "{3}")
        @CsvSource(delimiter = '|', textBlock = """
                2007-08-01T09:00 | 2 | 2007-08-03T15:30 | the date of the start does not count
                2007-08-02T09:00 | 2 | 2007-08-06T16:00 | over a weekend
                2007-08-04T12:00 | 1 | 2007-08-06T16:00 | from a Saturday
                2007-12-21T10:00 | 1 | 2007-12-27T16:00 | over Christmas
                2007-08-01T09:00 | 0 | 2007-08-01T16:00 | the same day
                2007-08-01T17:00 | 0 | 2007-08-02T16:00 | the same day is over, so the next
                """)
        void end_when_the_service_closes_on_the_last(String start, int days, String expected, String words) {
            assertThat(OFFICE.due(at(start), WorkingDays.of(days)).instant())
                    .as(words)
                    .contains(at(expected));
        }

        @Test
        void have_a_buffer_on_the_wall_clock() {
            assertThat(OFFICE.due(at("2007-08-01T09:00"), new WorkingDays(2, Duration.ofHours(2)))
                            .instant())
                    .contains(at("2007-08-03T17:30"));
        }

        @Test
        void of_a_service_that_never_closes_end_at_midnight() {
            assertThat(ServiceCalendar.always(COPENHAGEN)
                            .due(at("2007-08-01T09:00"), WorkingDays.of(1))
                            .instant())
                    .contains(at("2007-08-03T00:00"));
        }

        @Test
        void never_end_beyond_the_reach_of_calendars() {
            ServiceCalendar newYork = ServiceCalendar.always(ZoneId.of("America/New_York"));

            assertThat(newYork.due(Instant.parse("2189-12-31T12:00:00Z"), WorkingDays.of(1)))
                    .isInstanceOf(ServiceMoment.Never.class);
        }

        @Test
        void are_neither_negative_nor_endless() {
            assertThatThrownBy(() -> WorkingDays.of(-1)).hasMessage("working days are -1, not 0 to 10000");
            assertThatThrownBy(() -> WorkingDays.of(10_001)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class WhatIsRefused {
        @Test
        void a_week_that_never_opens() {
            assertThatThrownBy(() -> ServiceCalendar.in(COPENHAGEN).build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the week in Europe/Copenhagen never opens; at least one opening is needed");
        }

        @Test
        void hours_of_no_length_or_that_overlap_even_around_the_end_of_the_week() {
            assertThatThrownBy(() -> OpeningHours.of("08:00", "08:00")).hasMessageContaining("are empty");
            assertThatThrownBy(() -> ServiceCalendar.in(COPENHAGEN)
                            .open(SUNDAY, "22:00", "06:00")
                            .open(MONDAY, "05:00", "12:00"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("opening hours 05:00-12:00 on MONDAY overlap others of the week; join them");
        }

        @Test
        void countries_and_regions_that_nobody_knows() {
            assertThatThrownBy(() -> ServiceCalendar.in(COPENHAGEN).publicHolidays("XX"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no public holidays of country \"XX\"");
            assertThatThrownBy(() -> ServiceCalendar.in(COPENHAGEN).publicHolidays("DE", "zz"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("country \"DE\" has no region \"zz\"; it has");
        }

        @Test
        void a_special_day_that_is_said_twice() {
            LocalDate date = LocalDate.of(2007, 8, 1);

            assertThatThrownBy(() -> ServiceCalendar.in(COPENHAGEN).closed(date).closed(date))
                    .hasMessage("2007-08-01 is a special day already, open []; say its hours once");
        }

        @Test
        void hours_of_a_special_day_that_overlap_and_not_those_that_touch() {
            LocalDate date = LocalDate.of(2007, 8, 1);
            OpeningHours morning = OpeningHours.of("08:00", "12:00");

            assertThatThrownBy(() -> ServiceCalendar.in(COPENHAGEN)
                            .hours(date, morning, OpeningHours.of("13:00", "16:00"), OpeningHours.of("11:00", "14:00")))
                    .hasMessage("opening hours 11:00-14:00 on 2007-08-01 overlap others; join them");
            assertThat(ServiceCalendar.in(COPENHAGEN)
                            .open(MONDAY, FRIDAY, "08:00", "16:00")
                            .hours(date, morning, OpeningHours.of("12:00", "13:00"))
                            .build()
                            .openTime(at("2007-08-01T00:00"), at("2007-08-02T00:00")))
                    .isEqualTo(Duration.ofHours(5));
        }

        @Test
        void a_negative_budget_with_a_pointer_to_the_other_direction() {
            assertThatThrownBy(() -> OFFICE.due(Instant.EPOCH, Duration.ofHours(-1)))
                    .hasMessage("budget is PT-1H, which is negative; dueBefore counts back from the end");
            assertThatThrownBy(() -> OFFICE.dueBefore(Instant.EPOCH, Duration.ofHours(-1)))
                    .hasMessage("budget is PT-1H, which is negative; due counts on from the start");
        }

        @Test
        void nothing_at_all() {
            NullPointerTester tester = new NullPointerTester()
                    .setDefault(ZoneId.class, COPENHAGEN)
                    .setDefault(OpeningHours.class, OpeningHours.wholeDay())
                    .setDefault(ServiceCalendar.class, OFFICE)
                    .setDefault(Instant.class, Instant.EPOCH)
                    .setDefault(Duration.class, Duration.ofHours(1))
                    .setDefault(String.class, "08:00")
                    .setDefault(WorkingDays.class, WorkingDays.of(1));
            tester.testAllPublicStaticMethods(ServiceCalendar.class);
            tester.testAllPublicInstanceMethods(OFFICE);
            tester.testAllPublicStaticMethods(OpeningHours.class);
        }
    }

    @Nested
    class AtTheEdgeOfTime {
        @Test
        void what_calendars_do_not_reach_is_never() {
            assertThat(OFFICE.due(Instant.MAX, Duration.ofHours(1))).isInstanceOf(ServiceMoment.Never.class);
            assertThat(OFFICE.due(at("2189-12-31T12:00"), Duration.ofHours(100)))
                    .isInstanceOf(ServiceMoment.Never.class);
            assertThat(OFFICE.due(at("2007-08-01T08:00"), Duration.ofDays(300_000)))
                    .isInstanceOf(ServiceMoment.Never.class);
            assertThat(OFFICE.dueBefore(Instant.MIN, Duration.ofHours(1))).isInstanceOf(ServiceMoment.Never.class);
            assertThat(ServiceCalendar.always().nextClosing(Instant.EPOCH)).isInstanceOf(ServiceMoment.Never.class);
        }

        @Test
        void centuries_of_service_time_are_due_or_never_come_wherever_they_begin() {
            for (int years = 1; years <= 290; years++) {
                Duration budget = Duration.ofDays(365L * years);
                for (String start :
                        List.of("1900-01-01T12:00", "1970-01-01T00:00", "2007-08-01T08:00", "2189-06-01T00:00")) {
                    assertThat(OFFICE.due(at(start), budget).instant())
                            .as(start)
                            .satisfiesAnyOf(
                                    due -> assertThat(due).isEmpty(),
                                    due -> assertThat(OFFICE.openTime(at(start), due.orElseThrow()))
                                            .isEqualTo(budget));
                    assertThat(ServiceCalendar.always()
                                    .due(at(start), budget)
                                    .instant()
                                    .filter(Instant.parse("2190-01-01T00:00:00Z")::isBefore))
                            .isEmpty();
                    assertThat(OFFICE.dueBefore(at(start), budget).instant().filter(at(start)::isBefore))
                            .isEmpty();
                }
            }
        }

        @Test
        void a_calendar_that_nothing_is_left_of_never_opens() {
            ServiceCalendar nothing = OFFICE.minus(ServiceCalendar.always());

            assertThat(nothing.due(at("2007-08-01T08:00"), Duration.ofNanos(1)))
                    .isInstanceOf(ServiceMoment.Never.class);
            assertThat(nothing.nextOpening(at("2007-08-01T08:00"))).isInstanceOf(ServiceMoment.Never.class);
            assertThat(nothing.due(at("2007-08-01T08:00"), WorkingDays.of(1))).isInstanceOf(ServiceMoment.Never.class);
        }

        @Test
        void instants_out_of_reach_are_refused_with_the_reach() {
            assertThatThrownBy(() -> OFFICE.openTime(Instant.MIN, Instant.EPOCH))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("calendars reach from 1900-01-01T00:00:00Z to 2190-01-01T00:00:00Z");
        }
    }

    @Test
    void an_opening_that_a_clock_change_swallows_is_a_finding() {
        ServiceCalendar calendar =
                ServiceCalendar.in(COPENHAGEN).open(SUNDAY, "02:10", "02:50").build();

        assertThat(calendar.findings(LocalDate.of(2007, 3, 1), LocalDate.of(2007, 3, 31)))
                .containsExactly(new CalendarFinding(
                        CalendarFinding.Kind.OPENING_LEFT_OUT,
                        LocalDate.of(2007, 3, 25),
                        OpeningHours.of("02:10", "02:50"),
                        "the opening 02:10-02:50 on 2007-03-25 does not take place: the clock in Europe/Copenhagen goes"
                                + " from 2007-03-25T02:00 to 2007-03-25T03:00"));
        assertThat(hoursOn(calendar, LocalDate.of(2007, 3, 25))).isZero();
    }

    @Test
    void the_zone_and_locale_of_the_machine_change_nothing() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist"));
            ServiceCalendar calendar = ServiceCalendar.in(COPENHAGEN)
                    .open(MONDAY, FRIDAY, "08:00", "16:00")
                    .publicHolidays("DK")
                    .build();

            assertThat(calendar.due(at("2007-12-24T15:00"), Duration.ofHours(2)).instant())
                    .contains(at("2007-12-27T09:00"));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void many_threads_that_make_a_calendar_grow_read_one_truth() throws InterruptedException {
        ServiceCalendar shared = ServiceCalendar.in(COPENHAGEN)
                .open(MONDAY, FRIDAY, "08:00", "16:00")
                .publicHolidays("DK")
                .build();
        Map<Integer, Duration> byYear = new ConcurrentHashMap<>();
        List<Integer> conflicts = new CopyOnWriteArrayList<>();

        List<Thread> threads = Stream.iterate(0, i -> i < 8, i -> i + 1)
                .map(i -> new Thread(() -> {
                    for (int n = 0; n < 180; n++) {
                        int year = 1950 + (n * 7 + i * 31) % 180;
                        Duration hours = shared.openTime(at(year + "-01-01T00:00"), at(year + 1 + "-01-01T00:00"));
                        Duration before = byYear.putIfAbsent(year, hours);
                        if (before != null && !before.equals(hours)) {
                            conflicts.add(year);
                        }
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(conflicts).isEmpty();
        assertThat(byYear.get(2007)).isEqualTo(Duration.ofHours(8 * (261 - 9)));
    }

    private static Duration hoursOn(ServiceCalendar calendar, LocalDate date) {
        ZoneId zone = calendar.zone();
        return calendar.openTime(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(COPENHAGEN).toInstant();
    }
}
