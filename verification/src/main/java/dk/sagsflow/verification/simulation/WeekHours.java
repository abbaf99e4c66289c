package dk.sagsflow.verification.simulation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.verification.load.Arrivals;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.stream.IntStream;

/**
 * An amount of time for each hour of the week, in seconds. Immutable.
 *
 * @param seconds for each of the 168 hours of a week, from Monday at midnight, local time
 */
public record WeekHours(ImmutableList<Long> seconds) {
    /** Refuses a week of another length. */
    public WeekHours {
        checkArgument(seconds.size() == Arrivals.HOURS, "%s hours; a week has %s", seconds.size(), Arrivals.HOURS);
    }

    /** No time at all. */
    public static WeekHours none() {
        return new WeekHours(ImmutableList.copyOf(Collections.nCopies(Arrivals.HOURS, 0L)));
    }

    /** The amount in one hour of the week. */
    public Duration at(DayOfWeek day, int hour) {
        return Duration.ofSeconds(seconds.get((day.getValue() - 1) * 24 + hour));
    }

    /** All hours together. */
    public Duration total() {
        return Duration.ofSeconds(seconds.stream().mapToLong(Long::longValue).sum());
    }

    /** Both together. */
    public WeekHours plus(WeekHours other) {
        return new WeekHours(IntStream.range(0, Arrivals.HOURS)
                .mapToObj(hour -> seconds.get(hour) + other.seconds.get(hour))
                .collect(ImmutableList.toImmutableList()));
    }

    /** Sums up spans of time. Not thread-safe. */
    static final class Sum {
        private final long[] seconds = new long[Arrivals.HOURS];

        /** Adds a span so many times over. */
        void add(Instant from, Instant to, ZoneId zone, int times) {
            Instant at = from;
            while (at.isBefore(to)) {
                ZonedDateTime local = at.atZone(zone);
                Instant next = local.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
                Instant end = next.isBefore(to) ? next : to;
                seconds[Arrivals.hourOfWeek(local)] +=
                        times * Duration.between(at, end).toSeconds();
                at = end;
            }
        }

        WeekHours sum() {
            return new WeekHours(IntStream.range(0, seconds.length)
                    .mapToObj(hour -> seconds[hour])
                    .collect(ImmutableList.toImmutableList()));
        }
    }
}
