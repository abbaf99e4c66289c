package dk.sagsflow.sla.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * The dates of a zone in epoch nanoseconds, days as numbers from 1970; asks the zone only where its clock changes. Not
 * thread-safe.
 */
final class LocalDates {
    /** No clock is farther from UTC. */
    private static final long FARTHEST = EpochNanos.DAY;

    private final ZoneId zone;
    private long offset;
    private long offsetFrom = Long.MAX_VALUE;
    private long offsetTo = Long.MIN_VALUE;

    /** A part of a local date: from, inclusive, and to, exclusive. */
    record Part(long from, long to) {
        Part {
            checkArgument(from < to, "a part of a date from %s to %s is empty", from, to);
        }
    }

    LocalDates(ZoneId zone) {
        this.zone = zone;
    }

    /** The date of this time. */
    long day(long time) {
        ask(time);
        return Math.floorDiv(time + offset, EpochNanos.DAY);
    }

    /** The end of what is known to be the date of this time: midnight, or where the clock changes. */
    long until(long time) {
        long midnight = (day(time) + 1) * EpochNanos.DAY - offset;
        return Math.min(midnight, offsetTo);
    }

    /** When it is this date, in order; more than once if the clock goes back over midnight, never if it is left out. */
    List<Part> when(long day) {
        List<Part> parts = new ArrayList<>();
        long begin = day * EpochNanos.DAY;
        for (long at = begin - FARTHEST; at < begin + EpochNanos.DAY + FARTHEST; at = offsetTo) {
            ask(at);
            long from = Math.max(at, begin - offset);
            long to = Math.min(offsetTo, begin + EpochNanos.DAY - offset);
            if (from < to) {
                parts.add(new Part(from, to));
            }
        }
        return parts;
    }

    private void ask(long time) {
        if (offsetFrom <= time && time < offsetTo) {
            return;
        }
        Instant instant = EpochNanos.instant(time);
        ZoneOffsetTransition change = zone.getRules().nextTransition(instant);
        offset = zone.getRules().getOffset(instant).getTotalSeconds() * EpochNanos.SECOND;
        offsetFrom = time;
        offsetTo = change == null || change.getInstant().isAfter(EpochNanos.LAST_INSTANT)
                ? Long.MAX_VALUE
                : EpochNanos.of(change.getInstant());
    }
}
