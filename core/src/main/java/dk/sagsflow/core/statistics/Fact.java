package dk.sagsflow.core.statistics;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that counts. Immutable.
 *
 * @param figure as what
 * @param at when it occurred
 * @param values what it is told apart by, where that is known
 * @param length how long it took, of figures that say so
 */
public record Fact(Figure figure, Instant at, ImmutableMap<Dimension, String> values, Optional<Duration> length) {
    /** Refuses null. */
    public Fact {
        requireNonNull(figure, "figure");
        requireNonNull(at, "at");
        requireNonNull(values, "values");
        requireNonNull(length, "length");
    }
}
