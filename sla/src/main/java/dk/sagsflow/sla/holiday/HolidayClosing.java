package dk.sagsflow.sla.holiday;

/**
 * What a holiday does to a weekly opening across midnight. A special day does the same to the hours of the week; its own
 * hours, and extra openings, go before holidays and are open to their end, whatever the next date is.
 */
public enum HolidayClosing {
    /** The holiday closes what would have opened on its date, to the end of it; what opened the day before goes on. */
    BY_OPENING_DATE,
    /** The holiday closes its date from midnight to midnight, and nothing more. */
    BY_CALENDAR_DATE,
    /** Both: the holiday closes its date from midnight to midnight, and what would have opened on it to the end of that. */
    BY_BOTH_DATES
}
