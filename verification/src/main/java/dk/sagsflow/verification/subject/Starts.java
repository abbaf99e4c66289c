package dk.sagsflow.verification.subject;

import com.google.common.collect.Range;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
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

    private final Instant first;
    private final Instant last;
    private final Map<Pair, Optional<Instant>> known = new HashMap<>();

    /** An amount of time on a calendar. */
    private record Amount(ServiceCalendar calendar, Budget budget) {
        Optional<Instant> due(Instant start) {
            return budget.dueOn(calendar, start).instant();
        }
    }

    private record Pair(Amount inner, Amount outer) {}

    Starts(LocalDate from) {
        this.first = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        this.last = first.plus(YEAR);
    }

    /** A start from which the inner target is due after the outer one; empty if there is none in the year. */
    public Optional<Instant> late(Target inner, Target outer) {
        Pair pair =
                new Pair(new Amount(inner.calendar(), inner.budget()), new Amount(outer.calendar(), outer.budget()));
        Optional<Instant> before = known.get(pair);
        if (before == null) {
            before = late(pair);
            known.put(pair, before);
        }
        return before;
    }

    /** A start from which one budget is over after another; empty if there is none in the year. */
    public Optional<Instant> late(ServiceCalendar inner, Budget allowed, ServiceCalendar outer, Budget limit) {
        return late(new Pair(new Amount(inner, allowed), new Amount(outer, limit)));
    }

    private Optional<Instant> late(Pair pair) {
        if (pair.inner().calendar().equals(pair.outer().calendar())
                && pair.inner().budget() instanceof Budget.ServiceTime less
                && pair.outer().budget() instanceof Budget.ServiceTime more
                && less.amount().compareTo(more.amount()) <= 0) {
            return Optional.empty();
        }
        NavigableSet<Instant> bends = new TreeSet<>();
        addBends(pair.inner(), bends);
        addBends(pair.outer(), bends);
        return firstOf(
                bends,
                pair.inner().calendar(),
                start -> after(pair.inner().due(start), pair.outer().due(start)));
    }

    /**
     * A start from which the case arrives somewhere closed, when so much of a target is used up, and the next opening
     * comes after the outer target is due; empty if there is none in the year.
     */
    public Optional<Instant> closedOnArrival(Target inner, Duration used, ServiceCalendar arrival, Target outer) {
        Amount going = new Amount(inner.calendar(), Budget.of(used.plus(MOMENT)));
        Amount limit = new Amount(outer.calendar(), outer.budget());
        NavigableSet<Instant> bends = new TreeSet<>();
        addBends(going, bends);
        addBends(limit, bends);
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
        for (Instant bend : bends.subSet(first, true, last, true)) {
            for (Instant start :
                    new Instant[] {bend, bend.plus(MOMENT), next(bends, bend).minus(MOMENT)}) {
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

    private Instant next(NavigableSet<Instant> bends, Instant bend) {
        Instant next = bends.higher(bend);
        return next == null ? last : next;
    }

    private void addBends(Amount amount, NavigableSet<Instant> bends) {
        bends.add(first);
        ends(amount.calendar(), last).forEach(bends::add);
        if (amount.budget() instanceof Budget.ServiceTime) {
            ends(amount.calendar(), last(amount)).forEach(end -> addStart(amount, end, bends));
        } else {
            addMidnights(amount.calendar(), bends);
        }
    }

    private static void addStart(Amount amount, Instant end, NavigableSet<Instant> bends) {
        Duration used = ((Budget.ServiceTime) amount.budget()).amount();
        amount.calendar().dueBefore(end, used).instant().ifPresent(bends::add);
    }

    private void addMidnights(ServiceCalendar calendar, NavigableSet<Instant> bends) {
        LocalDate end = last.atZone(calendar.zone()).toLocalDate();
        for (LocalDate date = first.atZone(calendar.zone()).toLocalDate();
                !date.isAfter(end);
                date = date.plusDays(1)) {
            bends.add(date.atStartOfDay(calendar.zone()).toInstant());
        }
    }

    /** Until when the latest start is due. */
    private Instant last(Amount amount) {
        return amount.due(last).orElse(last).plus(Duration.ofDays(1));
    }

    private Stream<Instant> ends(ServiceCalendar calendar, Instant until) {
        return calendar.openIntervals(first, until).stream()
                .flatMap((Range<Instant> open) -> Stream.of(open.lowerEndpoint(), open.upperEndpoint()));
    }
}
