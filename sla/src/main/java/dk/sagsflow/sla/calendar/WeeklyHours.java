package dk.sagsflow.sla.calendar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * The hours of the week, and the breaks in them. A break closes its time of the week whether the opening began on that day
 * or on the one before.
 */
record WeeklyHours(
        ImmutableListMultimap<DayOfWeek, OpeningHours> openings,
        ImmutableListMultimap<DayOfWeek, OpeningHours> breaks) {
    ImmutableList<OpeningHours> on(LocalDate date) {
        return openings.get(date.getDayOfWeek());
    }

    ImmutableList<OpeningHours> breaksOn(LocalDate date) {
        return breaks.get(date.getDayOfWeek());
    }
}
