package dk.sagsflow.sla.calendar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.ZoneId;

/** Two calendars as sets of instants: both together, what they share, or the one without the other. */
record CombinedOpenings(Operation operation, Openings left, Openings right) implements Openings {
    enum Operation {
        UNION,
        INTERSECTION,
        MINUS;

        boolean open(boolean inLeft, boolean inRight) {
            return switch (this) {
                case UNION -> inLeft || inRight;
                case INTERSECTION -> inLeft && inRight;
                case MINUS -> inLeft && !inRight;
            };
        }
    }

    @Override
    public ZoneId zone() {
        return left.zone();
    }

    /** Walks over all ends of both; between two of them nothing changes. */
    @Override
    public long[] between(long from, long to) {
        long[] a = left.between(from, to);
        long[] b = right.between(from, to);
        Intervals openings = new Intervals();
        int nextA = 0;
        int nextB = 0;
        long at = from;
        while (at < to) {
            nextA = passed(a, nextA, at);
            nextB = passed(b, nextB, at);
            long until = Math.min(to, Math.min(end(a, nextA), end(b, nextB)));
            // An odd number of ends behind us means that we are inside of an opening.
            if (operation.open(nextA % 2 == 1, nextB % 2 == 1)) {
                openings.add(at, until);
            }
            at = until;
        }
        return openings.toArray();
    }

    private static int passed(long[] ends, int next, long at) {
        int index = next;
        while (index < ends.length && ends[index] <= at) {
            index++;
        }
        return index;
    }

    private static long end(long[] ends, int index) {
        return index < ends.length ? ends[index] : Long.MAX_VALUE;
    }

    @Override
    public ImmutableList<CalendarFinding> findings(LocalDate first, LocalDate last) {
        return ImmutableList.<CalendarFinding>builder()
                .addAll(left.findings(first, last))
                .addAll(right.findings(first, last))
                .build();
    }

    @Override
    public boolean madeOf(Openings others) {
        return equals(others) || left.madeOf(others) || right.madeOf(others);
    }

    @Override
    public ImmutableSet<LocalDate> lastHolidays() {
        return ImmutableSet.<LocalDate>builder()
                .addAll(left.lastHolidays())
                .addAll(right.lastHolidays())
                .build();
    }
}
