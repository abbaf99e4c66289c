package dk.sagsflow.core.statistics;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Figures about cases (R33), by period and dimensions. They are a sum: of parts that were counted apart, in whatever order,
 * {@link #plus} makes what one pass over all counts, as long as each case is in one part. Immutable.
 *
 * @param breakdown by what they are broken down
 * @param cells how much there is of what; a cell with nothing in it is not there
 */
public record CaseStatistics(Breakdown breakdown, ImmutableMap<Cell, Amount> cells) {
    /** Refuses null. */
    public CaseStatistics {
        requireNonNull(breakdown, "breakdown");
        requireNonNull(cells, "cells");
    }

    /** Of no case. */
    public static CaseStatistics none(Breakdown breakdown) {
        return new CaseStatistics(breakdown, ImmutableMap.of());
    }

    /** Of these cases. */
    public static CaseStatistics of(Breakdown breakdown, Iterable<CaseTimeline> cases) {
        CaseTally tally = new CaseTally(breakdown);
        cases.forEach(tally::add);
        return tally.statistics();
    }

    /**
     * These and those.
     *
     * @throws IllegalArgumentException if they are broken down otherwise
     */
    public CaseStatistics plus(CaseStatistics more) {
        CaseTally both = new CaseTally(this);
        both.add(more);
        return both.statistics();
    }

    /**
     * The same, broken down by fewer dimensions.
     *
     * @throws IllegalArgumentException if these are not broken down by one of them
     */
    public CaseStatistics by(Dimension... dimensions) {
        Set<Dimension> fewer = ImmutableSet.copyOf(dimensions);
        checkArgument(
                breakdown.by().containsAll(fewer), "figures by %s do not tell apart by %s", breakdown.by(), fewer);
        Map<Cell, Counting> sums = new HashMap<>();
        cells.forEach((cell, amount) ->
                sums.computeIfAbsent(cell.by(fewer), sum -> new Counting()).add(amount));
        return counted(breakdown.by(fewer), sums);
    }

    /** How much there is of a figure in a period, over all dimensions. */
    public Amount in(LocalDate period, Figure figure) {
        LocalDate start = breakdown.length().startOf(period);
        return sum(cell -> cell.figure() == figure && cell.period().equals(start));
    }

    /** How much there is of a figure over all periods and dimensions. */
    public Amount of(Figure figure) {
        return sum(cell -> cell.figure() == figure);
    }

    /**
     * How many cases stood how at the end of a period, by the dimensions of these figures: those that came to stand so until
     * then, without those that ceased to. Includes cases that are over, by their status.
     */
    public ImmutableMap<ImmutableMap<Dimension, String>, Long> standingAtEndOf(LocalDate period) {
        LocalDate start = breakdown.length().startOf(period);
        Map<ImmutableMap<Dimension, String>, Long> standing = new HashMap<>();
        cells.forEach((cell, amount) -> {
            if (!cell.period().isAfter(start)
                    && EnumSet.of(Figure.ENTERED, Figure.LEFT).contains(cell.figure())) {
                long change = cell.figure() == Figure.ENTERED ? amount.count() : -amount.count();
                standing.merge(cell.values(), change, Long::sum);
            }
        });
        return ImmutableMap.copyOf(Maps.filterValues(standing, count -> count != 0));
    }

    private Amount sum(Predicate<Cell> asked) {
        Counting sum = new Counting();
        cells.forEach((cell, amount) -> {
            if (asked.test(cell)) {
                sum.add(amount);
            }
        });
        return sum.amount();
    }

    private static CaseStatistics counted(Breakdown breakdown, Map<Cell, Counting> sums) {
        return new CaseStatistics(breakdown, ImmutableMap.copyOf(Maps.transformValues(sums, Counting::amount)));
    }
}
