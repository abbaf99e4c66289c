package dk.sagsflow.core.statistics;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What is counted together. Immutable.
 *
 * @param figure what is counted
 * @param period the first day of the period
 * @param values what the cases have in common; a dimension that they have nothing of is not there
 */
public record Cell(Figure figure, LocalDate period, ImmutableMap<Dimension, String> values) {
    /** Refuses null. */
    public Cell {
        requireNonNull(figure, "figure");
        requireNonNull(period, "period");
        requireNonNull(values, "values");
    }

    /** What they have of this. */
    public Optional<String> value(Dimension dimension) {
        return Optional.ofNullable(values.get(requireNonNull(dimension, "dimension")));
    }

    Cell by(Set<Dimension> fewer) {
        return new Cell(figure, period, Maps.immutableEnumMap(Maps.filterKeys(values, fewer::contains)));
    }
}
