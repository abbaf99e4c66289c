package dk.sagsflow.jdbc;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * How a store works. Immutable.
 *
 * @param leaseTime by which clock claims end
 * @param cachedCases how many cases are kept in memory, so that their events need not be read again; 0 or more
 */
public record StoreSettings(LeaseTime leaseTime, int cachedCases) {
    private static final int CACHED = 2_000;

    /** Refuses null and fewer cases than none. */
    public StoreSettings {
        requireNonNull(leaseTime, "leaseTime");
        checkArgument(cachedCases >= 0, "cached cases are %s, not 0 or more", cachedCases);
    }

    /** For one process: claims end by the clock of the desk, 2,000 cases are kept in memory. */
    public static StoreSettings standard() {
        return new StoreSettings(LeaseTime.DESK, CACHED);
    }

    /** For several machines, whose clocks may differ: claims end by the clock of the database. */
    public static StoreSettings shared() {
        return new StoreSettings(LeaseTime.DATABASE, CACHED);
    }
}
