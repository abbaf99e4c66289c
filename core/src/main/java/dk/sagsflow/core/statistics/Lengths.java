package dk.sagsflow.core.statistics;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.PackedHistogram;

/**
 * How long many things took, to the second: their number, their sum, and quantiles that are exact up to two days and off by
 * less than a hundred-thousandth beyond. Lengths that were gathered apart, put together, are those that were gathered in
 * one, in whatever order; what was added can be taken out. Immutable.
 */
public final class Lengths {
    /** Up to 200,000 s each second has a place of its own. */
    private static final int DIGITS = 5;

    private static final Lengths NONE = new Lengths(new PackedHistogram(DIGITS), 0);

    private final PackedHistogram histogram;
    private final long seconds;

    Lengths(PackedHistogram histogram, long seconds) {
        this.histogram = histogram;
        this.seconds = seconds;
    }

    /** Of nothing. */
    public static Lengths none() {
        return NONE;
    }

    /** What is counted of each length in seconds, as {@link #counts} gives it, and their exact sum in seconds. */
    static Lengths of(Map<Long, Long> counts, long seconds) {
        PackedHistogram histogram = nothingRecorded();
        counts.forEach(histogram::recordValueWithCount);
        return new Lengths(histogram, seconds);
    }

    /** Of how many. */
    public long count() {
        return histogram.getTotalCount();
    }

    /** All of them together; exact. */
    public Duration total() {
        return Duration.ofSeconds(seconds);
    }

    /** On average; exact but for less than a second. */
    public Duration mean() {
        return count() == 0 ? Duration.ZERO : Duration.ofSeconds(seconds / count());
    }

    /**
     * What this share of them does not take longer than: the shortest of which that is true (nearest rank).
     *
     * @param share more than 0, at most 1; 0.5 for the median
     * @throws IllegalArgumentException if there is no such share, or nothing to ask
     */
    public Duration quantile(double share) {
        checkArgument(share > 0 && share <= 1, "share %s: more than 0, at most 1", share);
        checkState(count() > 0, "there is no quantile of nothing");
        return Duration.ofSeconds(histogram.lowestEquivalentValue(histogram.getValueAtPercentile(100 * share)));
    }

    /** How many of them took no longer than this. */
    public long atMost(Duration limit) {
        checkArgument(!limit.isNegative(), "limit %s: not negative", limit);
        return count() == 0 ? 0 : histogram.getCountBetweenValues(0, limit.getSeconds());
    }

    /** Puts them into what is being counted. */
    void addTo(PackedHistogram counted) {
        counted.add(histogram);
    }

    static PackedHistogram nothingRecorded() {
        return new PackedHistogram(DIGITS);
    }

    /** How many of each length, in seconds; of long ones, the shortest that is not told apart from it. */
    ImmutableSortedMap<Long, Long> counts() {
        ImmutableSortedMap.Builder<Long, Long> counts = ImmutableSortedMap.naturalOrder();
        for (HistogramIterationValue value : histogram.recordedValues()) {
            counts.put(
                    histogram.lowestEquivalentValue(value.getValueIteratedTo()), value.getCountAtValueIteratedTo());
        }
        return counts.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lengths lengths && seconds == lengths.seconds && counts().equals(lengths.counts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(seconds, count());
    }

    @Override
    public String toString() {
        return count() + " of " + total();
    }
}
