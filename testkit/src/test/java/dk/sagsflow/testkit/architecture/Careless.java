package dk.sagsflow.testkit.architecture;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Supplier;

/** What no class of the library may do, for {@link OutsideWorldTest} to find. */
@SuppressWarnings({"JavaTimeDefaultTimeZone", "JavaUtilDate"})
final class Careless {
    private Careless() {}

    static Object sixTimesTheClock() {
        Supplier<Instant> asReference = Instant::now;
        return new Object[] {
            asReference, LocalDate.now(), LocalDateTime.now(), System.currentTimeMillis(), Clock.systemUTC(), new Date()
        };
    }

    static Object twiceTheZone() {
        return new Object[] {ZoneId.systemDefault(), TimeZone.getDefault()};
    }

    static Object onceTheLocale() {
        return Locale.getDefault();
    }

    static Object onceByChance() {
        return UUID.randomUUID();
    }

    static Object asItShouldBe(Clock clock) {
        return new Object[] {clock.instant(), LocalDate.now(clock)};
    }
}
