package dk.sagsflow.jdbc.session;

import dk.sagsflow.core.claim.Lease;
import java.time.Duration;
import java.time.Instant;

/**
 * Leases as columns: one holds at an instant t exactly if {@code void <= t < until}, where void is as long before its
 * beginning as its end is after it.
 */
public final class Claims {
    /** Before every instant that a desk knows; every database can keep it. */
    public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** After every instant that a desk knows, the end of a claim for ever apart; every database can keep it. */
    public static final Instant LATEST = Lease.FURTHEST.plusSeconds(86_400);

    private Claims() {}

    /** From when on it holds if the clock is set back. */
    public static Instant voidBefore(Lease lease) {
        Duration length = Duration.between(lease.from(), lease.until());
        boolean far = Duration.between(EARLIEST, lease.from()).compareTo(length) < 0;
        return far ? EARLIEST : lease.from().minus(length);
    }

    public static boolean inForce(Instant voidBefore, Instant until, Instant now) {
        return now.isBefore(until) && !now.isBefore(voidBefore);
    }
}
