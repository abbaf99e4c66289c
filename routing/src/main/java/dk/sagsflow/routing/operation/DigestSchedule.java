package dk.sagsflow.routing.operation;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When digests go out. Immutable. */
public sealed interface DigestSchedule {
    /** The first time after this instant, exclusive; empty if none comes, so that nothing can wait for it. */
    Optional<Instant> next(Instant after);

    /** Every day at this time in this zone; a time that a change of the clock leaves out comes so much later. */
    static DigestSchedule daily(LocalTime time, ZoneId zone) {
        return new Daily(time, zone);
    }

    /** Whenever this service opens. */
    static DigestSchedule atOpeningOf(ServiceCalendar calendar) {
        return new AtOpening(calendar);
    }

    /**
     * Every day at a time.
     *
     * @param time the time on the wall
     * @param zone the zone of the wall
     */
    record Daily(LocalTime time, ZoneId zone) implements DigestSchedule {
        /** Refuses null. */
        public Daily {
            requireNonNull(time, "time");
            requireNonNull(zone, "zone");
        }

        @Override
        public Optional<Instant> next(Instant after) {
            ZonedDateTime today = after.atZone(zone).with(time);
            Instant next = today.toInstant();
            return Optional.of(
                    next.isAfter(after)
                            ? next
                            : today.toLocalDate()
                                    .plusDays(1)
                                    .atTime(time)
                                    .atZone(zone)
                                    .toInstant());
        }
    }

    /**
     * Whenever a service opens.
     *
     * @param calendar the service
     */
    record AtOpening(ServiceCalendar calendar) implements DigestSchedule {
        /** Refuses null. */
        public AtOpening {
            requireNonNull(calendar, "calendar");
        }

        @Override
        public Optional<Instant> next(Instant after) {
            Optional<Instant> closed =
                    calendar.openAt(after) ? calendar.nextClosing(after).instant() : Optional.of(after);
            return closed.flatMap(instant -> calendar.nextOpening(instant).instant());
        }
    }
}
