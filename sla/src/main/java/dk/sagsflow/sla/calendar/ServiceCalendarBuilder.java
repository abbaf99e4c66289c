package dk.sagsflow.sla.calendar;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds calendars in local time: weekly hours, holidays, special days. Not thread-safe. */
public final class ServiceCalendarBuilder {
    private static final long WEEK = 7 * EpochNanos.DAY;

    private final ZoneId zone;
    private final Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    private final RangeSet<Long> openInWeek = TreeRangeSet.create();
    private final Map<LocalDate, ImmutableList<OpeningHours>> specialDays = new LinkedHashMap<>();
    private final Map<LocalDate, List<OpeningHours>> extraOpenings = new LinkedHashMap<>();
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
        long midnight = (day.getValue() - 1) * EpochNanos.DAY;
        long from = midnight + hours.opensAfter();
        long to = midnight + hours.closesAfter();
        addToWeek(day, hours, from, Math.min(to, WEEK));
        if (to > WEEK) {
            addToWeek(day, hours, 0, to - WEEK);
        }
        week.computeIfAbsent(day, unused -> new ArrayList<>()).add(hours);
        return this;
    }

    /** Opens the service every week on each day from the first to the last, both inclusive. */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder open(DayOfWeek first, DayOfWeek last, OpeningHours hours) {
        DayOfWeek day = first;
        open(day, hours);
        while (day != last) {
            day = day.plus(1);
            open(day, hours);
        }
        return this;
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
        holidays.add(requireNonNull(holiday));
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
        extraOpenings.computeIfAbsent(date, unused -> new ArrayList<>()).add(requireNonNull(hours));
        return this;
    }

    /** What holidays and special days do to openings across midnight; by opening date unless said otherwise. */
    @CanIgnoreReturnValue
    public ServiceCalendarBuilder holidaysClose(HolidayClosing value) {
        closing = requireNonNull(value);
        return this;
    }

    /**
     * The calendar.
     *
     * @throws IllegalArgumentException if the week never opens
     */
    public ServiceCalendar build() {
        checkArgument(!openInWeek.isEmpty(), "the week in %s never opens; at least one opening is needed", zone);
        ImmutableListMultimap.Builder<DayOfWeek, OpeningHours> hours = ImmutableListMultimap.builder();
        week.forEach(hours::putAll);
        ImmutableListMultimap.Builder<LocalDate, OpeningHours> extras = ImmutableListMultimap.builder();
        extraOpenings.forEach(extras::putAll);
        return ServiceCalendar.of(new LocalOpenings(
                zone,
                hours.build(),
                ImmutableMap.copyOf(specialDays),
                extras.build(),
                ImmutableSet.copyOf(holidays),
                ImmutableSet.copyOf(publicHolidays),
                closing));
    }

    private void addToWeek(DayOfWeek day, OpeningHours hours, long from, long to) {
        Range<Long> opening = Range.closedOpen(from, to);
        checkArgument(
                !openInWeek.intersects(opening),
                "opening hours %s on %s overlap others of the week; join them",
                hours,
                day);
        openInWeek.add(opening);
    }

    private ServiceCalendarBuilder special(LocalDate date, ImmutableList<OpeningHours> hours) {
        RangeSet<Long> openings = TreeRangeSet.create();
        for (OpeningHours opening : hours) {
            Range<Long> range = Range.closedOpen(opening.opensAfter(), opening.closesAfter());
            checkArgument(
                    !openings.intersects(range), "opening hours %s on %s overlap others; join them", opening, date);
            openings.add(range);
        }
        ImmutableList<OpeningHours> before = specialDays.putIfAbsent(date, hours);
        checkArgument(before == null, "%s is a special day already, open %s; say its hours once", date, before);
        return this;
    }
}
