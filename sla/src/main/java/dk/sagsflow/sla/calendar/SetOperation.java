package dk.sagsflow.sla.calendar;

/** What two calendars make as sets of instants: both together, what they share, or the one without the other. */
enum SetOperation {
    UNION,
    INTERSECTION,
    MINUS;

    private boolean open(boolean inLeft, boolean inRight) {
        return switch (this) {
            case UNION -> inLeft || inRight;
            case INTERSECTION -> inLeft && inRight;
            case MINUS -> inLeft && !inRight;
        };
    }

    /** Of two lists of beginnings and ends, in order and apart. Walks over all ends of both: between two nothing changes. */
    long[] of(long[] left, long[] right) {
        Intervals openings = new Intervals();
        int nextLeft = 0;
        int nextRight = 0;
        while (nextLeft < left.length || nextRight < right.length) {
            long at = Math.min(end(left, nextLeft), end(right, nextRight));
            nextLeft = passed(left, nextLeft, at);
            nextRight = passed(right, nextRight, at);
            // An odd number of ends behind us means that we are inside of an opening.
            if (open(nextLeft % 2 == 1, nextRight % 2 == 1)) {
                openings.add(at, Math.min(end(left, nextLeft), end(right, nextRight)));
            }
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
}
