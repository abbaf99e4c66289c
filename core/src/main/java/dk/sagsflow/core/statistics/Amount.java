package dk.sagsflow.core.statistics;

import static java.util.Objects.requireNonNull;

/**
 * How much there is of something. Immutable.
 *
 * @param count how many
 * @param lengths how long they took, of figures that say so; of nothing otherwise
 */
public record Amount(long count, Lengths lengths) {
    /** Refuses null. */
    public Amount {
        requireNonNull(lengths, "lengths");
    }
}
