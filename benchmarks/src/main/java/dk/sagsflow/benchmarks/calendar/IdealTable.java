package dk.sagsflow.benchmarks.calendar;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The ideal: plain arrays of seconds for these hours alone, whose openings lie one to a day, with an index by day and one
 * by half hours of service time; no range to check, nothing to grow, no objects made.
 */
final class IdealTable {
    private static final int DAY = 24 * 60 * 60;
    private static final int UNIT = 4 * 60 * 60;

    private final long begin;
    private final long[] opensAt;
    private final long[] closesAt;
    private final long[] openBefore;
    private final int[] byDay;
    private final int[] byServiceTime;

    IdealTable(LocalDate from, LocalDate until) {
        LocalDate[] dates = from.datesUntil(until).filter(ServiceHours::opensOn).toArray(LocalDate[]::new);
        this.begin = from.toEpochDay() * DAY;
        this.opensAt = Arrays.stream(dates)
                .mapToLong(date -> DayWalk.opensAt(date).getEpochSecond())
                .toArray();
        this.closesAt = Arrays.stream(dates)
                .mapToLong(date -> DayWalk.closesAt(date).getEpochSecond())
                .toArray();
        this.openBefore = new long[dates.length + 1];
        for (int i = 0; i < dates.length; i++) {
            openBefore[i + 1] = openBefore[i] + closesAt[i] - opensAt[i];
        }
        this.byDay = byDay(begin, closesAt, (int) (until.toEpochDay() - from.toEpochDay()) + 1);
        this.byServiceTime = byServiceTime(openBefore);
    }

    /** For each day, the first opening that ends after it begins. */
    private static int[] byDay(long begin, long[] closesAt, int days) {
        int[] byDay = new int[days];
        for (int day = 0, next = 0; day < days; day++) {
            while (next < closesAt.length && closesAt[next] <= begin + (long) day * DAY) {
                next++;
            }
            byDay[day] = next;
        }
        return byDay;
    }

    /** For each unit of service time, the opening in which it is reached. */
    private static int[] byServiceTime(long[] openBefore) {
        int[] byServiceTime = new int[(int) (openBefore[openBefore.length - 1] / UNIT) + 1];
        for (int unit = 0, found = 0; unit < byServiceTime.length; unit++) {
            while (openBefore[found + 1] < (long) unit * UNIT) {
                found++;
            }
            byServiceTime[unit] = found;
        }
        return byServiceTime;
    }

    long openBefore(long second) {
        int opening = endingAfter(second);
        return openBefore[opening] + Math.max(0, second - opensAt[opening]);
    }

    long openTime(long from, long to) {
        return openBefore(to) - openBefore(from);
    }

    long due(long start, long budget) {
        long wanted = openBefore(start) + budget;
        int found = byServiceTime[(int) (wanted / UNIT)];
        while (openBefore[found + 1] < wanted) {
            found++;
        }
        return opensAt[found] + wanted - openBefore[found];
    }

    /** The earliest second, at or after this one, that is open. */
    long nextOpening(long second) {
        return Math.max(second, opensAt[endingAfter(second)]);
    }

    private int endingAfter(long second) {
        int opening = byDay[(int) ((second - begin) / DAY)];
        while (closesAt[opening] <= second) {
            opening++;
        }
        return opening;
    }
}
