package dk.sagsflow.core.statistics;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
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
 */
public record Breakdown(PeriodLength length, ZoneId zone, ImmutableSet<Dimension> by) {
    /** Refuses null. */
    public Breakdown {
        requireNonNull(length, "length");
        requireNonNull(zone, "zone");
        by = Sets.immutableEnumSet(by);
    }

    /** By period and these. */
    public static Breakdown of(PeriodLength length, ZoneId zone, Dimension... by) {
        return new Breakdown(length, zone, ImmutableSet.copyOf(by));
    }

    /** The same by these dimensions. */
    public Breakdown by(Set<Dimension> dimensions) {
        return new Breakdown(length, zone, ImmutableSet.copyOf(dimensions));
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
        return new Cell(fact.figure(), periodOf(fact.at()), fact.values()).by(by);
    }
}
