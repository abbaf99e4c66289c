package dk.sagsflow.sla.calendar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.Optional;

/**
 * The same openings every week. Walks over pieces of time within which the offset of the zone does not change, so that
 * local time and the time line run alike; within a piece it leaps over whole weeks.
 */
final class WeeklyCalendar implements ServiceCalendar {
    private static final Duration WEEK = Duration.ofDays(7);

    private final ZoneId zone;
    private final ImmutableList<Range<Long>> openings;
    private final Duration openPerWeek;

    /** Openings in nanoseconds since Monday 00:00, in order, apart. */
    WeeklyCalendar(ZoneId zone, Collection<Range<Long>> openings) {
        this.zone = zone;
        this.openings = ImmutableList.copyOf(openings);
        this.openPerWeek = Duration.ofNanos(openings.stream()
                .mapToLong(opening -> opening.upperEndpoint() - opening.lowerEndpoint())
                .sum());
    }

    @Override
    public boolean openAt(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        long inWeek = Duration.between(monday(local), local).toNanos();
        return openings.stream().anyMatch(opening -> opening.contains(inWeek));
    }

    @Override
    public Duration openTime(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return openTime(to, from).negated();
        }
        Duration open = Duration.ZERO;
        Instant pieceFrom = from;
        while (pieceFrom.isBefore(to)) {
            Instant pieceTo =
                    endOfPiece(pieceFrom).filter(end -> end.isBefore(to)).orElse(to);
            ZoneOffset offset = zone.getRules().getOffset(pieceFrom);
            open = open.plus(localOpenTime(local(pieceFrom, offset), local(pieceTo, offset)));
            pieceFrom = pieceTo;
        }
        return open;
    }

    @Override
    public DueTime due(Instant startInclusive, Duration budget) {
        AlwaysOpen.checkBudget(budget);
        try {
            return new DueTime.At(dueWithin(startInclusive, budget));
        } catch (DateTimeException | ArithmeticException beyond) {
            return new DueTime.Never(
                    budget + " of service time after " + startInclusive + " ends beyond the end of time");
        }
    }

    private Instant dueWithin(Instant start, Duration budget) {
        Duration left = budget;
        Instant pieceFrom = start;
        while (left.compareTo(Duration.ZERO) > 0) {
            ZoneOffset offset = zone.getRules().getOffset(pieceFrom);
            LocalDateTime local = local(pieceFrom, offset);
            Optional<Instant> pieceTo = endOfPiece(pieceFrom);
            if (pieceTo.isEmpty()) {
                return localDue(local, left).toInstant(offset);
            }
            Duration open = localOpenTime(local, local(pieceTo.get(), offset));
            if (open.compareTo(left) >= 0) {
                return localDue(local, left).toInstant(offset);
            }
            left = left.minus(open);
            pieceFrom = pieceTo.get();
        }
        return pieceFrom;
    }

    private Optional<Instant> endOfPiece(Instant from) {
        return Optional.ofNullable(zone.getRules().nextTransition(from)).map(ZoneOffsetTransition::getInstant);
    }

    private Duration localOpenTime(LocalDateTime from, LocalDateTime to) {
        long weeks = Duration.between(from, to).dividedBy(WEEK);
        LocalDateTime rest = from.plusWeeks(weeks);
        return openPerWeek.multipliedBy(weeks).plus(openSinceMonday(rest, to));
    }

    /** The open time from the first to the second, which is less than a week later. */
    private Duration openSinceMonday(LocalDateTime from, LocalDateTime to) {
        LocalDateTime monday = monday(from);
        long nanos = openBefore(Duration.between(monday, to).toNanos())
                - openBefore(Duration.between(monday, from).toNanos());
        return Duration.ofNanos(nanos);
    }

    /** The open time of a week and the one after it, up to this many nanoseconds after the first Monday 00:00. */
    private long openBefore(long nanos) {
        long week = WEEK.toNanos();
        if (nanos > week) {
            return openPerWeek.toNanos() + openBefore(nanos - week);
        }
        long open = 0;
        for (Range<Long> opening : openings) {
            open += Math.max(0, Math.min(opening.upperEndpoint(), nanos) - opening.lowerEndpoint());
        }
        return open;
    }

    private LocalDateTime localDue(LocalDateTime start, Duration budget) {
        long weeks = budget.minusNanos(1).dividedBy(openPerWeek);
        long left = budget.minus(openPerWeek.multipliedBy(weeks)).toNanos();
        LocalDateTime from = start.plusWeeks(weeks);
        LocalDateTime monday = monday(from);
        long target = openBefore(Duration.between(monday, from).toNanos()) + left;
        return monday.plus(Duration.ofNanos(firstReaching(target)));
    }

    /** The least number of nanoseconds after Monday 00:00 by which so much is open. */
    private long firstReaching(long target) {
        long perWeek = openPerWeek.toNanos();
        long before = 0;
        long left = target;
        while (left > perWeek) {
            left -= perWeek;
            before += WEEK.toNanos();
        }
        for (Range<Long> opening : openings) {
            long length = opening.upperEndpoint() - opening.lowerEndpoint();
            if (left <= length) {
                return before + opening.lowerEndpoint() + left;
            }
            left -= length;
        }
        throw new IllegalStateException("a week of " + openPerWeek + " does not hold " + target + " ns");
    }

    private static LocalDateTime local(Instant instant, ZoneOffset offset) {
        return LocalDateTime.ofInstant(instant, offset);
    }

    private static LocalDateTime monday(LocalDateTime local) {
        return local.toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atTime(LocalTime.MIDNIGHT);
    }
}
