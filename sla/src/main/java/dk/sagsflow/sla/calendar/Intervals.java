package dk.sagsflow.sla.calendar;

import java.util.Arrays;

/** Collects half-open intervals in order of their beginnings and joins what overlaps or touches. Not thread-safe. */
final class Intervals {
    private long[] ends = new long[64];
    private int size;

    /** Adds an interval that begins no earlier than the one before; an empty one adds nothing. */
    void add(long from, long to) {
        if (from >= to) {
            return;
        }
        if (size > 0 && from <= ends[size - 1]) {
            ends[size - 1] = Math.max(ends[size - 1], to);
            return;
        }
        if (size + 2 > ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        ends[size++] = from;
        ends[size++] = to;
    }

    /** Beginnings and ends in turn. */
    long[] toArray() {
        return Arrays.copyOf(ends, size);
    }
}
