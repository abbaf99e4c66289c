package dk.sagsflow.routing.operation;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import java.time.Duration;
import org.immutables.value.Value;

/**
 * How long and how often a desk tries what may fail for a while: sending a notification, looking at a case that came due,
 * handing steps to a subscription. After each failure it waits twice as long as before, up to {@link #longestDelay}; after
 * {@link #attempts} failures it gives up: the notification is a dead letter, the case is set aside, the step is parked.
 * Immutable.
 */
@Value.Immutable
@ValueStyle
public interface Patience extends WithPatience {
    /** How long one attempt may take before another desk may take over; 5 minutes unless said otherwise. */
    @Value.Default
    default Duration lease() {
        return Duration.ofMinutes(5);
    }

    /** How long it waits after the first failure; 30 seconds unless said otherwise. */
    @Value.Default
    default Duration firstDelay() {
        return Duration.ofSeconds(30);
    }

    /** How long it waits between two attempts at most; an hour unless said otherwise. */
    @Value.Default
    default Duration longestDelay() {
        return Duration.ofHours(1);
    }

    /** How often it tries; 100 times unless said otherwise, which takes about four days. */
    @Value.Default
    default int attempts() {
        return 100;
    }

    /** Refuses times that are not positive, and fewer attempts than one. */
    @Value.Check
    default void check() {
        checkPositive("lease", lease());
        checkPositive("first delay", firstDelay());
        Bounds.duration("longest delay", longestDelay());
        checkArgument(
                longestDelay().compareTo(firstDelay()) >= 0,
                "longest delay is %s, shorter than the first, %s",
                longestDelay(),
                firstDelay());
        checkArgument(attempts() >= 1, "attempts are %s, not 1 or more", attempts());
    }

    private static void checkPositive(String what, Duration duration) {
        Bounds.duration(what, duration);
        checkArgument(duration.compareTo(Duration.ZERO) > 0, "%s is %s, not longer than nothing", what, duration);
    }

    /** How long it waits after so many failures, 1 or more. */
    default Duration delayAfter(int failures) {
        checkArgument(failures >= 1, "failures are %s, not 1 or more", failures);
        Duration delay = firstDelay();
        for (int doubled = 1; doubled < failures && delay.compareTo(longestDelay()) < 0; doubled++) {
            delay = delay.plus(delay);
        }
        return delay.compareTo(longestDelay()) < 0 ? delay : longestDelay();
    }

    /** What a desk has unless it is told otherwise. */
    static Patience standard() {
        return builder().build();
    }

    /** A builder; everything is optional. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Patience.class, "it is a setting of a desk");
    }

    /** Builds patience. Not thread-safe. */
    final class Builder extends ImmutablePatience.Builder {
        Builder() {}
    }
}
