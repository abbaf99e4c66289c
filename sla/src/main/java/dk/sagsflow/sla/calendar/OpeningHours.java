package dk.sagsflow.sla.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalTime;

/**
 * A time of day during which a service is open, or in breaks and closures closed; half-open, in the local time of the calendar. A closing before the
 * opening is one of the next day. Immutable.
 *
 * @param opening when it opens, inclusive
 * @param closing when it closes, exclusive; {@code 00:00} is the end of the day, 24:00
 */
public record OpeningHours(LocalTime opening, LocalTime closing) {
    private static final long DAY = 24L * 60 * 60 * 1_000_000_000;

    /** Refuses hours of no length. */
    public OpeningHours {
        checkArgument(
                !opening.equals(closing) || opening.equals(LocalTime.MIDNIGHT),
                "opening hours %s-%s are empty; they close after they open, and 00:00-24:00 is the whole day",
                opening,
                closing);
    }

    /**
     * Hours given as ISO 8601 times, {@code 08:00} or {@code 08:00:30}; the closing may be {@code 24:00}.
     *
     * @throws java.time.format.DateTimeParseException if one of them is no time
     * @throws IllegalArgumentException if they are of no length
     */
    public static OpeningHours of(String opening, String closing) {
        LocalTime end = closing.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(closing);
        return new OpeningHours(LocalTime.parse(opening), end);
    }

    /** From midnight to midnight. */
    public static OpeningHours wholeDay() {
        return new OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    /** Nanoseconds from midnight to the opening. */
    long opensAfter() {
        return opening.toNanoOfDay();
    }

    /** Nanoseconds from midnight to the closing; more than a day if that is on the next day. */
    long closesAfter() {
        long end = closing.toNanoOfDay();
        return end > opensAfter() ? end : end + DAY;
    }

    /** Both times, with 24:00 for the end of the day. */
    @Override
    public String toString() {
        return opening + "-" + (closing.equals(LocalTime.MIDNIGHT) ? "24:00" : closing);
    }
}
