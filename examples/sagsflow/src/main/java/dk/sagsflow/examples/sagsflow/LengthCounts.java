package dk.sagsflow.examples.sagsflow;

import java.time.Duration;

/** Lengths of which shares are asked, in as much memory for any number of them: to the second up to a day, beyond it to five digits. Not thread-safe. */
final class LengthCounts {
    private static final int EXACT = 100_000;
    private static final int PER_DIGIT = 90_000;
    private static final int DIGITS = 6;

    private final int[] counts = new int[EXACT + DIGITS * PER_DIGIT];
    private long count;
    private long longest;

    void add(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        longest = Math.max(longest, seconds);
        count++;
        counts[place(seconds)]++;
    }

    private static int place(long seconds) {
        long kept = seconds;
        int digits = 0;
        while (kept >= EXACT) {
            kept /= 10;
            digits++;
        }
        return digits == 0 ? (int) kept : EXACT + (digits - 1) * PER_DIGIT + (int) kept - EXACT / 10;
    }

    private static long seconds(int place) {
        if (place < EXACT) {
            return place;
        }
        long scale = 10;
        for (int digits = (place - EXACT) / PER_DIGIT; digits > 0; digits--) {
            scale *= 10;
        }
        return ((place - EXACT) % PER_DIGIT + EXACT / 10) * scale;
    }

    /** What this share of them, from 0 to 1, does not last longer than (nearest rank); of nothing, nothing. */
    Duration quantile(double share) {
        if (count == 0) {
            return Duration.ZERO;
        }
        long rank = Math.max(1, (long) Math.ceil(share * count));
        if (rank == count) {
            return Duration.ofSeconds(longest);
        }
        long passed = 0;
        int place = -1;
        while (passed < rank) {
            place++;
            passed += counts[place];
        }
        return Duration.ofSeconds(seconds(place));
    }
}
