package dk.sagsflow.sla.clock;

import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.WaitingFor;
import java.time.Instant;

/** What a clock does at the time at which it is read. Immutable. */
public sealed interface ClockState {
    /** It runs. */
    record Running() implements ClockState {}

    /** It stands because the service is closed. */
    record Closed() implements ClockState {}

    /**
     * It stands because the case waits.
     *
     * @param waitingFor for whom or what
     */
    record Paused(WaitingFor waitingFor) implements ClockState {}

    /**
     * It stands because its target's span pauses it between two kinds of event.
     *
     * @param by the kind of the event since which it stands
     */
    record Suspended(EventKind by) implements ClockState {}

    /** It stands because the case lies at another tier, from which it may come back. */
    record Elsewhere() implements ClockState {}

    /** It stopped within its budget. */
    record Met() implements ClockState {}

    /**
     * More than its budget was used, whether it still runs or not.
     *
     * @param since when the budget was used up
     */
    record Exceeded(Instant since) implements ClockState {}
}
