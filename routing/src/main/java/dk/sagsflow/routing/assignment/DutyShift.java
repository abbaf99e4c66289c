package dk.sagsflow.routing.assignment;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.sla.calendar.ServiceCalendar;

/**
 * When a member is on duty: while the calendar is open. Immutable.
 *
 * @param member who
 * @param calendar when
 */
public record DutyShift(ActorId member, ServiceCalendar calendar) {
    /** Refuses null. */
    public DutyShift {
        requireNonNull(member, "member");
        requireNonNull(calendar, "calendar");
    }
}
