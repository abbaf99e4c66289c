package dk.sagsflow.core.telephone;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.catalogue.SystemId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Calls that are counted together. Immutable.
 *
 * @param period the first day of the period in which they arrived
 * @param weekday the day of the week on which they arrived
 * @param hour the hour of the day, from 0 to 23, on the clock of the zone: where clocks go back, one hour holds two
 * @param queue the queue
 * @param origin where they came from, if that is known; of a caller's number the first four digits
 * @param system the system that they were about, if that is known
 */
public record CallCell(
        LocalDate period,
        DayOfWeek weekday,
        int hour,
        String queue,
        Optional<String> origin,
        Optional<SystemId> system) {
    /** Refuses null. */
    public CallCell {
        requireNonNull(period, "period");
        requireNonNull(weekday, "weekday");
        requireNonNull(queue, "queue");
        origin = requireNonNull(origin, "origin").map(CallOrigin::masked);
        requireNonNull(system, "system");
    }
}
