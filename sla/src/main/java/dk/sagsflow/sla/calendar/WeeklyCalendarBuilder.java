package dk.sagsflow.sla.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;

/** Builds weekly calendars. Not thread-safe. */
public final class WeeklyCalendarBuilder {
    static final long DAY = 24L * 60 * 60 * 1_000_000_000;
    private static final long WEEK = 7 * DAY;

    private final ZoneId zone;
    private final RangeSet<Long> openings = TreeRangeSet.create();

    WeeklyCalendarBuilder(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Opens the service once a week.
     *
     * @param day the day on which it opens
     * @param opening when, inclusive
     * @param closing when it closes, exclusive; midnight is the end of the day, and a time before the opening is one of
     *     the next day
     * @throws IllegalArgumentException if it opens and closes at one time, or overlaps another opening
     */
    @CanIgnoreReturnValue
    public WeeklyCalendarBuilder open(DayOfWeek day, LocalTime opening, LocalTime closing) {
        checkArgument(
                !opening.equals(closing) || opening.equals(LocalTime.MIDNIGHT),
                "opening on %s from %s to %s is empty; it must close after it opens",
                day,
                opening,
                closing);
        long from = (day.getValue() - 1) * DAY + opening.toNanoOfDay();
        long length = closing.toNanoOfDay() - opening.toNanoOfDay();
        long to = from + (length > 0 ? length : length + DAY);
        String words = day + " " + opening + "-" + closing;
        if (to <= WEEK) {
            add(from, to, words);
        } else {
            add(from, WEEK, words);
            add(0, to - WEEK, words);
        }
        return this;
    }

    /** Opens the service on every day from the first to the last, both inclusive; see the other form. */
    @CanIgnoreReturnValue
    public WeeklyCalendarBuilder open(DayOfWeek first, DayOfWeek last, LocalTime opening, LocalTime closing) {
        DayOfWeek day = first;
        open(day, opening, closing);
        while (day != last) {
            day = day.plus(1);
            open(day, opening, closing);
        }
        return this;
    }

    /**
     * The calendar.
     *
     * @throws IllegalArgumentException if the service never opens
     */
    public ServiceCalendar build() {
        checkArgument(!openings.isEmpty(), "the week in %s never opens; at least one opening is needed", zone);
        return new WeeklyCalendar(zone, openings.asRanges());
    }

    private void add(long from, long to, String words) {
        Range<Long> opening = Range.closedOpen(from, to);
        checkArgument(!openings.intersects(opening), "opening %s overlaps another one; join them", words);
        openings.add(opening);
    }
}
