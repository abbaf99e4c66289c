package dk.sagsflow.sla.calendar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;

/**
 * What holds on single dates.
 *
 * @param specialDays hours in place of those of the week; none if the day is closed
 * @param extraOpenings hours beside them
 * @param closures times at which nothing is open, whatever else is said
 */
record DatedHours(
        ImmutableMap<LocalDate, ImmutableList<OpeningHours>> specialDays,
        ImmutableListMultimap<LocalDate, OpeningHours> extraOpenings,
        ImmutableListMultimap<LocalDate, OpeningHours> closures) {
    boolean special(LocalDate date) {
        return specialDays.containsKey(date);
    }

    /** The hours that are said for this date alone. */
    Iterable<OpeningHours> openOn(LocalDate date) {
        return ImmutableList.<OpeningHours>builder()
                .addAll(specialDays.getOrDefault(date, ImmutableList.of()))
                .addAll(extraOpenings.get(date))
                .build();
    }
}
