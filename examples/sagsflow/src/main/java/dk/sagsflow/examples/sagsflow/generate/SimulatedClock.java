package dk.sagsflow.examples.sagsflow.generate;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands where it was put. Not thread-safe. */
final class SimulatedClock implements InstantSource {
    private Instant now;

    SimulatedClock(Instant start) {
        this.now = start;
    }

    void moveTo(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
