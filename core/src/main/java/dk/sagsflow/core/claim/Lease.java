package dk.sagsflow.core.claim;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a claim, or a delay, holds. It ends by itself, and also if the clock is set back so far that it would hold for
 * longer than it was meant to. Immutable.
 *
 * @param from when it began
 * @param until when it ends, exclusive; never before it began
 */
public record Lease(Instant from, Instant until) {
    /** The last instant that is told apart: what would hold for longer holds until then. Every database can keep it. */
    public static final Instant FURTHEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Refuses an end before the beginning. */
    public Lease {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        checkArgument(!until.isBefore(from), "a lease from %s ends at %s, which is before", from, until);
    }

    /**
     * A claim from now on.
     *
     * @param length how long it holds; positive, and as long as you like
     */
    public static Lease of(Instant now, Duration length) {
        checkArgument(length.compareTo(Duration.ZERO) > 0, "a claim holds for %s, not longer than nothing", length);
        boolean far = !now.isBefore(FURTHEST) || left(now).compareTo(length) < 0;
        return new Lease(now, far ? later(now, FURTHEST) : now.plus(length));
    }

    /** Whether it holds at this instant. */
    public boolean inForce(Instant now) {
        return now.isBefore(until)
                && (!now.isBefore(from) || Duration.between(now, from).compareTo(Duration.between(from, until)) <= 0);
    }

    /** {@link Duration#between} takes so long a time only on a second way, after an exception. */
    private static Duration left(Instant now) {
        return Duration.ofSeconds(FURTHEST.getEpochSecond() - now.getEpochSecond(), -now.getNano());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
