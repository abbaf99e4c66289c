package dk.sagsflow.sla.calendar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.ZoneId;

/** A service that never closes. */
record AlwaysOpen(ZoneId zone) implements Openings {
    @Override
    public long[] between(long from, long to, OpeningParts parts) {
        return from < to ? new long[] {from, to} : new long[0];
    }

    @Override
    public ImmutableList<Openings> parts() {
        return ImmutableList.of();
    }

    @Override
    public ImmutableList<CalendarFinding> findings(LocalDate first, LocalDate last) {
        return ImmutableList.of();
    }

    @Override
    public ImmutableSet<LocalDate> lastHolidays() {
        return ImmutableSet.of();
    }
}
