package dk.sagsflow.sla.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Map;

/** One calendar after another, each valid from the beginning of a date; the first from the beginning of time. */
final class VersionedOpenings extends ComposedOpenings {
    /** When each part but the first begins to be valid. */
    private final ImmutableList<LocalDate> changes;

    /** Takes openings that are valid between two dates, both inclusive. */
    @FunctionalInterface
    interface Validity {
        void take(Openings openings, LocalDate first, LocalDate last);
    }

    VersionedOpenings(Openings first, ImmutableSortedMap<LocalDate, Openings> later) {
        super(
                later.keySet().asList(),
                ImmutableList.<Openings>builder()
                        .add(first)
                        .addAll(later.values())
                        .build());
        this.changes = later.keySet().asList();
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
    public long[] between(long from, long to, OpeningParts known) {
        Intervals openings = new Intervals();
        long validFrom = from;
        for (int i = 0; i < parts().size(); i++) {
            long until = i < changes.size() ? Math.min(to, beginning(changes.get(i))) : to;
            long[] ends = known.between(parts().get(i), validFrom, until);
            for (int end = 0; end < ends.length; end += 2) {
                openings.add(ends[end], ends[end + 1]);
            }
            validFrom = Math.max(validFrom, until);
        }
        return openings.toArray();
    }

    private long beginning(LocalDate date) {
        return EpochNanos.of(date.atStartOfDay(zone()).toInstant());
    }

    /** Tells each version with the dates between these two, both inclusive, on which it is valid; there may be none. */
    void eachValid(LocalDate first, LocalDate last, Validity validity) {
        LocalDate validFrom = first;
        for (int i = 0; i < parts().size(); i++) {
            LocalDate until = i < changes.size() ? changes.get(i).minusDays(1) : last;
            validity.take(parts().get(i), validFrom, until.isBefore(last) ? until : last);
            LocalDate next = until.plusDays(1);
            validFrom = next.isAfter(validFrom) ? next : validFrom;
        }
    }

    /** The holidays of a version that is replaced end with it, and those of the last go on. */
    @Override
    public ImmutableList<Openings> lastingParts() {
        return parts().subList(parts().size() - 1, parts().size());
    }
}
