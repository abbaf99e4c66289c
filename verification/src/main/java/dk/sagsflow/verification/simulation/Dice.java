package dk.sagsflow.verification.simulation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Chance, the same for the same seed. Not thread-safe. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this(new SplittableRandom(seed));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Others that do not depend on how often these are thrown from now on. */
    Dice split() {
        return new Dice(random.split());
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** Exponentially spread around the mean; the same on every machine. */
    double exponential(double mean) {
        return -StrictMath.log(1 - random.nextDouble()) * mean;
    }

    /** Exponentially spread around the mean, in whole seconds, at least one. */
    Duration around(Duration mean) {
        return Duration.ofSeconds(1 + (long) exponential(mean.toMillis() / 1000.0));
    }

    /** One of these, each in its share of all throws; nothing in the rest of them. */
    <T> Optional<T> oneOrNone(Map<T, Double> shares) {
        double left = random.nextDouble();
        for (Map.Entry<T, Double> entry : shares.entrySet()) {
            left -= entry.getValue();
            if (left < 0) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /** One of these, as often as its weight says. */
    <T> T oneOf(Map<T, Double> weights) {
        double left = random.nextDouble()
                * weights.values().stream().mapToDouble(Double::doubleValue).sum();
        Optional<T> last = Optional.empty();
        for (Map.Entry<T, Double> entry : weights.entrySet()) {
            if (entry.getValue() > 0 && (left >= 0 || last.isEmpty())) {
                last = Optional.of(entry.getKey());
                left -= entry.getValue();
            }
        }
        return last.orElseThrow(() -> new IllegalArgumentException("none of " + weights + " has a weight"));
    }
}
