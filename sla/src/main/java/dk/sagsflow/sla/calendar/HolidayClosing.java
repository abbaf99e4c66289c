package dk.sagsflow.sla.calendar;

/** What a holiday does to an opening across midnight. Special days follow the same setting. */
public enum HolidayClosing {
    /** The holiday closes what would have opened on its date, to the end of it; what opened the day before goes on. */
    BY_OPENING_DATE,
    /** The holiday closes its date from midnight to midnight, and nothing more. */
    BY_CALENDAR_DATE
}
