package dk.sagsflow.knowledge.news;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.knowledge.subscription.Rhythm;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * When digests of news go out. A time that a change of the clock leaves out comes so much later. Immutable.
 *
 * @param time at which time of the day
 * @param day on which day those of a week
 * @param zone the zone of the wall on which the clock hangs
 */
public record NewsSchedule(LocalTime time, DayOfWeek day, ZoneId zone) {
    /** Refuses null. */
    public NewsSchedule {
        requireNonNull(time, "time");
        requireNonNull(day, "day");
        requireNonNull(zone, "zone");
    }

    /** Every day at 7 in Copenhagen, and on Mondays for the week. */
    public static NewsSchedule standard() {
        return new NewsSchedule(LocalTime.of(7, 0), DayOfWeek.MONDAY, ZoneId.of("Europe/Copenhagen"));
    }

    /** When digests of this rhythm went out last, at or before this instant. What goes out at once does so at any instant. */
    Instant last(Rhythm rhythm, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return switch (rhythm) {
            case AT_ONCE -> now;
            case DAILY -> atOrBefore(now, today, today.minusDays(1));
            case WEEKLY -> {
                LocalDate thisWeek = today.with(TemporalAdjusters.previousOrSame(day));
                yield atOrBefore(now, thisWeek, thisWeek.minusWeeks(1));
            }
        };
    }

    private Instant atOrBefore(Instant now, LocalDate day, LocalDate before) {
        Instant slot = at(day);
        return slot.isAfter(now) ? at(before) : slot;
    }

    private Instant at(LocalDate date) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}
