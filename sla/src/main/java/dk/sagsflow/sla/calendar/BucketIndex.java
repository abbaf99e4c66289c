package dk.sagsflow.sla.calendar;

/**
 * Finds a number in a column of a {@link Timetable}, however many rows there are: the span of the column is divided into a few times as many equal buckets as there are rows, and each knows the row at its beginning. So there
 * are at most two rows to choose from, unless openings crowd, which are then searched by halves. Immutable.
 */
final class BucketIndex {
    private static final int BUCKETS_PER_ROW = 4;

    private final long[] table;
    private final int column;
    private final long first;
    private final int shift;
    /** For each bucket, the last row at or before its beginning; one more entry for the last row. */
    private final int[] rowAt;

    /**
     * An index of a column that rises from row to row.
     *
     * @param table the rows, one after another; they are not copied and must not change
     * @param column which column is searched
     * @param rows how many rows are searched, at least one
     * @param last the greatest number that is looked for; the least is that of the first row
     */
    BucketIndex(long[] table, int column, int rows, long last) {
        this.table = table;
        this.column = column;
        this.first = value(0);
        this.shift = shift(last - first, (long) BUCKETS_PER_ROW * rows);
        this.rowAt = new int[(int) ((last - first) >>> shift) + 2];
        int row = 0;
        for (int bucket = 0; bucket < rowAt.length; bucket++) {
            while (row + 1 < rows && value(row + 1) - first <= (long) bucket << shift) {
                row++;
            }
            rowAt[bucket] = row;
        }
        rowAt[rowAt.length - 1] = rows - 1;
    }

    /** The last row whose number is not greater than this one. */
    int floor(long number) {
        int bucket = (int) ((number - first) >>> shift);
        int low = rowAt[bucket];
        int high = rowAt[bucket + 1];
        if (high - low > 1) {
            return search(low, high, number);
        }
        return value(high) <= number ? high : low;
    }

    private long value(int row) {
        return table[Timetable.COLUMNS * row + column];
    }

    private int search(int least, int greatest, long number) {
        int low = least;
        int high = greatest;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (value(middle) <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The least shift that makes no more buckets than these of a span. */
    private static int shift(long span, long buckets) {
        int shift = 0;
        while (span >>> shift > buckets) {
            shift++;
        }
        return shift;
    }
}
