package dk.sagsflow.sla.calendar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Openings in local time: a week, holidays, and special days, which go before holidays. The service is open at an instant
 * exactly if its local time lies in an opening of the service day.
 */
record LocalOpenings(
        ZoneId zone,
        ImmutableListMultimap<DayOfWeek, OpeningHours> week,
        ImmutableMap<LocalDate, ImmutableList<OpeningHours>> specialDays,
        ImmutableListMultimap<LocalDate, OpeningHours> extraOpenings,
        ImmutableSet<AnnualHoliday> holidays,
        ImmutableSet<PublicHolidays> publicHolidays,
        HolidayClosing closing)
        implements Openings {
    /** An opening of a service day, in local nanoseconds. */
    private record LocalOpening(LocalDate date, OpeningHours hours, long from, long to) {}

    @Override
    public long[] between(long from, long to) {
        long[] local = local(from, to);
        Intervals openings = new Intervals();
        long pieceFrom = from;
        int next = 0;
        while (pieceFrom < to) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(EpochNanos.instant(pieceFrom));
            long pieceTo = change == null || change.getInstant().isAfter(EpochNanos.LAST_INSTANT)
                    ? to
                    : Math.min(to, EpochNanos.of(change.getInstant()));
            long offset =
                    zone.getRules().getOffset(EpochNanos.instant(pieceFrom)).getTotalSeconds() * EpochNanos.SECOND;
            next = firstEndingAfter(local, next, pieceFrom + offset);
            for (int i = next; i < local.length && local[i] < pieceTo + offset; i += 2) {
                openings.add(Math.max(pieceFrom, local[i] - offset), Math.min(pieceTo, local[i + 1] - offset));
            }
            pieceFrom = pieceTo;
        }
        return openings.toArray();
    }

    /** Local time goes back at most a day at a change of the clock, so the search goes back as well. */
    private static int firstEndingAfter(long[] local, int hint, long time) {
        int index = hint;
        while (index > 0 && local[index - 1] > time) {
            index -= 2;
        }
        while (index < local.length && local[index + 1] <= time) {
            index += 2;
        }
        return index;
    }

    private long[] local(long from, long to) {
        LocalDate first = EpochNanos.date(from).minusDays(3);
        LocalDate last = EpochNanos.date(to).plusDays(2);
        Intervals joined = new Intervals();
        openings(first, last).stream()
                .sorted(Comparator.comparingLong(LocalOpening::from))
                .forEach(opening -> joined.add(opening.from(), opening.to()));
        return joined.toArray();
    }

    private List<LocalOpening> openings(LocalDate first, LocalDate last) {
        Set<LocalDate> closed = holidays(first, last.plusDays(1));
        List<LocalOpening> openings = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            boolean exceptional = specialDays.containsKey(date) || closed.contains(date);
            if (!exceptional || closing == HolidayClosing.BY_CALENDAR_DATE) {
                addRegular(openings, date, closed);
            }
            for (OpeningHours hours : specialDays.getOrDefault(date, ImmutableList.of())) {
                add(openings, date, hours);
            }
            for (OpeningHours hours : extraOpenings.get(date)) {
                add(openings, date, hours);
            }
        }
        return openings;
    }

    /** The openings of the week on this date; by calendar date, without the parts that fall on an exceptional date. */
    private void addRegular(List<LocalOpening> openings, LocalDate date, Set<LocalDate> closed) {
        for (OpeningHours hours : week.get(date.getDayOfWeek())) {
            if (closing == HolidayClosing.BY_OPENING_DATE) {
                add(openings, date, hours);
                continue;
            }
            long midnight = EpochNanos.of(date);
            long nextMidnight = midnight + EpochNanos.DAY;
            long from = midnight + hours.opensAfter();
            long to = midnight + hours.closesAfter();
            if (regular(date, closed)) {
                openings.add(new LocalOpening(date, hours, from, Math.min(to, nextMidnight)));
            }
            if (to > nextMidnight && regular(date.plusDays(1), closed)) {
                openings.add(new LocalOpening(date, hours, nextMidnight, to));
            }
        }
    }

    private boolean regular(LocalDate date, Set<LocalDate> closed) {
        return !specialDays.containsKey(date) && !closed.contains(date);
    }

    private static void add(List<LocalOpening> openings, LocalDate date, OpeningHours hours) {
        long midnight = EpochNanos.of(date);
        openings.add(new LocalOpening(date, hours, midnight + hours.opensAfter(), midnight + hours.closesAfter()));
    }

    /** The dates of holidays between two dates, without those that are special days. */
    private Set<LocalDate> holidays(LocalDate first, LocalDate last) {
        Set<LocalDate> dates = new HashSet<>();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            for (AnnualHoliday holiday : holidays) {
                holiday.in(year).ifPresent(dates::add);
            }
            for (PublicHolidays calendar : publicHolidays) {
                dates.addAll(calendar.in(year));
            }
        }
        dates.removeAll(specialDays.keySet());
        return dates;
    }

    @Override
    public ImmutableList<CalendarFinding> findings(LocalDate first, LocalDate last) {
        if (first.isAfter(last)) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<CalendarFinding> findings = ImmutableList.builder();
        for (LocalOpening opening : openings(first, last)) {
            ZoneOffsetTransition change = zone.getRules().getTransition(local(opening.from()));
            if (change != null && change.isGap() && EpochNanos.of(change.getDateTimeAfter()) >= opening.to()) {
                findings.add(new CalendarFinding(
                        opening.date(),
                        opening.hours(),
                        "the opening " + opening.hours() + " on " + opening.date()
                                + " does not take place: the clock in " + zone + " goes from "
                                + change.getDateTimeBefore() + " to " + change.getDateTimeAfter()));
            }
        }
        return findings.build();
    }

    private static LocalDateTime local(long localNanos) {
        return LocalDateTime.ofInstant(EpochNanos.instant(localNanos), ZoneOffset.UTC);
    }

    @Override
    public boolean madeOf(Openings others) {
        return equals(others);
    }

    @Override
    public ImmutableSet<LocalDate> lastHolidays() {
        ImmutableSet.Builder<LocalDate> last = ImmutableSet.builder();
        for (AnnualHoliday holiday : holidays) {
            if (holiday.lastYear() < Year.MAX_VALUE) {
                holiday.in(holiday.lastYear()).ifPresent(last::add);
            }
        }
        if (holidays.isEmpty() && publicHolidays.isEmpty()) {
            specialDays.entrySet().stream()
                    .filter(day -> day.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .max(Comparator.naturalOrder())
                    .ifPresent(last::add);
        }
        return last.build();
    }
}
