package dk.sagsflow.sla.agreement;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Bounds;
import java.time.Duration;

/**
 * A point in the use of a budget at which something happens. It is passed when more than its amount is used up, so the
 * threshold of 100 % is passed exactly when the target is exceeded. Immutable.
 *
 * @param at where in the budget it lies
 * @param actions what happens
 * @param heldToOpeningHours whether what it tells people waits for the next opening of the target's calendar
 */
public record Threshold(Point at, ImmutableList<ThresholdAction> actions, boolean heldToOpeningHours) {
    /** Where in a budget. */
    public sealed interface Point {
        /** The amount of this budget at which it lies. */
        Duration of(Duration budget);

        /** The point as it is written in models and ids: {@code 75%}, {@code +PT2H}. */
        String describe();
    }

    /**
     * A part of the budget, or more than all of it.
     *
     * @param percent from 1 to 1000
     */
    public record Share(int percent) implements Point {
        private static final long NANOS_PER_SECOND = 1_000_000_000;

        /** Refuses what is outside 1 to 1000. */
        public Share {
            checkArgument(percent >= 1 && percent <= 1000, "threshold is at %s %, not 1 to 1000", percent);
        }

        @Override
        public Duration of(Duration budget) {
            long seconds = Math.multiplyExact(budget.toSeconds(), percent);
            long hundredths = seconds % 100 * NANOS_PER_SECOND + (long) budget.toNanosPart() * percent;
            return Duration.ofSeconds(seconds / 100, hundredths / 100);
        }

        @Override
        public String describe() {
            return percent + "%";
        }
    }

    /**
     * Service time before or after the budget is used up.
     *
     * @param offset negative before
     */
    public record Offset(Duration offset) implements Point {
        /** Refuses what is beyond {@link Bounds#LONGEST}. */
        public Offset {
            offset = Bounds.duration("offset of a threshold", offset);
        }

        @Override
        public Duration of(Duration budget) {
            Duration point = budget.plus(offset);
            return point.isNegative() ? Duration.ZERO : point;
        }

        @Override
        public String describe() {
            return offset.isNegative() ? "-" + offset.negated() : "+" + offset;
        }
    }

    /** A threshold at a part of the budget. */
    public static Threshold at(int percent, ThresholdAction... actions) {
        return new Threshold(new Share(percent), ImmutableList.copyOf(actions), false);
    }

    /** A threshold at so much service time after the budget is used up, before it if negative. */
    public static Threshold offset(Duration offset, ThresholdAction... actions) {
        return new Threshold(new Offset(offset), ImmutableList.copyOf(actions), false);
    }

    /** The same, with what it tells people held to opening hours. */
    public Threshold held() {
        return new Threshold(at, actions, true);
    }
}
