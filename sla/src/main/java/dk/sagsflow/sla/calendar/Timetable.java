package dk.sagsflow.sla.calendar;

import java.util.Arrays;

/**
 * The openings of a span of time, compiled: their beginnings and running totals, and for either an index of equal
 * buckets, so that a look-up is a shift and a step or two, however long the span. Times and amounts are nanoseconds.
 * Immutable.
 */
final class Timetable {
    /** Buckets of time are about 19.5 hours, less than the distance of one day's opening to the next. */
    private static final int TIME_SHIFT = 46;

    private static final int STEPS_BEFORE_SEARCH = 8;

    private final long from;
    private final long to;
    private final long[] opens;
    /** How much is open before each opening; one more entry for the whole. */
    private final long[] before;
    /** For each bucket of time, the first opening that ends after the bucket begins. */
    private final int[] atTime;
    /** For each bucket of open time, the opening in which the bucket begins. */
    private final int[] atAmount;

    private final int amountShift;

    /** A timetable of openings between two times: beginnings and ends in turn, in order, apart. */
    Timetable(long from, long to, long[] ends) {
        this.from = from;
        this.to = to;
        int size = ends.length / 2;
        this.opens = new long[size];
        this.before = new long[size + 1];
        for (int i = 0; i < size; i++) {
            opens[i] = ends[2 * i];
            before[i + 1] = before[i] + ends[2 * i + 1] - ends[2 * i];
        }
        this.atTime = new int[(int) ((to - from) >>> TIME_SHIFT) + 1];
        int opening = 0;
        for (int bucket = 0; bucket < atTime.length; bucket++) {
            opening = endingAfter(opening, from + ((long) bucket << TIME_SHIFT));
            atTime[bucket] = opening;
        }
        this.amountShift = amountShift(size);
        this.atAmount = new int[(int) (open() >>> amountShift) + 1];
        opening = 0;
        for (int bucket = 0; bucket < atAmount.length; bucket++) {
            opening = reaching(opening, ((long) bucket << amountShift) + 1);
            atAmount[bucket] = opening;
        }
    }

    /** The least shift that makes no more buckets than twice the openings. */
    private int amountShift(int size) {
        int shift = 0;
        while (open() >>> shift > 2L * size) {
            shift++;
        }
        return shift;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    boolean covers(long time) {
        return from <= time && time <= to;
    }

    /** How much is open altogether. */
    long open() {
        return before[opens.length];
    }

    /** How much is open before this time. */
    long openBefore(long time) {
        int opening = openingEndingAfter(time);
        return opening == opens.length ? before[opening] : before[opening] + Math.max(0, time - opens[opening]);
    }

    boolean openAt(long time) {
        int opening = openingEndingAfter(time);
        return opening < opens.length && opens[opening] <= time;
    }

    /** The earliest time before which this amount, more than none and not more than there is, is open. */
    long earliestWith(long amount) {
        int opening = openingReaching(amount);
        return opens[opening] + amount - before[opening];
    }

    /** The latest time before which no more than this amount, less than there is, is open. */
    long latestWith(long amount) {
        int opening = openingReaching(amount + 1);
        return opens[opening] + amount - before[opening];
    }

    /** The first opening that ends after this time; the number of openings if none does. */
    int openingEndingAfter(long time) {
        return endingAfter(atTime[(int) ((time - from) >>> TIME_SHIFT)], time);
    }

    /** The number of openings. */
    int size() {
        return opens.length;
    }

    long begin(int opening) {
        return opens[opening];
    }

    long end(int opening) {
        return opens[opening] + before[opening + 1] - before[opening];
    }

    private int openingReaching(long amount) {
        return reaching(atAmount[(int) ((amount - 1) >>> amountShift)], amount);
    }

    private int endingAfter(int hint, long time) {
        int opening = hint;
        for (int step = 0; step < STEPS_BEFORE_SEARCH; step++) {
            if (opening == opens.length || end(opening) > time) {
                return opening;
            }
            opening++;
        }
        return searchEndingAfter(opening, time);
    }

    private int searchEndingAfter(int first, long time) {
        int low = first;
        int high = opens.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end(middle) > time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int reaching(int hint, long amount) {
        int opening = hint;
        for (int step = 0; step < STEPS_BEFORE_SEARCH; step++) {
            if (opening == opens.length || before[opening + 1] >= amount) {
                return opening;
            }
            opening++;
        }
        int found = Arrays.binarySearch(before, opening + 1, before.length, amount);
        return found >= 0 ? found - 1 : -found - 2;
    }
}
