package dk.sagsflow.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When a service is open. The service is open at an instant exactly if the local time of that instant in the zone lies in
 * an opening of that service day; so an hour that a clock change leaves out is not counted, and one that comes twice is
 * counted twice. Nothing is rounded. Immutable.
 */
public interface ServiceCalendar {
    /** Whether the service is open at this instant; at the closing instant it no longer is. */
    boolean openAt(Instant instant);

    /**
     * The service time between two instants; negative if the second is the earlier one.
     *
     * @param from the first instant, inclusive
     * @param to the second instant, exclusive
     */
    Duration openTime(Instant from, Instant to);

    /**
     * The earliest instant by which the budget is used up: work that ends exactly at closing time is due at closing time.
     *
     * @param startInclusive when the clock starts; due then if the budget is zero, open or not
     * @param budget the service time, not negative
     * @throws IllegalArgumentException if the budget is negative
     */
    DueTime due(Instant startInclusive, Duration budget);

    /** The service that never closes. */
    static ServiceCalendar always() {
        return AlwaysOpen.INSTANCE;
    }

    /** A builder of a calendar whose weeks are all alike, in the local time of this zone. */
    static WeeklyCalendarBuilder weekly(ZoneId zone) {
        return new WeeklyCalendarBuilder(zone);
    }
}
