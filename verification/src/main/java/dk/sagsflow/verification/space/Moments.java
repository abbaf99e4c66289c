package dk.sagsflow.verification.space;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import dk.sagsflow.routing.triage.CalendarState;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which of some calendars are open together at some time of the year from a date. That changes at openings and closings
 * only, so it is enough to look there. Immutable.
 *
 * @param all each combination that there is, with the first time at which there is
 */
public record Moments(ImmutableList<Moment> all) {
    private static final Duration YEAR = Duration.ofDays(366);

    /** The calendars that are open, and when; without calendars no time is told. */
    public record Moment(ImmutableSet<ServiceCalendar> open, Optional<Instant> at) {
        public boolean allows(CalendarState state) {
            return open.contains(state.calendar()) == state.open();
        }
    }

    public static Moments of(ImmutableSet<ServiceCalendar> calendars, LocalDate from) {
        if (calendars.isEmpty()) {
            return new Moments(ImmutableList.of(new Moment(ImmutableSet.of(), Optional.empty())));
        }
        Map<ImmutableSet<ServiceCalendar>, Instant> first = new LinkedHashMap<>();
        for (Instant time : changes(calendars, from)) {
            ImmutableSet<ServiceCalendar> open =
                    calendars.stream().filter(calendar -> calendar.openAt(time)).collect(ImmutableSet.toImmutableSet());
            first.putIfAbsent(open, time);
        }
        return new Moments(first.entrySet().stream()
                .map(entry -> new Moment(entry.getKey(), Optional.of(entry.getValue())))
                .collect(ImmutableList.toImmutableList()));
    }

    private static NavigableSet<Instant> changes(ImmutableSet<ServiceCalendar> calendars, LocalDate from) {
        Instant start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = start.plus(YEAR);
        NavigableSet<Instant> changes = new TreeSet<>();
        changes.add(start);
        for (ServiceCalendar calendar : calendars) {
            for (Range<Instant> opening : calendar.openIntervals(start, end)) {
                changes.add(opening.lowerEndpoint());
                changes.add(opening.upperEndpoint());
            }
        }
        return changes.headSet(end, false);
    }
}
