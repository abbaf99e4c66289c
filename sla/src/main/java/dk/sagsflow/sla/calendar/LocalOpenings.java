package dk.sagsflow.sla.calendar;

import static dk.sagsflow.sla.calendar.SetOperation.INTERSECTION;
import static dk.sagsflow.sla.calendar.SetOperation.MINUS;
import static dk.sagsflow.sla.calendar.SetOperation.UNION;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.sla.holiday.HolidayClosing;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Openings in local time: a week with its breaks, holidays, special days, which go before holidays, and closures, which go
 * before everything. The service is open at an instant exactly if its local time lies in an opening of the service day and
 * in no closure.
 */
record LocalOpenings(ZoneId zone, WeeklyHours week, DatedHours dated, Holidays holidays) implements Openings {
    /** An opening of a service day, in local nanoseconds. */
    private record LocalOpening(LocalDate date, OpeningHours hours, long from, long to) {
        static LocalOpening of(LocalDate date, OpeningHours hours) {
            long midnight = EpochNanos.of(date);
            return new LocalOpening(date, hours, midnight + hours.opensAfter(), midnight + hours.closesAfter());
        }
    }

    @Override
    public long[] between(long from, long to, OpeningParts parts) {
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
        return MINUS.of(opened(first, last), joined(on(first, last, dated.closures()::get)));
    }

    /** What opens on dates, closures not taken out. */
    private long[] opened(LocalDate first, LocalDate last) {
        long[] ofWeek = MINUS.of(joined(regular(first, last)), joined(on(first, last, week::breaksOn)));
        return UNION.of(ofWeek, joined(on(first, last, dated::openOn)));
    }

    private static long[] joined(List<LocalOpening> openings) {
        Intervals joined = new Intervals();
        openings.stream()
                .sorted(Comparator.comparingLong(LocalOpening::from))
                .forEach(opening -> joined.add(opening.from(), opening.to()));
        return joined.toArray();
    }

    /** What the hours of each date are, whichever these are. */
    private static List<LocalOpening> on(
            LocalDate first, LocalDate last, Function<LocalDate, ? extends Iterable<OpeningHours>> hoursOn) {
        List<LocalOpening> openings = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            for (OpeningHours hours : hoursOn.apply(date)) {
                openings.add(LocalOpening.of(date, hours));
            }
        }
        return openings;
    }

    /** The openings of the week, as far as holidays and special days leave them, breaks not taken out. */
    private List<LocalOpening> regular(LocalDate first, LocalDate last) {
        Set<LocalDate> closed = holidays.dates(first, last.plusDays(1));
        Predicate<LocalDate> regular = date -> !dated.special(date) && !closed.contains(date);
        List<LocalOpening> openings = new ArrayList<>();
        for (LocalOpening opening : on(first, last, week::on)) {
            addRegular(openings, opening, regular);
        }
        return openings;
    }

    /** What is left of an opening that is touched by dates that are not regular. */
    private void addRegular(List<LocalOpening> openings, LocalOpening opening, Predicate<LocalDate> regular) {
        boolean opens = regular.test(opening.date());
        boolean byOpening = holidays.closing() != HolidayClosing.BY_CALENDAR_DATE;
        boolean byDate = holidays.closing() != HolidayClosing.BY_OPENING_DATE;
        long midnight = EpochNanos.of(opening.date()) + EpochNanos.DAY;
        long from = opens ? opening.from() : Math.max(opening.from(), midnight);
        boolean goesOn = !byDate || regular.test(opening.date().plusDays(1));
        long to = goesOn ? opening.to() : Math.min(opening.to(), midnight);
        if (from < to && (opens || !byOpening)) {
            openings.add(new LocalOpening(opening.date(), opening.hours(), from, to));
        }
    }

    @Override
    public ImmutableList<CalendarFinding> findings(LocalDate first, LocalDate last) {
        List<LocalOpening> openings = regular(first, last);
        openings.addAll(on(first, last, dated::openOn));
        openings.sort(Comparator.comparing(LocalOpening::from));
        return Stream.concat(
                        openings.stream().flatMap(opening -> leftOut(opening).stream()),
                        on(first, last, dated.closures()::get).stream()
                                .flatMap(closure -> closesNothing(closure).stream()))
                .collect(ImmutableList.toImmutableList());
    }

    private Optional<CalendarFinding> leftOut(LocalOpening opening) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local(opening.from()));
        if (change == null || !change.isGap() || EpochNanos.of(change.getDateTimeAfter()) < opening.to()) {
            return Optional.empty();
        }
        String words =
                "the opening " + opening.hours() + " on " + opening.date() + " does not take place: the clock in "
                        + zone + " goes from " + change.getDateTimeBefore() + " to " + change.getDateTimeAfter();
        return Optional.of(
                new CalendarFinding(CalendarFinding.Kind.OPENING_LEFT_OUT, opening.date(), opening.hours(), words));
    }

    private Optional<CalendarFinding> closesNothing(LocalOpening closure) {
        LocalDate before = closure.date().minusDays(1);
        LocalDate after = closure.date().plusDays(1);
        long[] times = {closure.from(), closure.to()};
        if (INTERSECTION.of(opened(before, after), times).length > 0) {
            return Optional.empty();
        }
        String words =
                "the closure " + closure.hours() + " on " + closure.date() + " closes nothing: nothing is open then";
        return Optional.of(
                new CalendarFinding(CalendarFinding.Kind.CLOSURE_OF_NOTHING, closure.date(), closure.hours(), words));
    }

    private static LocalDateTime local(long localNanos) {
        return LocalDateTime.ofInstant(EpochNanos.instant(localNanos), ZoneOffset.UTC);
    }

    @Override
    public ImmutableList<Openings> parts() {
        return ImmutableList.of();
    }

    @Override
    public ImmutableSet<LocalDate> lastHolidays() {
        ImmutableSet.Builder<LocalDate> last = ImmutableSet.builder();
        last.addAll(holidays.last());
        if (holidays.none()) {
            dated.specialDays().entrySet().stream()
                    .filter(day -> day.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .max(Comparator.naturalOrder())
                    .ifPresent(last::add);
        }
        return last.build();
    }
}
