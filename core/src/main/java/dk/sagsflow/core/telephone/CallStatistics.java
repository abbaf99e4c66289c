package dk.sagsflow.core.telephone;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.statistics.PeriodLength;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Figures about calls (R34). They are a sum: of parts that were counted apart, in whatever order, {@link #plus} makes what one
 * pass over all counts, as long as each call is in one part. Immutable.
 *
 * @param length how long a period is
 * @param zone whose clock and calendar calls are told apart by
 * @param cells how much there is of what
 * @param leftOut how many calls were not counted, and how many were in spite of something odd, by what it was
 */
public record CallStatistics(
        PeriodLength length,
        ZoneId zone,
        ImmutableMap<CallCell, CallAmount> cells,
        ImmutableMap<CallOddity, Long> leftOut) {
    /** Refuses null. */
    public CallStatistics {
        requireNonNull(length, "length");
        requireNonNull(zone, "zone");
        requireNonNull(cells, "cells");
        requireNonNull(leftOut, "leftOut");
    }

    /** All calls together. */
    public CallAmount total() {
        return of(cell -> true);
    }

    /** The calls in these cells. */
    public CallAmount of(Predicate<CallCell> asked) {
        return cells.entrySet().stream()
                .filter(cell -> asked.test(cell.getKey()))
                .map(Map.Entry::getValue)
                .reduce(CallAmount.none(), CallAmount::plus);
    }

    /** The calls by weekday, hour, origin, or whatever else of a cell this tells. */
    public <K> ImmutableMap<K, CallAmount> by(Function<CallCell, K> key) {
        Map<K, CallAmount> sums = new LinkedHashMap<>();
        cells.forEach((cell, amount) -> sums.merge(key.apply(cell), amount, CallAmount::plus));
        return ImmutableMap.copyOf(sums);
    }

    /**
     * These and those.
     *
     * @throws IllegalArgumentException if they are broken down otherwise
     */
    public CallStatistics plus(CallStatistics more) {
        checkArgument(
                length == more.length && zone.equals(more.zone),
                "calls by %s in %s cannot be put together with calls by %s in %s",
                length,
                zone,
                more.length,
                more.zone);
        Map<CallCell, CallAmount> sums = new HashMap<>(cells);
        more.cells.forEach((cell, amount) -> sums.merge(cell, amount, CallAmount::plus));
        Map<CallOddity, Long> odd = new HashMap<>(leftOut);
        more.leftOut.forEach((oddity, count) -> odd.merge(oddity, count, Long::sum));
        return new CallStatistics(length, zone, ImmutableMap.copyOf(sums), ImmutableMap.copyOf(odd));
    }
}
