package dk.sagsflow.sla.calendar;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.sla.holiday.AnnualHoliday;
import dk.sagsflow.sla.holiday.HolidayClosing;
import dk.sagsflow.sla.holiday.PublicHolidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds calendars in local time: weekly hours with breaks, holidays, special days, extra openings and closures. What it
 * refuses leaves nothing behind. Not thread-safe.
 */
public final class ServiceCalendarBuilder {
    private static final long WEEK = 7 * EpochNanos.DAY;

    private final ZoneId zone;
    private final ListMultimap<DayOfWeek, OpeningHours> week =
            MultimapBuilder.enumKeys(DayOfWeek.class).arrayListValues().build();
    private final RangeSet<Long> openInWeek = TreeRangeSet.create();
    private final ListMultimap<DayOfWeek, OpeningHours> breaks =
            MultimapBuilder.enumKeys(DayOfWeek.class).arrayListValues().build();
    private final Map<LocalDate, ImmutableList<OpeningHours>> specialDays = new LinkedHashMap<>();
    private final ListMultimap<LocalDate, OpeningHours> extraOpenings = LinkedListMultimap.create();
    private final ListMultimap<LocalDate, OpeningHours> closures = LinkedListMultimap.create();
    private final Set<AnnualHoliday> holidays = new LinkedHashSet<>();
    private final Set<PublicHolidays> publicHolidays = new LinkedHashSet<>();
    private HolidayClosing closing = HolidayClosing.BY_OPENING_DATE;

    ServiceCalendarBuilder(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Opens the service every week on this day; more than once for several openings a day.
     *
     * @throws IllegalArgumentException if the hours overlap others of the week
     */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder open(DayOfWeek day, OpeningHours hours) {
        return open(day, day, hours);
    }

    /**
     * Opens the service every week on each day from the first to the last, both inclusive.
     *
     * @throws IllegalArgumentException if the hours overlap others of the week on one of the days; then on none
     */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder open(DayOfWeek first, DayOfWeek last, OpeningHours hours) {
        ImmutableList<DayOfWeek> days = days(first, last);
        for (DayOfWeek day : days) {
            checkArgument(
                    inWeek(day, hours).stream().noneMatch(openInWeek::intersects),
                    "opening hours %s on %s overlap others of the week; join them",
                    hours,
                    day);
        }
        for (DayOfWeek day : days) {
            openInWeek.addAll(inWeek(day, hours));
            week.put(day, hours);
        }
        return this;
    }

    /**
     * Closes the service every week on each day from the first to the last, both inclusive, at these times: a break in the
     * hours of the week, not in those of special days or in extra openings. A break behind midnight is one of the day on
     * which it begins.
     */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder weeklyBreak(DayOfWeek first, DayOfWeek last, OpeningHours hours) {
        requireNonNull(hours, "hours");
        days(first, last).forEach(day -> breaks.put(day, hours));
        return this;
    }

    private static ImmutableList<DayOfWeek> days(DayOfWeek first, DayOfWeek last) {
        requireNonNull(last, "last");
        ImmutableList.Builder<DayOfWeek> days = ImmutableList.builder();
        for (DayOfWeek day = requireNonNull(first, "first"); day != last; day = day.plus(1)) {
            days.add(day);
        }
        return days.add(last).build();
    }

    /** The hours in nanoseconds of the week, in two parts if they go around its end. */
    private static ImmutableList<Range<Long>> inWeek(DayOfWeek day, OpeningHours hours) {
        long midnight = (day.getValue() - 1) * EpochNanos.DAY;
        long from = midnight + hours.opensAfter();
        long to = midnight + hours.closesAfter();
        return to <= WEEK
                ? ImmutableList.of(Range.closedOpen(from, to))
                : ImmutableList.of(Range.closedOpen(from, WEEK), Range.closedOpen(0L, to - WEEK));
    }

    /** Opens the service every week from the first to the last day; times as {@link OpeningHours#of(String, String)}. */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder open(DayOfWeek first, DayOfWeek last, String opening, String closingTime) {
        return open(first, last, OpeningHours.of(opening, closingTime));
    }

    /** Opens the service every week on this day; times as {@link OpeningHours#of(String, String)}. */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder open(DayOfWeek day, String opening, String closingTime) {
        return open(day, OpeningHours.of(opening, closingTime));
    }

    /**
     * Closes the service on the public holidays of a country.
     *
     * @param country its ISO 3166-1 code of two letters, {@code DK}
     * @throws IllegalArgumentException if none are known
     */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder publicHolidays(String country) {
        publicHolidays.add(new PublicHolidays(country, Optional.empty()));
        return this;
    }

    /**
     * Closes the service on the public holidays of a region.
     *
     * @param country its ISO 3166-1 code of two letters, {@code DE}
     * @param region the second part of its ISO 3166-2 code, {@code BY}
     * @throws IllegalArgumentException if none are known
     */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder publicHolidays(String country, String region) {
        publicHolidays.add(new PublicHolidays(country, Optional.of(region)));
        return this;
    }

    /** Closes the service on a day of every year of a span. */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder holiday(AnnualHoliday holiday) {
        holidays.add(requireNonNull(holiday, "holiday"));
        return this;
    }

    /** Closes the service every year on this date. */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder holiday(int month, int dayOfMonth) {
        return holiday(AnnualHoliday.on(MonthDay.of(month, dayOfMonth)));
    }

    /**
     * Closes the service on one date, holiday or not.
     *
     * @throws IllegalArgumentException if the date is a special day already
     */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder closed(LocalDate date) {
        return special(date, ImmutableList.of());
    }

    /**
     * Closes the service on each of these dates, holiday or not.
     *
     * @throws IllegalArgumentException if one of the dates is a special day already, or is listed twice; then on none
     */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder closed(Iterable<LocalDate> dates) {
        Set<LocalDate> listed = new LinkedHashSet<>();
        for (LocalDate date : dates) {
            checkNotSpecial(date);
            checkArgument(listed.add(date), "%s is listed twice among the closed dates; say it once", date);
        }
        listed.forEach(date -> specialDays.put(date, ImmutableList.of()));
        return this;
    }

    /**
     * Closes the service on one date at these times, whatever is open otherwise: hours of the week or of a special day,
     * and extra openings. The rest of the day is as it would be; more than once for several closures a day.
     */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder closed(LocalDate date, OpeningHours times) {
        closures.put(requireNonNull(date, "date"), requireNonNull(times, "times"));
        return this;
    }

    /** Closes the service on one date from a time to another; times as {@link OpeningHours#of(String, String)}. */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder closed(LocalDate date, String from, String to) {
        return closed(date, OpeningHours.of(from, to));
    }

    /**
     * Opens the service on one date at these hours instead of those of the week, holiday or not.
     *
     * @throws IllegalArgumentException if the date is a special day already, or the hours overlap each other
     */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder hours(LocalDate date, OpeningHours first, OpeningHours... more) {
        return special(
                date, ImmutableList.<OpeningHours>builder().add(first).add(more).build());
    }

    /** Opens the service once more on one date, beside what else opens then, holiday or not. */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder extraOpening(LocalDate date, OpeningHours hours) {
        extraOpenings.put(requireNonNull(date, "date"), requireNonNull(hours, "hours"));
        return this;
    }

    /** What holidays and special days do to weekly openings across midnight; by opening date unless said otherwise. */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder holidaysClose(HolidayClosing value) {
        closing = requireNonNull(value, "value");
        return this;
    }

    /**
     * The calendar.
     *
     * @throws IllegalArgumentException if the week never opens, or a break of the week lies outside its hours
     */
    public ServiceCalendar build() {
        RangeSet<Long> open = TreeRangeSet.create(openInWeek);
        breaks.forEach((day, hours) -> {
            ImmutableList<Range<Long>> times = inWeek(day, hours);
            checkArgument(
                    times.stream().anyMatch(openInWeek::intersects),
                    "break %s on %s is outside of the hours of the week; a break lies in them",
                    hours,
                    day);
            open.removeAll(times);
        });
        checkArgument(!open.isEmpty(), "the week in %s never opens; at least one opening is needed", zone);
        return ServiceCalendar.of(new LocalOpenings(
                zone,
                new WeeklyHours(ImmutableListMultimap.copyOf(week), ImmutableListMultimap.copyOf(breaks)),
                new DatedHours(
                        ImmutableMap.copyOf(specialDays),
                        ImmutableListMultimap.copyOf(extraOpenings),
                        ImmutableListMultimap.copyOf(closures)),
                new Holidays(ImmutableSet.copyOf(holidays), ImmutableSet.copyOf(publicHolidays), closing)));
    }

    private ServiceCalendarBuilder special(LocalDate date, ImmutableList<OpeningHours> hours) {
        RangeSet<Long> openings = TreeRangeSet.create();
        for (OpeningHours opening : hours) {
            Range<Long> range = Range.closedOpen(opening.opensAfter(), opening.closesAfter());
            checkArgument(
                    !openings.intersects(range), "opening hours %s on %s overlap others; join them", opening, date);
            openings.add(range);
        }
        checkNotSpecial(date);
        specialDays.put(date, hours);
        return this;
    }

    private void checkNotSpecial(LocalDate date) {
        checkArgument(
                !specialDays.containsKey(requireNonNull(date, "date")),
                "%s is a special day already, open %s; say its hours once",
                date,
                specialDays.get(date));
    }
}
