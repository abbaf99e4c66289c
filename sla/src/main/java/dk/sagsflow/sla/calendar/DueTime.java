package dk.sagsflow.sla.calendar;

import java.time.Instant;

/** When an amount of service time is used up. Immutable. */
public sealed interface DueTime {
    /**
     * It is used up then.
     *
     * @param instant the earliest instant by which all of it is used
     */
    record At(Instant instant) implements DueTime {}

    /**
     * It is never used up.
     *
     * @param reason why not
     */
    record Never(String reason) implements DueTime {}
}
