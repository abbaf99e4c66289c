package dk.sagsflow.benchmarks.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;

import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.ServiceCalendarBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;

/**
 * The hours that all contestants are given: Monday to Thursday 8 to 16, Friday 8 to 15:30, in Copenhagen. They are closed
 * on fixed dates only, because KADAI knows no other holidays than those and the German ones; and they keep away from the
 * hours in which clocks change, because MPXJ knows local time only.
 */
final class ServiceHours {
    static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    static final LocalTime OPENS_AT = LocalTime.of(8, 0);
    static final LocalTime CLOSES_AT = LocalTime.of(16, 0);
    static final LocalTime CLOSES_ON_FRIDAY_AT = LocalTime.of(15, 30);
    static final List<MonthDay> HOLIDAYS = List.of(
            MonthDay.of(1, 1), MonthDay.of(6, 5), MonthDay.of(12, 24), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private ServiceHours() {}

    static boolean opensOn(DayOfWeek day) {
        return day != SATURDAY && day != SUNDAY;
    }

    static boolean opensOn(LocalDate date) {
        return opensOn(date.getDayOfWeek()) && !HOLIDAYS.contains(MonthDay.from(date));
    }

    static LocalTime closesAt(DayOfWeek day) {
        return day == FRIDAY ? CLOSES_ON_FRIDAY_AT : CLOSES_AT;
    }

    static ServiceCalendar sagsflow() {
        ServiceCalendarBuilder builder = ServiceCalendar.in(ZONE)
                .open(MONDAY, THURSDAY, "08:00", "16:00")
                .open(FRIDAY, "08:00", "15:30");
        HOLIDAYS.forEach(day -> builder.holiday(day.getMonthValue(), day.getDayOfMonth()));
        return builder.build();
    }
}
