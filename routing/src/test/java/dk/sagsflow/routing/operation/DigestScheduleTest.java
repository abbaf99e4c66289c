package dk.sagsflow.routing.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestScheduleTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    @ParameterizedTest
    @CsvSource({
        "2007-08-01T04:59:59Z, 2007-08-01T05:00:00Z",
        "2007-08-01T05:00:00Z, 2007-08-02T05:00:00Z",
        "2007-08-01T23:00:00Z, 2007-08-02T05:00:00Z",
        "2007-10-27T05:00:00Z, 2007-10-28T06:00:00Z"
    })
    void a_daily_digest_goes_out_at_its_time_in_its_zone(Instant after, Instant next) {
        assertThat(DigestSchedule.daily(LocalTime.of(7, 0), COPENHAGEN).next(after))
                .contains(next);
    }

    @Test
    void a_time_that_the_clock_leaves_out_comes_later() {
        DigestSchedule schedule = DigestSchedule.daily(LocalTime.of(2, 30), COPENHAGEN);

        assertThat(schedule.next(Instant.parse("2007-03-24T12:00:00Z")))
                .contains(Instant.parse("2007-03-25T01:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2007-08-01T05:00:00Z, 2007-08-01T06:00:00Z",
        "2007-08-01T06:00:00Z, 2007-08-02T06:00:00Z",
        "2007-08-03T14:00:00Z, 2007-08-06T06:00:00Z"
    })
    void a_digest_at_opening_goes_out_when_the_service_opens_next(Instant after, Instant next) {
        ServiceCalendar office = ServiceCalendar.in(COPENHAGEN)
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
                .build();

        assertThat(DigestSchedule.atOpeningOf(office).next(after)).contains(next);
    }

    @Test
    void a_service_that_never_closes_has_no_digest_and_nothing_waits_for_it() {
        assertThat(DigestSchedule.atOpeningOf(ServiceCalendar.always()).next(Instant.parse("2007-08-01T06:00:00Z")))
                .isEqualTo(Optional.empty());
    }
}
