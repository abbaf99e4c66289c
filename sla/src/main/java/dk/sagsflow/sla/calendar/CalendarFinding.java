package dk.sagsflow.sla.calendar;

import java.time.LocalDate;

/**
 * Something about a calendar that is allowed and probably not meant. Immutable.
 *
 * @param kind what sort of thing
 * @param date the service day that it is about
 * @param hours the opening or closure that it is about
 * @param words what of it
 */
public record CalendarFinding(Kind kind, LocalDate date, OpeningHours hours, String words) {
    /** What may be odd about a calendar. */
    public enum Kind {
        /** An opening falls into the hour that a clock change leaves out. */
        OPENING_LEFT_OUT,
        /** A closure closes nothing, since nothing is open then. */
        CLOSURE_OF_NOTHING
    }
}
