package dk.sagsflow.core.bounds;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Instants as databases keep them, to the microsecond. Events, and every time that a desk takes from its clock, are kept
 * like this from the entrance on, so that nothing reads otherwise after a store than before it. Safe for use by many
 * threads.
 */
public final class Microseconds {
    private Microseconds() {}

    /** The microsecond that this instant lies in: when something happened. */
    @SuppressWarnings("JavaInstantGetSecondsGetNano")
    public static Instant kept(Instant instant) {
        // Most are kept so already.
        return requireNonNull(instant, "instant").getNano() % 1_000 == 0
                ? instant
                : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** The first microsecond that is not before this instant: when something is due, which must never be too early. */
    public static Instant due(Instant instant) {
        Instant kept = kept(instant);
        return kept.equals(instant) ? kept : kept.plus(1, ChronoUnit.MICROS);
    }

    /** The same clock, as its instants are kept. */
    public static InstantSource of(InstantSource clock) {
        requireNonNull(clock, "clock");
        return () -> kept(clock.instant());
    }
}
