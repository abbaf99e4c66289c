package dk.sagsflow.sla.calendar;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import com.google.common.math.LongMath;
import dk.sagsflow.core.style.PlainJson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * When a service is open. The service is open at an instant exactly if the local time of that instant in the zone lies in
 * an opening of the service day; so an hour that a clock change leaves out is not counted, and one that comes twice is
 * counted twice. At the closing instant the service is no longer open. Nothing is rounded: amounts are exact to the
 * nanosecond.
 *
 * <p>Calendars reach from 1900 to 2190. They compile the years that are asked for, and more when those are, which no
 * caller sees. Two calendars that are made alike are equal. Immutable; safe for use by many threads, and readers never
 * wait.
 */
public final class ServiceCalendar {
    private static final ServiceCalendar ALWAYS = new ServiceCalendar(new AlwaysOpen(ZoneOffset.UTC));
    private static final long YEAR = 366 * EpochNanos.DAY;
    static final long NEVER = Long.MAX_VALUE;
    private static final Duration REACH = Duration.ofNanos(EpochNanos.LAST - EpochNanos.FIRST);

    private final Openings openings;
    private volatile @Nullable Timetable compiled;

    private ServiceCalendar(Openings openings) {
        this.openings = openings;
    }

    /** The service that never closes; its dates are those of UTC. */
    public static ServiceCalendar always() {
        return ALWAYS;
    }

    /** The service that never closes, with dates in this zone. */
    public static ServiceCalendar always(ZoneId zone) {
        return new ServiceCalendar(new AlwaysOpen(requireNonNull(zone, "zone")));
    }

    /** A builder of a calendar in the local time of this zone. */
    public static ServiceCalendarBuilder in(ZoneId zone) {
        return new ServiceCalendarBuilder(requireNonNull(zone, "zone"));
    }

    /**
     * A calendar whose rules change: each version is valid from the beginning of its date until the next.
     *
     * @param first what is valid until the first date
     * @param later what is valid from each date on
     * @throws IllegalArgumentException if they are not all in one zone
     */
    public static ServiceCalendar versions(ServiceCalendar first, Map<LocalDate, ServiceCalendar> later) {
        return new ServiceCalendar(new VersionedOpenings(
                first.openings,
                ImmutableSortedMap.copyOf(
                        Maps.transformValues(later, calendar -> requireNonNull(calendar, "calendar").openings))));
    }

    static ServiceCalendar of(Openings openings) {
        return new ServiceCalendar(openings);
    }

    /** Open whenever either is; dates are those of this one. */
    public ServiceCalendar union(ServiceCalendar other) {
        return combined(SetOperation.UNION, other);
    }

    /** Open whenever both are; dates are those of this one. */
    public ServiceCalendar intersection(ServiceCalendar other) {
        return combined(SetOperation.INTERSECTION, other);
    }

    /** Open whenever this one is and the other is not; dates are those of this one. */
    public ServiceCalendar minus(ServiceCalendar other) {
        return combined(SetOperation.MINUS, other);
    }

    private ServiceCalendar combined(SetOperation operation, ServiceCalendar other) {
        return new ServiceCalendar(CombinedOpenings.of(operation, openings, other.openings));
    }

    /** The zone in which its dates are told. */
    public ZoneId zone() {
        return openings.zone();
    }

    /**
     * Whether the service is open at this instant.
     *
     * @throws IllegalArgumentException if calendars do not reach so far
     */
    public boolean openAt(Instant instant) {
        long time = EpochNanos.checked("instant", instant);
        return covering(time).openAt(time);
    }

    /**
     * The service time between two instants; negative if the second is the earlier one.
     *
     * @param from the first instant, inclusive
     * @param to the second instant, exclusive
     * @throws IllegalArgumentException if calendars do not reach so far
     */
    public Duration openTime(Instant from, Instant to) {
        long begin = EpochNanos.checked("from", from);
        long end = EpochNanos.checked("to", to);
        Timetable timetable = covering(begin, end);
        return Duration.ofNanos(timetable.openBefore(end) - timetable.openBefore(begin));
    }

    /**
     * The earliest instant by which the budget is used up: work that ends exactly at closing time is due at closing time.
     *
     * @param startInclusive when the clock starts; due then if the budget is zero, open or not
     * @param budget the service time, not negative
     * @throws IllegalArgumentException if the budget is negative
     */
    public ServiceMoment due(Instant startInclusive, Duration budget) {
        checkArgument(
                !budget.isNegative(), "budget is %s, which is negative; dueBefore counts back from the end", budget);
        if (budget.isZero()) {
            return new ServiceMoment.At(startInclusive);
        }
        if (!EpochNanos.reachable(startInclusive) || beyond(budget)) {
            return never(budget + " of service time after " + startInclusive);
        }
        long start = EpochNanos.of(startInclusive);
        Timetable timetable = covering(start);
        // Centuries on end are more than a long holds, and then never come.
        long amount = LongMath.saturatedAdd(timetable.openBefore(start), budget.toNanos());
        while (timetable.open() < amount) {
            if (timetable.to() == EpochNanos.LAST) {
                return never(budget + " of service time after " + startInclusive);
            }
            timetable = extended(timetable.from(), timetable.to() + 1);
            amount = LongMath.saturatedAdd(timetable.openBefore(start), budget.toNanos());
        }
        return at(timetable.earliestWith(amount));
    }

    /**
     * The latest instant from which the budget is used up by the end; it may be an opening instant.
     *
     * @param endExclusive when it must be used up
     * @param budget the service time, not negative
     * @throws IllegalArgumentException if the budget is negative
     */
    public ServiceMoment dueBefore(Instant endExclusive, Duration budget) {
        checkArgument(!budget.isNegative(), "budget is %s, which is negative; due counts on from the start", budget);
        if (budget.isZero()) {
            return new ServiceMoment.At(endExclusive);
        }
        if (!EpochNanos.reachable(endExclusive) || beyond(budget)) {
            return never(budget + " of service time before " + endExclusive);
        }
        long end = EpochNanos.of(endExclusive);
        Timetable timetable = covering(end);
        while (timetable.openBefore(end) < budget.toNanos()) {
            if (timetable.from() == EpochNanos.FIRST) {
                return never(budget + " of service time before " + endExclusive);
            }
            timetable = extended(timetable.from() - 1, timetable.to());
        }
        return at(timetable.latestWith(timetable.openBefore(end) - budget.toNanos()));
    }

    /**
     * When the last of these working days after the date of the start closes, plus the buffer; see {@link WorkingDays}. A
     * date counts once, even if the clock goes back into it over midnight, and then closes where it does for the last time.
     */
    public ServiceMoment due(Instant startInclusive, WorkingDays limit) {
        if (!EpochNanos.reachable(startInclusive)) {
            return never(limit + " after " + startInclusive);
        }
        OptionalLong closing = new WorkingDates(this).closing(EpochNanos.of(startInclusive), limit.days());
        return closing.isPresent()
                ? at(closing.getAsLong() + limit.buffer().toNanos())
                : never(limit + " after " + startInclusive);
    }

    /** The latest end of open time between two times, cut at the second; none if nothing is open between. */
    OptionalLong lastOpen(long from, long to) {
        Timetable timetable = covering(from, to);
        return timetable.openBefore(to) > timetable.openBefore(from)
                ? OptionalLong.of(timetable.lastOpenBefore(to))
                : OptionalLong.empty();
    }

    /**
     * The earliest instant, at or after this one, at which the service is open.
     *
     * @throws IllegalArgumentException if calendars do not reach so far
     */
    public ServiceMoment nextOpening(Instant from) {
        long opening = nextOpening(EpochNanos.checked("from", from));
        return opening == NEVER ? never("an opening after " + from) : at(opening);
    }

    /** The same in epoch nanoseconds; {@link #NEVER} if there is none, and after the reach of calendars. */
    long nextOpening(long from) {
        if (from > EpochNanos.LAST) {
            return NEVER;
        }
        Timetable timetable = covering(from);
        int opening = timetable.openingEndingAfter(from);
        while (opening == timetable.size()) {
            if (timetable.to() == EpochNanos.LAST) {
                return NEVER;
            }
            timetable = extended(timetable.from(), timetable.to() + 1);
            opening = timetable.openingEndingAfter(from);
        }
        return Math.max(from, timetable.begin(opening));
    }

    /**
     * The earliest instant after this one at which an opening ends.
     *
     * @throws IllegalArgumentException if calendars do not reach so far
     */
    public ServiceMoment nextClosing(Instant from) {
        long time = EpochNanos.checked("from", from);
        Timetable timetable = covering(time);
        int opening = timetable.openingEndingAfter(time);
        // The last opening of a timetable may go on after it.
        while (opening == timetable.size() || timetable.end(opening) == timetable.to()) {
            if (timetable.to() == EpochNanos.LAST) {
                return never("a closing after " + from);
            }
            timetable = extended(timetable.from(), timetable.to() + 1);
            opening = timetable.openingEndingAfter(time);
        }
        return at(timetable.end(opening));
    }

    /**
     * The earliest instant after this one at which an opening begins; when the service is open, that of the next one.
     *
     * @throws IllegalArgumentException if calendars do not reach so far
     */
    public ServiceMoment nextOpeningAfter(Instant after) {
        long time = EpochNanos.checked("after", after);
        Timetable timetable = covering(time);
        int opening = timetable.openingBeginningAfter(time);
        while (opening == timetable.size()) {
            if (timetable.to() == EpochNanos.LAST) {
                return never("an opening that begins after " + after);
            }
            timetable = extended(timetable.from(), timetable.to() + 1);
            opening = timetable.openingBeginningAfter(time);
        }
        return at(timetable.begin(opening));
    }

    /**
     * The latest instant, at or before this one, at which an opening ended; at a closing instant that instant.
     *
     * @throws IllegalArgumentException if calendars do not reach so far
     */
    public ServiceMoment previousClosing(Instant at) {
        long time = EpochNanos.checked("at", at);
        // The last opening of a timetable may go on after it, unless there is nothing after it.
        Timetable timetable = time < EpochNanos.LAST ? covering(time, time + 1) : covering(time);
        int opening = timetable.openingEndingBy(time);
        while (opening == 0) {
            if (timetable.from() == EpochNanos.FIRST) {
                return never("a closing before " + at);
            }
            timetable = extended(timetable.from() - 1, timetable.to());
            opening = timetable.openingEndingBy(time);
        }
        return at(timetable.end(opening));
    }

    /**
     * The openings between two instants, in order, none touching another, clipped to the two.
     *
     * @param from the first instant, inclusive
     * @param to the second instant, exclusive; none if it is not after the first
     * @throws IllegalArgumentException if calendars do not reach so far
     */
    public ImmutableList<Range<Instant>> openIntervals(Instant from, Instant to) {
        long begin = EpochNanos.checked("from", from);
        long end = EpochNanos.checked("to", to);
        Timetable timetable = covering(begin, end);
        ImmutableList.Builder<Range<Instant>> intervals = ImmutableList.builder();
        if (begin >= end) {
            return intervals.build();
        }
        for (int i = timetable.openingEndingAfter(begin); i < timetable.size() && timetable.begin(i) < end; i++) {
            intervals.add(Range.closedOpen(
                    EpochNanos.instant(Math.max(begin, timetable.begin(i))),
                    EpochNanos.instant(Math.min(end, timetable.end(i)))));
        }
        return intervals.build();
    }

    /** What is allowed and probably not meant, on service days between two dates, both inclusive. */
    public ImmutableList<CalendarFinding> findings(LocalDate first, LocalDate last) {
        return OpeningParts.findings(openings, first, last);
    }

    /** Whether it is this other calendar, or made of it: one of its versions, or of two that were combined. */
    public boolean madeOf(ServiceCalendar other) {
        return OpeningParts.madeOf(openings, other.openings);
    }

    /**
     * The days on which a holiday is kept for the last time, in order: of each holiday with a last year, and where no
     * holidays come every year, the last special day that is closed. None if the holidays never end, or there are none.
     */
    public ImmutableSortedSet<LocalDate> lastHolidays() {
        return ImmutableSortedSet.copyOf(OpeningParts.lastHolidays(openings));
    }

    private static boolean beyond(Duration budget) {
        return budget.compareTo(REACH) > 0;
    }

    private static ServiceMoment at(long time) {
        return new ServiceMoment.At(EpochNanos.instant(time));
    }

    private static ServiceMoment never(String what) {
        return new ServiceMoment.Never(what + " does not come to pass between " + EpochNanos.FIRST_INSTANT + " and "
                + EpochNanos.LAST_INSTANT);
    }

    private Timetable covering(long time) {
        Timetable timetable = compiled;
        return timetable != null && timetable.covers(time) ? timetable : extended(time, time);
    }

    private Timetable covering(long one, long other) {
        Timetable timetable = compiled;
        return timetable != null && timetable.covers(one) && timetable.covers(other)
                ? timetable
                : extended(Math.min(one, other), Math.max(one, other));
    }

    /**
     * Compiles a span that holds both times and what was compiled before, and where it grows two years more, or half as much
     * as there was: who goes on year by year compiles seldom, and one question far away costs the years that lie between.
     */
    private synchronized Timetable extended(long first, long last) {
        Timetable before = compiled;
        if (before == null) {
            return compile(earlier(first, 2 * YEAR), later(last, 2 * YEAR));
        }
        if (before.covers(first) && before.covers(last)) {
            return before;
        }
        long from = Math.min(first, before.from());
        long to = Math.max(last, before.to());
        long margin = Math.max(2 * YEAR, (before.to() - before.from()) / 2);
        return compile(from < before.from() ? earlier(from, margin) : from, to > before.to() ? later(to, margin) : to);
    }

    private static long earlier(long from, long margin) {
        return from - EpochNanos.FIRST < margin ? EpochNanos.FIRST : from - margin;
    }

    private static long later(long to, long margin) {
        return EpochNanos.LAST - to < margin ? EpochNanos.LAST : to + margin;
    }

    private Timetable compile(long from, long to) {
        Timetable larger = new Timetable(from, to, new OpeningParts().between(openings, from, to));
        compiled = larger;
        return larger;
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(ServiceCalendar.class, "it is part of calendars.json, which ModelFolder reads");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServiceCalendar calendar && openings.equals(calendar.openings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(openings);
    }

    @Override
    public String toString() {
        return openings.toString();
    }
}
