package dk.sagsflow.verification.subject;

import com.google.common.collect.Range;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;

/** When something is due, as a function of when it starts: a straight line between the starts at which it bends. Immutable. */
public sealed interface Deadline {
    /** When it is due; empty if never. */
    Optional<Instant> due(Instant start);

    /** Adds every start of these years at which the line bends. */
    void addBends(NavigableSet<Instant> bends, Instant first, Instant last);

    /**
     * An amount of time on a calendar.
     *
     * @param calendar when time counts
     * @param budget how much
     * @param held whether what comes due while the calendar is closed waits for its next opening
     */
    record Amount(ServiceCalendar calendar, Budget budget, boolean held) implements Deadline {
        private static final Duration MOMENT = Duration.ofNanos(1);

        /** One that waits for no opening. */
        public static Amount of(ServiceCalendar calendar, Budget budget) {
            return new Amount(calendar, budget, false);
        }

        /** Just after more than this is used up, which is when thresholds are passed. */
        public Amount momentLater() {
            return new Amount(calendar, momentLater(budget), held);
        }

        /** Just more than this; as much, if no budget may be more. */
        public static Budget momentLater(Budget budget) {
            if (budget instanceof Budget.ServiceTime time) {
                return Budget.of(momentLater(time.amount(), Bounds.LONGEST));
            }
            WorkingDays days = ((Budget.InWorkingDays) budget).limit();
            return new Budget.InWorkingDays(
                    new WorkingDays(days.days(), momentLater(days.buffer(), WorkingDays.LONGEST_BUFFER)));
        }

        private static Duration momentLater(Duration time, Duration most) {
            return time.compareTo(most) < 0 ? time.plus(MOMENT) : time;
        }

        @Override
        public Optional<Instant> due(Instant start) {
            Optional<Instant> due = budget.dueOn(calendar, start).instant();
            return held ? due.flatMap(time -> calendar.nextOpening(time).instant()) : due;
        }

        @Override
        public void addBends(NavigableSet<Instant> bends, Instant first, Instant last) {
            ends(first, last).forEach(bends::add);
            if (budget instanceof Budget.ServiceTime used) {
                Instant latest = due(last).orElse(last).plus(Duration.ofDays(1));
                ends(first, latest)
                        .forEach(end ->
                                calendar.dueBefore(end, used.amount()).instant().ifPresent(bends::add));
            } else {
                midnights(calendar.zone(), first, last).forEach(bends::add);
            }
        }

        private Stream<Instant> ends(Instant first, Instant until) {
            return calendar.openIntervals(first, until).stream()
                    .flatMap((Range<Instant> open) -> Stream.of(open.lowerEndpoint(), open.upperEndpoint()));
        }
    }

    /**
     * The end of the first night that is over from beginning to end.
     *
     * @param begins when a night begins
     * @param ends when it ends: on the next day, or later on the same one
     * @param zone where
     */
    record Night(LocalTime begins, LocalTime ends, ZoneId zone) implements Deadline {
        @Override
        public Optional<Instant> due(Instant start) {
            LocalDate today = start.atZone(zone).toLocalDate();
            LocalDate evening = beginning(today).isBefore(start) ? today.plusDays(1) : today;
            LocalDate morning = ends.isAfter(begins) ? evening : evening.plusDays(1);
            return Optional.of(morning.atTime(ends).atZone(zone).toInstant());
        }

        private Instant beginning(LocalDate date) {
            return date.atTime(begins).atZone(zone).toInstant();
        }

        @Override
        public void addBends(NavigableSet<Instant> bends, Instant first, Instant last) {
            LocalDate end = last.atZone(zone).toLocalDate();
            for (LocalDate date = first.atZone(zone).toLocalDate(); !date.isAfter(end); date = date.plusDays(1)) {
                bends.add(beginning(date));
            }
        }
    }

    private static Stream<Instant> midnights(ZoneId zone, Instant first, Instant last) {
        return first.atZone(zone)
                .toLocalDate()
                .datesUntil(last.atZone(zone).toLocalDate().plusDays(1))
                .map(date -> date.atStartOfDay(zone).toInstant());
    }
}
