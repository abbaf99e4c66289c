package dk.sagsflow.routing.operation;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import java.time.Duration;
import org.immutables.value.Value;

/**
 * How often the built-in scheduler of a desk sweeps, delivers and hands steps to subscriptions. The intervals run from the end of one run to the begin of
 * the next, in real time, whatever clock the desk has, so runs never pile up. Immutable.
 */
@Value.Immutable
@ValueStyle
public interface Scheduling extends WithScheduling {
    /** How long after one sweep the next one begins; 10 seconds unless said otherwise. */
    @Value.Default
    default Duration betweenSweeps() {
        return Duration.ofSeconds(10);
    }

    /** How long after one delivery the next one begins; 5 seconds unless said otherwise. */
    @Value.Default
    default Duration betweenDeliveries() {
        return Duration.ofSeconds(5);
    }

    /** How long after the subscriptions were handed something they are handed something again; 1 second unless said otherwise. */
    @Value.Default
    default Duration betweenFollowing() {
        return Duration.ofSeconds(1);
    }

    /** How many cases a sweep takes, and how many steps a subscription is handed, at a time; both go on until nothing is left. 200 unless said otherwise. */
    @Value.Default
    default int batch() {
        return 200;
    }

    /** Refuses intervals that are not positive, and a batch that holds nothing. */
    @Value.Check
    default void check() {
        checkPositive("time between sweeps", betweenSweeps());
        checkPositive("time between deliveries", betweenDeliveries());
        checkPositive("time between following", betweenFollowing());
        checkArgument(batch() >= 1, "batch is %s, not 1 or more", batch());
    }

    private static void checkPositive(String what, Duration duration) {
        Bounds.duration(what, duration);
        checkArgument(duration.compareTo(Duration.ZERO) > 0, "%s is %s, not longer than nothing", what, duration);
    }

    /** The intervals unless said otherwise. */
    static Scheduling standard() {
        return builder().build();
    }

    /** A builder; everything is optional. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Scheduling.class, "it is a setting of a desk");
    }

    /** Builds schedulings. Not thread-safe. */
    final class Builder extends ImmutableScheduling.Builder {
        Builder() {}
    }
}
