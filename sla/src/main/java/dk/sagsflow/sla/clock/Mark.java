package dk.sagsflow.sla.clock;

import dk.sagsflow.core.cases.EventKind;
import java.time.Instant;

/**
 * An event that started or stopped a clock because its span names it.
 *
 * @param starts whether it started the clock; else it stopped it
 */
record Mark(Instant at, EventKind kind, boolean starts) {
    TraceStep step() {
        return starts ? new TraceStep.Started(at, kind) : new TraceStep.Stopped(at, kind);
    }
}
