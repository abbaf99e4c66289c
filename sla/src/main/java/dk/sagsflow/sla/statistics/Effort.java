package dk.sagsflow.sla.statistics;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The effort that each tier needs (R35), from how often it had a case and how long somebody works on one. Immutable.
 *
 * @param visits how often each tier had a case in the period
 * @param handling how long somebody works on one at each tier: measured, or supposed
 * @param workingTime how long one person works in a period
 */
public record Effort(ImmutableSortedMap<String, Long> visits, Map<TierId, Duration> handling, Duration workingTime) {
    /** Refuses work that takes less than no time, and periods without working time. */
    public Effort {
        requireNonNull(visits, "visits");
        handling = Map.copyOf(handling);
        handling.forEach((tier, each) ->
                checkArgument(!each.isNegative(), "handling at %s takes %s, less than no time", tier, each));
        checkArgument(!workingTime.isNegative() && !workingTime.isZero(), "a person works %s in a period", workingTime);
    }

    /**
     * The effort of a period.
     *
     * @throws IllegalArgumentException if the figures do not tell tiers apart
     */
    public static Effort of(
            CaseStatistics figures, LocalDate period, Map<TierId, Duration> handling, Duration workingTime) {
        CaseStatistics byTier = figures.by(Dimension.TIER);
        LocalDate start = figures.breakdown().length().startOf(period);
        Map<String, Long> visits = new TreeMap<>();
        byTier.cells().forEach((cell, amount) -> {
            if (cell.figure() == Figure.VISITED && cell.period().equals(start)) {
                cell.value(Dimension.TIER).ifPresent(tier -> visits.merge(tier, amount.count(), Long::sum));
            }
        });
        return new Effort(ImmutableSortedMap.copyOf(visits), handling, workingTime);
    }

    /** The working time that a tier needed. */
    public Duration of(TierId tier) {
        return handling.getOrDefault(tier, Duration.ZERO).multipliedBy(visits.getOrDefault(tier.value(), 0L));
    }

    /** How many people that is. */
    public double people(TierId tier) {
        return (double) of(tier).toSeconds() / workingTime.toSeconds();
    }

    /** What it rests on, a line each: to be told with the figures. */
    public ImmutableList<String> assumptions() {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        lines.add(String.format(Locale.ROOT, "one person works %.1f h in a period", workingTime.toMinutes() / 60.0));
        visits.forEach((tier, count) -> {
            Duration each = handling.get(TierId.of(tier));
            lines.add(
                    each == null
                            ? String.format(
                                    Locale.ROOT, "%s had %,d cases; how long one takes is not known", tier, count)
                            : String.format(
                                    Locale.ROOT,
                                    "%s had %,d cases, %.1f min of work on each",
                                    tier,
                                    count,
                                    each.toSeconds() / 60.0));
        });
        return lines.build();
    }
}
