package dk.sagsflow.core.statistics;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts cases, one after another. A case that goes on is counted anew: what it was is taken out, what it is comes in, and
 * the figures are those of one pass over all. What several threads, processes or partitions counted is put together by
 * {@link CaseStatistics#plus}, or added to one tally as it comes, which then takes room for what there are cells of and not
 * for the number of parts. Not thread-safe.
 */
public final class CaseTally {
    private final Breakdown breakdown;
    private final Map<Cell, Counting> cells = new HashMap<>();

    /** Nothing counted yet. */
    public CaseTally(Breakdown breakdown) {
        this.breakdown = requireNonNull(breakdown, "breakdown");
    }

    /** Goes on from what was counted before. */
    public CaseTally(CaseStatistics counted) {
        this(counted.breakdown());
        add(counted);
    }

    /** Counts a case. */
    public void add(CaseTimeline timeline) {
        add(CaseFacts.of(timeline));
    }

    /** Counts what is known of a case, from whatever source. */
    public void add(Iterable<Fact> facts) {
        for (Fact fact : facts) {
            counting(breakdown.cellOf(fact)).add(fact);
        }
    }

    /**
     * Counts what was counted elsewhere as well: of other cases.
     *
     * @throws IllegalArgumentException if it is broken down otherwise
     */
    public void add(CaseStatistics counted) {
        checkArgument(
                breakdown.equals(counted.breakdown()),
                "figures by %s cannot be put together with figures by %s",
                breakdown,
                counted.breakdown());
        counted.cells().forEach((cell, amount) -> counting(cell).add(amount));
    }

    /**
     * Takes a case out that was counted before, as it was counted.
     *
     * @throws IllegalStateException if it was not counted so
     */
    public void remove(CaseTimeline timeline) {
        remove(CaseFacts.of(timeline));
    }

    /**
     * Takes out what was counted before, as it was counted.
     *
     * @throws IllegalStateException if it was not counted so
     */
    public void remove(Iterable<Fact> facts) {
        for (Fact fact : facts) {
            Cell cell = breakdown.cellOf(fact);
            Counting counting = cells.get(cell);
            if (counting == null) {
                throw new IllegalStateException("nothing was counted in " + cell);
            }
            counting.remove(fact);
            if (counting.isNothing()) {
                cells.remove(cell);
            }
        }
    }

    /** What is counted so far. */
    public CaseStatistics statistics() {
        return new CaseStatistics(breakdown, ImmutableMap.copyOf(Maps.transformValues(cells, Counting::amount)));
    }

    private Counting counting(Cell cell) {
        return cells.computeIfAbsent(cell, counted -> new Counting());
    }
}
