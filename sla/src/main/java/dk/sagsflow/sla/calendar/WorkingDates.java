package dk.sagsflow.sla.calendar;

import java.util.List;
import java.util.OptionalLong;

/** Counts the dates on which a calendar is open. Times are epoch nanoseconds, dates days from 1970. Not thread-safe. */
final class WorkingDates {
    private final ServiceCalendar calendar;
    private final LocalDates dates;

    WorkingDates(ServiceCalendar calendar) {
        this.calendar = calendar;
        this.dates = new LocalDates(calendar.zone());
    }

    /**
     * When the service closes for the last time on a working day.
     *
     * @param start when the count starts
     * @param number which one after the date of the start; 0 is that date, or the next working day
     * @return empty if calendars do not reach so far
     */
    OptionalLong closing(long start, int number) {
        long counted = number == 0 ? dates.day(start) - 1 : dates.day(start);
        long from = start;
        for (int left = Math.max(number, 1); left > 0; left--) {
            while (true) {
                long opening = calendar.nextOpening(from);
                if (opening == ServiceCalendar.NEVER) {
                    return OptionalLong.empty();
                }
                long day = dates.day(opening);
                if (day > counted) {
                    counted = first(counted, day, opening);
                    break;
                }
                from = dates.until(opening);
            }
        }
        return lastClosing(start, counted);
    }

    /** The earlier of a date and the one before, if the clock goes back into that and it is open then, and not counted. */
    private long first(long counted, long day, long opening) {
        long change = dates.until(opening);
        boolean back = day - 1 > counted && change < EpochNanos.LAST && dates.day(change) < day;
        return back && calendar.lastOpen(change, until(change)).isPresent() ? day - 1 : day;
    }

    private long until(long time) {
        return Math.min(EpochNanos.LAST, dates.until(time));
    }

    private OptionalLong lastClosing(long start, long day) {
        List<LocalDates.Part> parts = dates.when(day);
        for (int i = parts.size() - 1; i >= 0; i--) {
            long from = Math.max(start, parts.get(i).from());
            long to = Math.min(EpochNanos.LAST, parts.get(i).to());
            OptionalLong closing = from < to ? calendar.lastOpen(from, to) : OptionalLong.empty();
            if (closing.isPresent()) {
                return closing;
            }
        }
        return OptionalLong.empty();
    }
}
