package dk.sagsflow.core.statistics;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.BoundType;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.SortedMultiset;
import com.google.common.collect.TreeMultiset;
import java.time.Duration;
import java.util.Map;

/**
 * How long many things took: their number, their exact sum, and quantiles that are exact to the second up to a day and a
 * bit (100,000 s) and too short by less than a ten-thousandth beyond. Lengths that were gathered apart, put together, are
 * those that were gathered in one, in whatever order, and what was added can be taken out. However many there are, they take
 * room for some 100,000 different ones and 90,000 more for each power of ten. Immutable.
 */
public final class Lengths {
    private static final long EXACT = 100_000;
    private static final Lengths NONE = new Lengths(ImmutableSortedMultiset.of(), 0);

    /** In seconds, beyond {@link #EXACT} in five digits. */
    private final ImmutableSortedMultiset<Long> kept;

    private final long seconds;

    Lengths(Multiset<Long> kept, long seconds) {
        this.kept = ImmutableSortedMultiset.copyOfSorted(sorted(kept));
        this.seconds = seconds;
    }

    /** By how many there are of each, and not one after the other. */
    private static SortedMultiset<Long> sorted(Multiset<Long> kept) {
        TreeMultiset<Long> sorted = TreeMultiset.create();
        kept.entrySet().forEach(entry -> sorted.add(entry.getElement(), entry.getCount()));
        return sorted;
    }

    /** Of nothing. */
    public static Lengths none() {
        return NONE;
    }

    /** How many of each length, as {@link #counts} gives them, and their exact sum in seconds. */
    static Lengths of(Map<Long, Long> counts, long seconds) {
        Multiset<Long> kept = HashMultiset.create();
        counts.forEach((length, count) -> kept.add(length, Math.toIntExact(count)));
        return new Lengths(kept, seconds);
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
        return kept.size();
    }

    /** All of them together; exact. */
    public Duration total() {
        return Duration.ofSeconds(seconds);
    }

    /** On average, in whole seconds; of nothing, nothing. */
    public Duration mean() {
        return kept.isEmpty() ? Duration.ZERO : Duration.ofSeconds(seconds / kept.size());
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
        checkState(!kept.isEmpty(), "there is no quantile of nothing");
        long rank = (long) Math.ceil(share * kept.size());
        long passed = 0;
        long length = 0;
        for (Map.Entry<Long, Long> entry : counts().entrySet()) {
            if (passed >= rank) {
                break;
            }
            passed += entry.getValue();
            length = entry.getKey();
        }
        return Duration.ofSeconds(length);
    }

    /** How many of them took no longer than this. */
    public long atMost(Duration limit) {
        return kept.headMultiset(kept(limit.toSeconds()), BoundType.CLOSED).size();
    }

    /** These and those. */
    public Lengths plus(Lengths more) {
        Multiset<Long> all = HashMultiset.create(kept.elementSet().size());
        addTo(all);
        more.addTo(all);
        return all.isEmpty() ? NONE : new Lengths(all, seconds + more.seconds);
    }

    /** Puts them into what is being counted. */
    void addTo(Multiset<Long> counted) {
        kept.entrySet().forEach(entry -> counted.add(entry.getElement(), entry.getCount()));
    }

    /** How many of each length, in seconds. */
    ImmutableSortedMap<Long, Long> counts() {
        return kept.entrySet().stream()
                .collect(ImmutableSortedMap.toImmutableSortedMap(
                        Long::compare, Multiset.Entry::getElement, entry -> (long) entry.getCount()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lengths lengths && seconds == lengths.seconds && kept.equals(lengths.kept);
    }

    @Override
    public int hashCode() {
        return 31 * kept.hashCode() + Long.hashCode(seconds);
    }

    @Override
    public String toString() {
        return count() + " of " + total();
    }
}
