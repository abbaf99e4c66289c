package dk.sagsflow.sla.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** Tells where local dates end, one after another; asks the zone only where its clock changes. Not thread-safe. */
final class LocalMidnights {
    private final ZoneId zone;
    private long offset;
    private long offsetFrom = Long.MAX_VALUE;
    private long offsetTo = Long.MIN_VALUE;

    LocalMidnights(ZoneId zone) {
        this.zone = zone;
    }

    /** The beginning of the date after the one of this time. */
    long after(long time) {
        if (time < offsetFrom || time >= offsetTo) {
            ask(time);
        }
        long midnight = (Math.floorDiv(time + offset, EpochNanos.DAY) + 1) * EpochNanos.DAY - offset;
        return midnight < offsetTo
                ? midnight
                : EpochNanos.of(EpochNanos.date(time + offset)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant());
    }

    private void ask(long time) {
        Instant instant = EpochNanos.instant(time);
        ZoneOffsetTransition change = zone.getRules().nextTransition(instant);
        offset = zone.getRules().getOffset(instant).getTotalSeconds() * EpochNanos.SECOND;
        offsetFrom = time;
        offsetTo = change == null || change.getInstant().isAfter(EpochNanos.LAST_INSTANT)
                ? Long.MAX_VALUE
                : EpochNanos.of(change.getInstant());
    }
}
