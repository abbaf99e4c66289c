package dk.sagsflow.core.statistics;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import com.google.common.primitives.Longs;
import dk.sagsflow.core.style.PlainJson;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * How long many things took: their number, their exact sum, and quantiles that are exact to the second up to a day and a
 * bit (100,000 s) and too short by less than a ten-thousandth beyond. Lengths that were gathered apart, put together, are
 * those that were gathered in one, in whatever order, and what was added can be taken out. However many there are, they take
 * room for some 100,000 different ones and 90,000 more for each power of ten, sixteen bytes each. Immutable.
 */
public final class Lengths {
    private static final long EXACT = 100_000;
    private static final Lengths NONE = new Lengths(new long[0], new long[0], 0);

    /** In seconds, beyond {@link #EXACT} in five digits; in their order, each once. */
    private final long[] kept;

    /** How many there are of each, at least one. */
    private final long[] counts;

    private final long count;
    private final long seconds;

    private Lengths(long[] kept, long[] counts, long seconds) {
        this.kept = kept;
        this.counts = counts;
        this.count = LongStream.of(counts).sum();
        this.seconds = seconds;
    }

    /** Of nothing. */
    public static Lengths none() {
        return NONE;
    }

    /** What is counted, which may go on. */
    static Lengths of(SortedCounts counted, long seconds) {
        long[] kept = counted.numbers();
        return kept.length == 0 ? NONE : new Lengths(kept, counted.counts(), seconds);
    }

    /**
     * How many of each length, as {@link #counts} gives them, and their exact sum in seconds.
     *
     * @throws IllegalArgumentException if there are less than none of one
     */
    static Lengths of(Map<Long, Long> counts, long seconds) {
        SortedMap<Long, Long> sorted = new TreeMap<>(Maps.filterValues(counts, many -> many != 0));
        sorted.forEach((length, many) -> checkArgument(many > 0, "%s of %s s: less than none", many, length));
        return sorted.isEmpty()
                ? NONE
                : new Lengths(Longs.toArray(sorted.keySet()), Longs.toArray(sorted.values()), seconds);
    }

    /** What is kept of a length. */
    static long kept(long seconds) {
        long step = 1;
        while (seconds / step >= EXACT) {
            step *= 10;
        }
        return seconds / step * step;
    }

    /** Of how many. */
    public long count() {
        return count;
    }

    /** All of them together; exact. */
    public Duration total() {
        return Duration.ofSeconds(seconds);
    }

    /** On average, in whole seconds; of nothing, nothing. */
    public Duration mean() {
        return count == 0 ? Duration.ZERO : Duration.ofSeconds(seconds / count);
    }

    /**
     * What this share of them does not take longer than: the shortest of them of which that is true (nearest rank).
     *
     * @param share more than 0, at most 1; 0.5 for the median
     * @throws IllegalArgumentException if there is no such share
     * @throws IllegalStateException if they are of nothing
     */
    public Duration quantile(double share) {
        checkArgument(share > 0 && share <= 1, "share %s: more than 0, at most 1", share);
        checkState(count > 0, "there is no quantile of nothing");
        long left = (long) Math.ceil(share * count);
        int place = 0;
        while (left > counts[place]) {
            left -= counts[place++];
        }
        return Duration.ofSeconds(kept[place]);
    }

    /** How many of them took no longer than this. */
    public long atMost(Duration limit) {
        long most = kept(limit.toSeconds());
        long passed = 0;
        for (int place = 0; place < kept.length && kept[place] <= most; place++) {
            passed += counts[place];
        }
        return passed;
    }

    /** These and those. */
    public Lengths plus(Lengths more) {
        SortedCounts all = new SortedCounts();
        addTo(all);
        more.addTo(all);
        return of(all, seconds + more.seconds);
    }

    /** Puts them into what is being counted. */
    void addTo(SortedCounts counted) {
        counted.addAll(kept, counts);
    }

    /** How many of each length, in seconds. */
    ImmutableSortedMap<Long, Long> counts() {
        ImmutableSortedMap.Builder<Long, Long> each = ImmutableSortedMap.naturalOrder();
        for (int place = 0; place < kept.length; place++) {
            each.put(kept[place], counts[place]);
        }
        return each.buildOrThrow();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Lengths.class, "use StatisticsJson, or counts");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lengths lengths
                && seconds == lengths.seconds
                && Arrays.equals(kept, lengths.kept)
                && Arrays.equals(counts, lengths.counts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(kept) + Arrays.hashCode(counts)) + Long.hashCode(seconds);
    }

    @Override
    public String toString() {
        return count() + " of " + total();
    }
}
