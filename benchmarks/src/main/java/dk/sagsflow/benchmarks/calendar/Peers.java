package dk.sagsflow.benchmarks.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;
import org.mpxj.TimeUnit;
import pro.taskana.common.api.CustomHoliday;
import pro.taskana.common.api.LocalTimeInterval;
import pro.taskana.common.api.WorkingTimeCalculator;
import pro.taskana.common.api.exceptions.InvalidArgumentException;
import pro.taskana.common.internal.workingtime.HolidaySchedule;
import pro.taskana.common.internal.workingtime.WorkingTimeCalculatorImpl;

/**
 * The same hours in other libraries: KADAI, which its earlier name TASKANA stands for here, and MPXJ. MPXJ knows local times only, so instants are brought there
 * and back.
 */
final class Peers {
    private final WorkingTimeCalculator kadai;
    private final ProjectCalendar mpxj;

    Peers(LocalDate from, LocalDate until) {
        this.kadai = kadai();
        this.mpxj = mpxj(from, until);
    }

    Instant kadaiDue(Instant start, Duration budget) {
        try {
            return kadai.addWorkingTime(start, budget);
        } catch (InvalidArgumentException refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    Duration kadaiOpenTime(Instant from, Instant to) {
        try {
            return kadai.workingTimeBetween(from, to);
        } catch (InvalidArgumentException refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    Instant mpxjDue(Instant start, long minutes) {
        LocalDateTime due =
                mpxj.getDate(local(start), org.mpxj.Duration.getInstance((double) minutes, TimeUnit.MINUTES));
        return due.atZone(ServiceHours.ZONE).toInstant();
    }

    double mpxjOpenMinutes(Instant from, Instant to) {
        return mpxj.getWork(local(from), local(to), TimeUnit.MINUTES).getDuration();
    }

    Instant mpxjNextOpening(Instant from) {
        return mpxj.getNextWorkStart(local(from)).atZone(ServiceHours.ZONE).toInstant();
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ServiceHours.ZONE);
    }

    private static WorkingTimeCalculator kadai() {
        Map<DayOfWeek, Set<LocalTimeInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (ServiceHours.opensOn(day)) {
                week.put(day, Set.of(new LocalTimeInterval(ServiceHours.OPENS_AT, ServiceHours.closesAt(day))));
            }
        }
        List<CustomHoliday> holidays = ServiceHours.HOLIDAYS.stream()
                .map(day -> CustomHoliday.of(day.getDayOfMonth(), day.getMonthValue()))
                .toList();
        return new WorkingTimeCalculatorImpl(new HolidaySchedule(false, false, holidays), week, ServiceHours.ZONE);
    }

    private static ProjectCalendar mpxj(LocalDate from, LocalDate until) {
        ProjectCalendar calendar = new ProjectFile().addCalendar();
        for (DayOfWeek day : DayOfWeek.values()) {
            calendar.setWorkingDay(day, ServiceHours.opensOn(day));
            if (ServiceHours.opensOn(day)) {
                calendar.addCalendarHours(day)
                        .add(new LocalTimeRange(ServiceHours.OPENS_AT, ServiceHours.closesAt(day)));
            }
        }
        for (int year = from.getYear(); year < until.getYear(); year++) {
            for (MonthDay day : ServiceHours.HOLIDAYS) {
                calendar.addCalendarException(day.atYear(year));
            }
        }
        return calendar;
    }
}
