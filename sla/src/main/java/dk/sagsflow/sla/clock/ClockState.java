package dk.sagsflow.sla.clock;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.WaitingFor;
import java.time.Instant;

/** What a clock does at the time at which it is read. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
public sealed interface ClockState {
    /** It runs. */
    @JsonTypeName("running")
    record Running() implements ClockState {}

    /** It stands because the service is closed. */
    @JsonTypeName("closed")
    record Closed() implements ClockState {}

    /**
     * It stands because the case waits.
     *
     * @param waitingFor for whom or what
     */
    @JsonTypeName("paused")
    record Paused(WaitingFor waitingFor) implements ClockState {}

    /**
     * It stands because its target's span pauses it between two kinds of event.
     *
     * @param by the kind of the event since which it stands
     */
    @JsonTypeName("suspended")
    record Suspended(EventKind by) implements ClockState {}

    /** It stands because the case lies at another tier, from which it may come back. */
    @JsonTypeName("elsewhere")
    record Elsewhere() implements ClockState {}

    /** It stopped within its budget. */
    @JsonTypeName("met")
    record Met() implements ClockState {}

    /**
     * More than its budget was used, whether it still runs or not.
     *
     * @param since when the budget was used up
     */
    @JsonTypeName("exceeded")
    record Exceeded(Instant since) implements ClockState {}
}
