package dk.sagsflow.sla.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import dk.sagsflow.core.bounds.Bounds;
import java.time.Duration;

/**
 * A time limit in working days, which is not one in hours: it ends when the service closes on the last of them, plus a
 * buffer. A working day is a date, in the zone of the calendar, on which the service is open at some time. The date on
 * which the clock starts does not count. Immutable.
 *
 * @param days how many working days after the date of the start, 0 for the date itself or the next working day
 * @param buffer what is added to the closing, on the wall clock
 */
public record WorkingDays(int days, Duration buffer) {
    /** The longest buffer that is allowed: ten years. */
    public static final Duration LONGEST_BUFFER = Duration.ofDays(3_660);

    private static final int MOST = 10_000;

    /** Refuses a number of days outside 0 to 10,000, and a buffer that is negative or longer than ten years. */
    public WorkingDays {
        Bounds.require(days >= 0 && days <= MOST, "working days are %s, not 0 to %s", days, MOST);
        checkArgument(!buffer.isNegative(), "buffer after the last working day is %s; it cannot be negative", buffer);
        Bounds.require(
                buffer.compareTo(LONGEST_BUFFER) <= 0,
                "buffer after the last working day is %s; at most %s is allowed",
                buffer,
                LONGEST_BUFFER);
    }

    /** So many working days without a buffer. */
    public static WorkingDays of(int days) {
        return new WorkingDays(days, Duration.ZERO);
    }
}
