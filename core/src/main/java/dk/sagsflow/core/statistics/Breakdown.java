package dk.sagsflow.core.statistics;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * What figures are broken down by. Immutable.
 *
 * @param length how long a period is
 * @param zone whose midnight a period begins at
 * @param by what cases are told apart by, beside the period
 * @param categories which categories are told apart, if any are. Name those that rules of the model ask for: any other is
 *     what somebody wrote, and is gone once the person is forgotten
 */
public record Breakdown(PeriodLength length, ZoneId zone, ImmutableSet<Dimension> by, ImmutableSet<String> categories) {
    /** Refuses null, and to tell categories apart without knowing which. */
    public Breakdown {
        requireNonNull(length, "length");
        requireNonNull(zone, "zone");
        requireNonNull(categories, "categories");
        by = Sets.immutableEnumSet(by);
        checkArgument(
                by.contains(Dimension.CATEGORY) != categories.isEmpty(),
                "figures %s category, but the categories are %s; name them with byCategory",
                by.contains(Dimension.CATEGORY) ? "by" : "without",
                categories);
    }

    /** By period and these, without category. */
    public static Breakdown of(PeriodLength length, ZoneId zone, Dimension... by) {
        return new Breakdown(length, zone, ImmutableSet.copyOf(by), ImmutableSet.of());
    }

    /** The same by category as well. */
    public Breakdown byCategory(Set<String> named) {
        return new Breakdown(
                length,
                zone,
                ImmutableSet.<Dimension>builder()
                        .addAll(by)
                        .add(Dimension.CATEGORY)
                        .build(),
                ImmutableSet.copyOf(named));
    }

    /** The same by fewer dimensions. */
    Breakdown by(Set<Dimension> fewer) {
        boolean withCategory = fewer.contains(Dimension.CATEGORY);
        return new Breakdown(length, zone, ImmutableSet.copyOf(fewer), withCategory ? categories : ImmutableSet.of());
    }

    /** The first day of the period in which an instant lies. */
    public LocalDate periodOf(Instant at) {
        return length.startOf(at.atZone(zone).toLocalDate());
    }

    /** When a period begins, inclusive. */
    public Instant begins(LocalDate period) {
        return length.startOf(period).atStartOfDay(zone).toInstant();
    }

    /** When a period ends, exclusive. */
    public Instant ends(LocalDate period) {
        return length.after(length.startOf(period)).atStartOfDay(zone).toInstant();
    }

    /** Where a fact counts. */
    public Cell cellOf(Fact fact) {
        return new Cell(fact.figure(), periodOf(fact.at()), told(fact.values()));
    }

    private ImmutableMap<Dimension, String> told(ImmutableMap<Dimension, String> values) {
        return Maps.immutableEnumMap(Maps.filterEntries(
                values,
                value -> by.contains(value.getKey())
                        && (value.getKey() != Dimension.CATEGORY || categories.contains(value.getValue()))));
    }
}
