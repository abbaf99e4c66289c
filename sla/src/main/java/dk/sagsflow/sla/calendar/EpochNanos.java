package dk.sagsflow.sla.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants and local times as nanoseconds from 1970; the span of a calendar fits into a long as well. */
final class EpochNanos {
    static final long SECOND = 1_000_000_000;
    static final long DAY = 86_400 * SECOND;
    static final Instant FIRST_INSTANT = Instant.parse("1900-01-01T00:00:00Z");
    static final Instant LAST_INSTANT = Instant.parse("2190-01-01T00:00:00Z");
    static final long FIRST = of(FIRST_INSTANT);
    static final long LAST = of(LAST_INSTANT);

    private EpochNanos() {}

    static boolean reachable(Instant instant) {
        long second = instant.getEpochSecond();
        return (FIRST / SECOND <= second && second < LAST / SECOND) || instant.equals(LAST_INSTANT);
    }

    static long checked(String what, Instant instant) {
        checkArgument(
                reachable(instant),
                "%s is %s; calendars reach from %s to %s",
                what,
                instant,
                FIRST_INSTANT,
                LAST_INSTANT);
        return of(instant);
    }

    static long of(Instant instant) {
        return instant.getEpochSecond() * SECOND + instant.getNano();
    }

    static long of(LocalDate date) {
        return date.toEpochDay() * DAY;
    }

    static Instant instant(long nanos) {
        long second = Math.floorDiv(nanos, SECOND);
        long rest = nanos - second * SECOND;
        // Most ends are whole seconds, of which an instant is made in less time.
        return rest == 0 ? Instant.ofEpochSecond(second) : Instant.ofEpochSecond(second, rest);
    }

    static LocalDate date(long localNanos) {
        return LocalDate.ofEpochDay(Math.floorDiv(localNanos, DAY));
    }

    static long of(LocalDateTime local) {
        return of(local.toInstant(ZoneOffset.UTC));
    }
}
