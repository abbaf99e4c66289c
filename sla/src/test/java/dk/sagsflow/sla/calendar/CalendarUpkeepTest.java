package dk.sagsflow.sla.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.sla.holiday.AnnualHoliday;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What whoever keeps calendars wants to know of them: openings that do not take place, holidays that run out, parts. */
class CalendarUpkeepTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final LocalDate CHANGE_2007 = LocalDate.of(2007, 3, 25);
    private static final LocalDate CHANGE_2008 = LocalDate.of(2008, 3, 30);
    private static final ServiceCalendar OFFICE = office().build();
    private static final ServiceCalendar SWALLOWED =
            ServiceCalendar.in(COPENHAGEN).open(SUNDAY, "02:10", "02:50").build();

    private static ServiceCalendarBuilder office() {
        return ServiceCalendar.in(COPENHAGEN).open(MONDAY, FRIDAY, "08:00", "16:00");
    }

    @Test
    void both_ends_of_the_time_that_is_looked_at_belong_to_it() {
        assertThat(SWALLOWED.findings(CHANGE_2007, CHANGE_2007)).hasSize(1);
        assertThat(SWALLOWED.findings(CHANGE_2007.plusDays(1), CHANGE_2008.minusDays(1)))
                .isEmpty();
        assertThat(SWALLOWED.findings(CHANGE_2008, CHANGE_2007)).isEmpty();
    }

    @Test
    void an_opening_that_goes_on_after_the_clock_has_changed_takes_place() {
        ServiceCalendar longer =
                ServiceCalendar.in(COPENHAGEN).open(SUNDAY, "02:10", "03:01").build();
        ServiceCalendar untilThen =
                ServiceCalendar.in(COPENHAGEN).open(SUNDAY, "02:10", "03:00").build();

        assertThat(longer.findings(CHANGE_2007, CHANGE_2007)).isEmpty();
        assertThat(untilThen.findings(CHANGE_2007, CHANGE_2007)).hasSize(1);
    }

    @Test
    void a_calendar_that_never_closes_has_nothing_to_find_and_no_holidays() {
        assertThat(ServiceCalendar.always().findings(CHANGE_2007, CHANGE_2008)).isEmpty();
        assertThat(ServiceCalendar.always().lastHolidays()).isEmpty();
    }

    @Test
    void what_is_found_in_two_calendars_is_found_in_both_together() {
        assertThat(OFFICE.union(SWALLOWED).findings(CHANGE_2007, CHANGE_2007)).hasSize(1);
        assertThat(SWALLOWED.minus(OFFICE).findings(CHANGE_2007, CHANGE_2007)).hasSize(1);
    }

    @Test
    void a_version_is_looked_at_while_it_is_valid() {
        ServiceCalendar endsOnTheDay = ServiceCalendar.versions(SWALLOWED, Map.of(CHANGE_2007.plusDays(1), OFFICE));
        ServiceCalendar endsBefore = ServiceCalendar.versions(SWALLOWED, Map.of(CHANGE_2007, OFFICE));
        ServiceCalendar beginsOnTheDay = ServiceCalendar.versions(OFFICE, Map.of(CHANGE_2008, SWALLOWED));
        ServiceCalendar beginsLater = ServiceCalendar.versions(OFFICE, Map.of(CHANGE_2008.plusDays(1), SWALLOWED));

        assertThat(endsOnTheDay.findings(CHANGE_2007, CHANGE_2008))
                .extracting(CalendarFinding::date)
                .containsExactly(CHANGE_2007);
        assertThat(endsBefore.findings(CHANGE_2007, CHANGE_2008)).isEmpty();
        assertThat(beginsOnTheDay.findings(CHANGE_2007, CHANGE_2008))
                .extracting(CalendarFinding::date)
                .containsExactly(CHANGE_2008);
        assertThat(beginsLater.findings(CHANGE_2007, CHANGE_2008)).isEmpty();
        assertThat(beginsOnTheDay.findings(CHANGE_2008.plusDays(1), CHANGE_2008.plusDays(2)))
                .isEmpty();
    }

    @Test
    void holidays_run_out_with_their_last_year() {
        ServiceCalendar calendar = office().holiday(
                        AnnualHoliday.afterEaster(26).until(2023))
                .holiday(AnnualHoliday.afterEaster(1).until(2011))
                .holiday(12, 24)
                .build();

        assertThat(calendar.lastHolidays()).containsExactly(LocalDate.of(2011, 4, 25), LocalDate.of(2023, 5, 5));
        assertThat(office().holiday(12, 24).build().lastHolidays()).isEmpty();
        assertThat(office().publicHolidays("DK").build().lastHolidays()).isEmpty();
    }

    @Test
    void closed_days_that_are_listed_one_by_one_run_out_with_the_last_unless_holidays_come_every_year() {
        LocalDate first = LocalDate.of(2007, 12, 24);
        LocalDate last = LocalDate.of(2008, 12, 24);
        LocalDate shorter = LocalDate.of(2009, 12, 24);

        assertThat(office().closed(first)
                        .closed(last)
                        .hours(shorter, OpeningHours.of("08:00", "12:00"))
                        .build()
                        .lastHolidays())
                .containsExactly(last);
        assertThat(office().closed(last).holiday(1, 1).build().lastHolidays()).isEmpty();
        assertThat(office().closed(last).publicHolidays("DK").build().lastHolidays())
                .isEmpty();
    }

    @Test
    void of_versions_the_holidays_of_the_last_run_out_and_of_two_together_those_of_both() {
        ServiceCalendar until2008 =
                office().holiday(AnnualHoliday.afterEaster(1).until(2008)).build();
        ServiceCalendar until2010 =
                office().holiday(AnnualHoliday.afterEaster(1).until(2010)).build();
        LocalDate change = LocalDate.of(2009, 1, 1);
        LocalDate easterMonday2008 = LocalDate.of(2008, 3, 24);
        LocalDate easterMonday2010 = LocalDate.of(2010, 4, 5);

        assertThat(ServiceCalendar.versions(until2008, Map.of(change, until2010))
                        .lastHolidays())
                .containsExactly(easterMonday2010);
        assertThat(ServiceCalendar.versions(until2008, Map.of()).lastHolidays()).containsExactly(easterMonday2008);
        assertThat(until2008.union(until2010).lastHolidays()).containsExactly(easterMonday2008, easterMonday2010);
    }

    @Test
    void a_calendar_is_made_of_itself_of_its_versions_and_of_those_combined_in_it() {
        ServiceCalendar other = ServiceCalendar.in(COPENHAGEN)
                .open(MONDAY, SUNDAY, "07:00", "19:00")
                .build();
        ServiceCalendar always = ServiceCalendar.always(COPENHAGEN);
        ServiceCalendar versions = ServiceCalendar.versions(OFFICE, Map.of(CHANGE_2007, other));

        assertThat(OFFICE.madeOf(office().build())).isTrue();
        assertThat(OFFICE.madeOf(other)).isFalse();
        assertThat(always.madeOf(ServiceCalendar.always(COPENHAGEN))).isTrue();
        assertThat(always.madeOf(OFFICE)).isFalse();
        assertThat(versions.madeOf(versions)).isTrue();
        assertThat(versions.madeOf(OFFICE)).isTrue();
        assertThat(versions.madeOf(other)).isTrue();
        assertThat(versions.madeOf(always)).isFalse();
        assertThat(OFFICE.union(other).madeOf(OFFICE.union(other))).isTrue();
        assertThat(OFFICE.union(other).madeOf(OFFICE)).isTrue();
        assertThat(OFFICE.union(other).madeOf(other)).isTrue();
        assertThat(OFFICE.union(other).madeOf(always)).isFalse();
        assertThat(OFFICE.union(versions.minus(always)).madeOf(other)).isTrue();
    }

    @Test
    void calendars_that_say_the_same_are_equal_and_say_what_they_are() {
        assertThat(office().build())
                .isEqualTo(OFFICE)
                .hasSameHashCodeAs(OFFICE)
                .isNotEqualTo(office().holiday(12, 24).build());
        assertThat(office().holiday(12, 24).build().toString()).contains("Europe/Copenhagen", "--12-24");
    }
}
