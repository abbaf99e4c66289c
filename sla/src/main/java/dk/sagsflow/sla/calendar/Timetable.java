package dk.sagsflow.sla.calendar;

/**
 * The openings of a span of time, compiled: their beginnings and running totals side by side, and an index of either, so
 * that a look-up takes the same few steps however long the span. Times and amounts are nanoseconds. Immutable.
 */
final class Timetable {
    static final int COLUMNS = 2;
    private static final int BEGIN = 0;
    private static final int BEFORE = 1;

    private final long from;
    private final long to;
    /** The number of rows. */
    private final int size;
    /**
     * A row for each opening: when it begins, and how much is open before. The first row is an empty opening where the
     * span begins, so that there is one before every time; one more row, which is not counted, holds the whole.
     */
    private final long[] rows;

    private final BucketIndex byTime;
    private final BucketIndex byAmount;

    /** A timetable of openings between two times: beginnings and ends in turn, in order, apart. */
    Timetable(long from, long to, long[] ends) {
        this.from = from;
        this.to = to;
        this.size = 1 + ends.length / 2;
        this.rows = new long[COLUMNS * (size + 1)];
        rows[BEGIN] = from;
        for (int i = 1; i < size; i++) {
            long begin = ends[2 * i - 2];
            long end = ends[2 * i - 1];
            rows[COLUMNS * i + BEGIN] = begin;
            rows[COLUMNS * (i + 1) + BEFORE] = before(i) + end - begin;
        }
        rows[COLUMNS * size + BEGIN] = to;
        this.byTime = new BucketIndex(rows, BEGIN, size, to);
        this.byAmount = new BucketIndex(rows, BEFORE, size, open());
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
        return before(size);
    }

    /** How much is open before this time. */
    long openBefore(long time) {
        int opening = byTime.floor(time);
        return Math.min(before(opening) + time - begin(opening), before(opening + 1));
    }

    boolean openAt(long time) {
        return time < end(byTime.floor(time));
    }

    /** The latest end of open time that is not after this time; there must be an opening before. */
    long lastOpenBefore(long time) {
        return Math.min(time, end(byTime.floor(time - 1)));
    }

    /** The earliest time before which this amount, more than none and not more than there is, is open. */
    long earliestWith(long amount) {
        int opening = byAmount.floor(amount - 1);
        return begin(opening) + amount - before(opening);
    }

    /** The latest time before which no more than this amount, less than there is, is open. */
    long latestWith(long amount) {
        int opening = byAmount.floor(amount);
        return begin(opening) + amount - before(opening);
    }

    /** The first opening that ends after this time; {@link #size} if none does. */
    int openingEndingAfter(long time) {
        int opening = byTime.floor(time);
        return time < end(opening) ? opening : opening + 1;
    }

    /** The first opening that begins after this time; {@link #size} if none does. */
    int openingBeginningAfter(long time) {
        return byTime.floor(time) + 1;
    }

    /** The last opening that ends at this time or before, and not where the span ends; none is 0. */
    int openingEndingBy(long time) {
        int opening = byTime.floor(time);
        return end(opening) <= time && end(opening) < to ? opening : opening - 1;
    }

    /** The number after the last opening. */
    int size() {
        return size;
    }

    long begin(int opening) {
        return rows[COLUMNS * opening + BEGIN];
    }

    long end(int opening) {
        return begin(opening) + before(opening + 1) - before(opening);
    }

    private long before(int opening) {
        return rows[COLUMNS * opening + BEFORE];
    }
}
