package dk.sagsflow.sla.calendar;

import java.time.LocalDate;

/**
 * Something about a calendar that is allowed and probably not meant. Immutable.
 *
 * @param date the service day that it is about
 * @param hours the opening that it is about
 * @param words what of it
 */
public record CalendarFinding(LocalDate date, OpeningHours hours, String words) {}
