package dk.sagsflow.verification.subject;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds, in the year from a date, a start at which one clock comes after another. When something is due, as a function of
 * the start, is a straight line between the starts at which it bends: openings, closings, and the starts that are due at
 * one. So it is enough to look at those and right beside them, and what holds there holds for every start. Not thread-safe.
 */
public final class Starts {
    private static final Duration YEAR = Duration.ofDays(366);
    private static final Duration MOMENT = Duration.ofNanos(1);

    /** Deadlines whose bends are kept: some thousand of each. */
    private static final int MOST_KEPT = 200;

    private final Instant first;
    private final Instant last;
    private final Map<Pair, Optional<Instant>> known = new HashMap<>();

    /** One deadline is held against many others. */
    private final Cache<Deadline, ImmutableSortedSet<Instant>> latest =
            CacheBuilder.newBuilder().maximumSize(MOST_KEPT).build();

    private record Pair(Deadline.Amount inner, Deadline.Amount outer) {}

    Starts(LocalDate from) {
        this.first = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        this.last = first.plus(YEAR);
    }

    /** A start from which the inner target is due after the outer one; empty if there is none in the year. */
    public Optional<Instant> late(Target inner, Target outer) {
        Pair pair = new Pair(
                Deadline.Amount.of(inner.calendar(), inner.budget()),
                Deadline.Amount.of(outer.calendar(), outer.budget()));
        Optional<Instant> before = known.get(pair);
        if (before == null) {
            before = late(pair);
            known.put(pair, before);
        }
        return before;
    }

    /** A start from which one budget is over after another; empty if there is none in the year. */
    public Optional<Instant> late(ServiceCalendar inner, Budget allowed, ServiceCalendar outer, Budget limit) {
        return late(new Pair(Deadline.Amount.of(inner, allowed), Deadline.Amount.of(outer, limit)));
    }

    private Optional<Instant> late(Pair pair) {
        if (neverLonger(pair.inner(), pair.outer())) {
            return Optional.empty();
        }
        return firstOf(
                bends(pair.inner(), pair.outer()),
                pair.inner().calendar(),
                start -> after(pair.inner().due(start), pair.outer().due(start)));
    }

    /**
     * A start, in a part of the year, from which all of these are due after the limit, or never; empty if at every start one
     * of them is in time. Two lines that fall and rise may both be late where no bend is, so where one crosses the limit
     * is looked at as well.
     *
     * @param offered what there is, at least one
     * @param from the first start, inclusive
     * @param to the last start, inclusive
     */
    public Optional<Instant> late(List<Deadline.Amount> offered, Deadline limit, Instant from, Instant to) {
        Instant begin = from.isAfter(first) ? from : first;
        Instant end = to.isBefore(last) ? to : last;
        if (begin.isAfter(end) || offered.stream().anyMatch(one -> neverLonger(one, limit))) {
            return Optional.empty();
        }
        for (Instant start : turns(offered, limit, begin, end)) {
            if (allLate(offered, limit, start)) {
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    /** The starts of the year at which one of these bends, and its first. */
    private NavigableSet<Instant> bends(Deadline one, Deadline other) {
        NavigableSet<Instant> bends = new TreeSet<>(bends(one));
        bends.add(first);
        bends.addAll(bends(other));
        return bends;
    }

    private ImmutableSortedSet<Instant> bends(Deadline deadline) {
        ImmutableSortedSet<Instant> before = latest.getIfPresent(deadline);
        if (before != null) {
            return before;
        }
        NavigableSet<Instant> found = new TreeSet<>();
        deadline.addBends(found, first, last);
        ImmutableSortedSet<Instant> bends = ImmutableSortedSet.copyOfSorted(found);
        latest.put(deadline, bends);
        return bends;
    }

    /** The starts at which it may turn whether all of these are late, and the moments beside them. */
    private ImmutableSortedSet<Instant> turns(
            List<Deadline.Amount> offered, Deadline limit, Instant begin, Instant end) {
        NavigableSet<Instant> bends = new TreeSet<>(bends(limit));
        offered.forEach(one -> bends.addAll(bends(one)));
        bends.add(begin);
        bends.add(end);
        ImmutableList<Instant> within = ImmutableSortedSet.copyOfSorted(bends.subSet(begin, true, end, true))
                .asList();
        ImmutableSortedSet.Builder<Instant> turns = ImmutableSortedSet.naturalOrder();
        for (int i = 0; i < within.size(); i++) {
            Instant bend = within.get(i);
            turns.add(bend);
            addWithin(turns, bend.plus(MOMENT), begin, end);
            addWithin(turns, bend.minus(MOMENT), begin, end);
            if (offered.size() > 1 && i + 1 < within.size()) {
                Instant next = within.get(i + 1);
                offered.forEach(
                        one -> crossing(one, limit, bend, next).forEach(start -> addWithin(turns, start, begin, end)));
            }
        }
        return turns.build();
    }

    /** Less time on one calendar: there is no need to look. */
    private static boolean neverLonger(Deadline.Amount inner, Deadline outer) {
        return outer instanceof Deadline.Amount limit
                && !inner.held()
                && inner.calendar().equals(limit.calendar())
                && inner.budget() instanceof Budget.ServiceTime less
                && limit.budget() instanceof Budget.ServiceTime more
                && less.amount().compareTo(more.amount()) <= 0;
    }

    private static void addWithin(
            ImmutableSortedSet.Builder<Instant> starts, Instant start, Instant begin, Instant end) {
        if (!start.isBefore(begin) && !start.isAfter(end)) {
            starts.add(start);
        }
    }

    private static boolean allLate(List<Deadline.Amount> offered, Deadline limit, Instant start) {
        Optional<Instant> allowed = limit.due(start);
        if (allowed.isEmpty()) {
            return false;
        }
        for (Deadline.Amount one : offered) {
            Optional<Instant> due = one.due(start);
            if (due.isPresent() && !due.get().isAfter(allowed.get())) {
                return false;
            }
        }
        return true;
    }

    /** Where between two bends, to the nanosecond, a line that falls or rises against the limit comes to it. */
    private static Stream<Instant> crossing(Deadline.Amount offered, Deadline limit, Instant bend, Instant next) {
        Instant start = bend.plus(MOMENT);
        Optional<Instant> due = offered.due(start);
        Optional<Instant> allowed = limit.due(start);
        if (due.isEmpty() || allowed.isEmpty()) {
            return Stream.of();
        }
        Instant met = start.plus(Duration.between(due.get(), allowed.get()).abs());
        return Stream.of(met.minus(MOMENT), met, met.plus(MOMENT)).filter(time -> time.isBefore(next));
    }

    /**
     * A start from which the case arrives somewhere closed, when so much of a target is used up, and the next opening
     * comes after the outer target is due; empty if there is none in the year.
     */
    public Optional<Instant> closedOnArrival(Target inner, Duration used, ServiceCalendar arrival, Target outer) {
        Deadline.Amount going =
                Deadline.Amount.of(inner.calendar(), Budget.of(used)).momentLater();
        Deadline.Amount limit = Deadline.Amount.of(outer.calendar(), outer.budget());
        NavigableSet<Instant> bends = bends(going, limit);
        ends(arrival, last(going)).forEach(end -> addStart(going, end, bends));
        return firstOf(bends, inner.calendar(), start -> {
            Optional<Instant> arrives = going.due(start);
            Optional<Instant> due = limit.due(start);
            return !after(arrives, due)
                    && after(arrives.flatMap(time -> arrival.nextOpening(time).instant()), due);
        });
    }

    private static boolean after(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && one.get().isAfter(other.get());
    }

    /** The first start at which this is true while the service is open; if it never is then, the first of all. */
    private Optional<Instant> firstOf(
            NavigableSet<Instant> bends, ServiceCalendar calendar, Predicate<Instant> wanted) {
        Optional<Instant> closed = Optional.empty();
        ImmutableList<Instant> starts =
                ImmutableSortedSet.copyOfSorted(bends.tailSet(first, true)).asList();
        for (int i = 0; i < starts.size() && !starts.get(i).isAfter(last); i++) {
            Instant bend = starts.get(i);
            Instant next = i + 1 < starts.size() ? starts.get(i + 1) : last;
            for (Instant start : new Instant[] {bend, bend.plus(MOMENT), next.minus(MOMENT)}) {
                if (wanted.test(start)) {
                    if (calendar.openAt(start)) {
                        return Optional.of(start);
                    }
                    closed = closed.isEmpty() ? Optional.of(start) : closed;
                }
            }
        }
        return closed;
    }

    private static void addStart(Deadline.Amount amount, Instant end, NavigableSet<Instant> bends) {
        Duration used = ((Budget.ServiceTime) amount.budget()).amount();
        amount.calendar().dueBefore(end, used).instant().ifPresent(bends::add);
    }

    /** Until when the latest start is due. */
    private Instant last(Deadline.Amount amount) {
        return amount.due(last).orElse(last).plus(Duration.ofDays(1));
    }

    private Stream<Instant> ends(ServiceCalendar calendar, Instant until) {
        return calendar.openIntervals(first, until).stream()
                .flatMap((Range<Instant> open) -> Stream.of(open.lowerEndpoint(), open.upperEndpoint()));
    }
}
