package dk.sagsflow.core.statistics;

import static com.google.common.base.Preconditions.checkState;

import java.util.Arrays;

/**
 * How many there are of each number, in the order of the numbers: sixteen bytes for each different one, however many there
 * are of it. What is added waits until it is worth putting in order. Not thread-safe.
 */
final class SortedCounts {
    private static final int FEW = 16;
    private static final int MANY = 4_096;

    private long[] numbers = {};
    private long[] counts = {};
    private int size;
    private int gone;
    private long[] waiting = {};
    private int waits;

    void add(long number) {
        if (waits == waiting.length) {
            makeRoom();
        }
        waiting[waits++] = number;
    }

    /** Adds so many of each; the numbers in their order, each once, with at least one of it. */
    void addAll(long[] more, long[] many) {
        merge(more, many, more.length);
    }

    /**
     * Takes one out.
     *
     * @throws IllegalStateException if there is none
     */
    void remove(long number) {
        for (int place = 0; place < waits; place++) {
            if (waiting[place] == number) {
                waiting[place] = waiting[--waits];
                return;
            }
        }
        int place = Arrays.binarySearch(numbers, 0, size, number);
        checkState(place >= 0 && counts[place] > 0, "there is no %s to be taken out", number);
        if (--counts[place] == 0 && ++gone > size / 2) {
            dropGone();
        }
    }

    /** The numbers that there are, in their order. */
    long[] numbers() {
        settle();
        return Arrays.copyOf(numbers, size);
    }

    /** How many there are of each of {@link #numbers}. */
    long[] counts() {
        settle();
        return Arrays.copyOf(counts, size);
    }

    private void settle() {
        putInOrder();
        if (gone > 0) {
            dropGone();
        }
    }

    private void makeRoom() {
        int worthIt = Math.max(FEW, Math.min(MANY, size / 4));
        if (waits >= worthIt) {
            putInOrder();
        } else {
            waiting = Arrays.copyOf(waiting, Math.min(worthIt, Math.max(1, 2 * waits)));
        }
    }

    private void putInOrder() {
        Arrays.sort(waiting, 0, waits);
        long[] many = new long[waits];
        int different = 0;
        for (int place = 0; place < waits; place++) {
            if (place == 0 || waiting[place] != waiting[different - 1]) {
                waiting[different++] = waiting[place];
            }
            many[different - 1]++;
        }
        merge(waiting, many, different);
        waits = 0;
    }

    private void merge(long[] more, long[] many, int length) {
        int fresh = 0;
        int place = 0;
        for (int next = 0; next < length; next++) {
            place = Arrays.binarySearch(numbers, place, size, more[next]);
            if (place < 0) {
                fresh++;
                place = -place - 1;
            } else {
                gone -= counts[place] == 0 ? 1 : 0;
                counts[place] += many[next];
            }
        }
        if (fresh > 0) {
            insert(more, many, length, fresh);
        }
    }

    /** From the end, so that each number is moved once. */
    private void insert(long[] more, long[] many, int length, int fresh) {
        int from = size;
        int to = size + fresh;
        if (to > numbers.length) {
            numbers = Arrays.copyOf(numbers, to + to / 8);
            counts = Arrays.copyOf(counts, to + to / 8);
        }
        size = to;
        for (int next = length - 1; to > from; next--) {
            int place = -Arrays.binarySearch(numbers, 0, from, more[next]) - 1;
            if (place >= 0) {
                to -= from - place;
                System.arraycopy(numbers, place, numbers, to, from - place);
                System.arraycopy(counts, place, counts, to, from - place);
                from = place;
                to--;
                numbers[to] = more[next];
                counts[to] = many[next];
            }
        }
    }

    private void dropGone() {
        int kept = 0;
        for (int place = 0; place < size; place++) {
            if (counts[place] > 0) {
                numbers[kept] = numbers[place];
                counts[kept++] = counts[place];
            }
        }
        size = kept;
        gone = 0;
    }
}
