package dk.sagsflow.sla.calendar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where a calendar's openings come from. Immutable, with value equality. */
interface Openings {
    /** The zone in which dates are told. */
    ZoneId zone();

    /** The openings between two instants in epoch nanoseconds: beginnings and ends in turn, in order, apart, clipped. */
    long[] between(long from, long to);

    /** What is allowed and probably not meant on service days between two dates, both inclusive. */
    ImmutableList<CalendarFinding> findings(LocalDate first, LocalDate last);

    /** Whether these are the others, or made of them. */
    boolean madeOf(Openings others);

    /** The days on which a holiday is kept for the last time. */
    ImmutableSet<LocalDate> lastHolidays();
}
