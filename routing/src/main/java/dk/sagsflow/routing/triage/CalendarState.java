package dk.sagsflow.routing.triage;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Instant;

/**
 * That a calendar is open, or closed, at the time of a decision. Immutable.
 *
 * @param id what the model calls the calendar
 * @param calendar the calendar
 * @param open whether it is to be open
 */
public record CalendarState(String id, ServiceCalendar calendar, boolean open) {
    /** Refuses a calendar without an id. */
    public CalendarState {
        checkArgument(!id.isBlank(), "a calendar has no id; a decision names it");
        requireNonNull(calendar, "calendar");
    }

    /** Whether it is so at this instant. */
    public boolean holds(Instant at) {
        return calendar.openAt(at) == open;
    }

    /** It in words. */
    public String describe() {
        return id + " is " + (open ? "open" : "closed");
    }
}
