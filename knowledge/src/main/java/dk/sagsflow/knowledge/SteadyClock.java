package dk.sagsflow.knowledge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands while the one behind it is set back, until that has caught up. Safe for use by many threads. */
final class SteadyClock implements InstantSource {
    private final InstantSource clock;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

    SteadyClock(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Instant instant() {
        return requireNonNull(
                latest.accumulateAndGet(clock.instant(), (before, now) -> now.isAfter(before) ? now : before));
    }
}
