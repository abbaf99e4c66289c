package dk.sagsflow.sla.calendar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Where a calendar's openings come from. Openings may be made of others, which may be parts of several: whoever walks over
 * them comes to each once. Immutable, with value equality.
 */
interface Openings {
    /** The zone in which dates are told. */
    ZoneId zone();

    /**
     * The openings between two instants in epoch nanoseconds: beginnings and ends in turn, in order, apart, clipped.
     *
     * @param parts tells the same of the parts
     */
    long[] between(long from, long to, OpeningParts parts);

    /** What they are made of, without the parts of these; none if they stand for themselves. */
    ImmutableList<Openings> parts();

    /** Those of the parts that hold for ever. */
    default ImmutableList<Openings> lastingParts() {
        return parts();
    }

    /** What is allowed and probably not meant on service days between two dates, both inclusive, in these alone. */
    ImmutableList<CalendarFinding> findings(LocalDate first, LocalDate last);

    /** The days on which a holiday of these alone is kept for the last time. */
    ImmutableSet<LocalDate> lastHolidays();
}
