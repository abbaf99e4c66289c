package dk.sagsflow.sla.calendar;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** One calendar after another, each valid from the beginning of a date; the first from the beginning of time. */
record VersionedOpenings(Openings first, ImmutableSortedMap<LocalDate, Openings> later) implements Openings {
    VersionedOpenings {
        for (Map.Entry<LocalDate, Openings> version : later.entrySet()) {
            checkArgument(
                    version.getValue().zone().equals(first.zone()),
                    "version of %s is in zone %s, the first in %s; all versions of a calendar are in one zone",
                    version.getKey(),
                    version.getValue().zone(),
                    first.zone());
        }
    }

    @Override
    public ZoneId zone() {
        return first.zone();
    }

    @Override
    public long[] between(long from, long to) {
        Intervals openings = new Intervals();
        Openings valid = first;
        long validFrom = from;
        for (Map.Entry<LocalDate, Openings> next : later.entrySet()) {
            long until = EpochNanos.of(next.getKey().atStartOfDay(zone()).toInstant());
            add(openings, valid, validFrom, Math.min(until, to));
            valid = next.getValue();
            validFrom = Math.max(from, until);
        }
        add(openings, valid, validFrom, to);
        return openings.toArray();
    }

    @Override
    public ImmutableList<CalendarFinding> findings(LocalDate firstDate, LocalDate lastDate) {
        ImmutableList.Builder<CalendarFinding> findings = ImmutableList.builder();
        Openings valid = first;
        LocalDate validFrom = firstDate;
        for (Map.Entry<LocalDate, Openings> next : later.entrySet()) {
            LocalDate until = next.getKey().minusDays(1);
            findings.addAll(valid.findings(validFrom, until.isBefore(lastDate) ? until : lastDate));
            valid = next.getValue();
            validFrom = next.getKey().isAfter(firstDate) ? next.getKey() : firstDate;
        }
        return findings.addAll(valid.findings(validFrom, lastDate)).build();
    }

    private static void add(Intervals openings, Openings valid, long from, long to) {
        if (from < to) {
            long[] ends = valid.between(from, to);
            for (int i = 0; i < ends.length; i += 2) {
                openings.add(ends[i], ends[i + 1]);
            }
        }
    }

    @Override
    public boolean madeOf(Openings others) {
        return equals(others)
                || first.madeOf(others)
                || later.values().stream().anyMatch(version -> version.madeOf(others));
    }

    @Override
    public ImmutableSet<LocalDate> lastHolidays() {
        // The holidays of a version that is replaced end with it, and those of the last go on.
        return later.isEmpty()
                ? first.lastHolidays()
                : requireNonNull(later.lastEntry()).getValue().lastHolidays();
    }
}
