package dk.sagsflow.sla.clock;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** One step of the explanation of a clock, in order of time. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
public sealed interface TraceStep {
    /**
     * The agreement under which the clock runs.
     *
     * @param agreement its name
     * @param version the version that was valid when the case came in
     * @param target the target
     */
    @JsonTypeName("under")
    record Under(String agreement, String version, String target) implements TraceStep {}

    /**
     * The agreement judges the case by a priority matrix of its own, and comes to another priority than the case has.
     *
     * @param used the priority that the agreement goes by
     * @param recorded the priority of the case; empty if it has none
     * @param impact what it was judged by
     * @param urgency what it was judged by
     */
    @JsonTypeName("own-priority")
    record OwnPriority(Priority used, Optional<Priority> recorded, Impact impact, Urgency urgency)
            implements TraceStep {}

    /**
     * An event started the clock, because the span of the target names its kind.
     *
     * @param at when
     * @param kind what happened
     */
    @JsonTypeName("started")
    record Started(Instant at, EventKind kind) implements TraceStep {}

    /**
     * An event stopped the clock, because the span of the target names its kind.
     *
     * @param at when
     * @param kind what happened
     */
    @JsonTypeName("stopped")
    record Stopped(Instant at, EventKind kind) implements TraceStep {}

    /**
     * Time that counted.
     *
     * @param from when it began, inclusive
     * @param to when it ended, exclusive
     * @param at who had the case; empty while nobody had
     */
    @JsonTypeName("counted")
    record Counted(Instant from, Instant to, Optional<Station> at) implements TraceStep {
        /** How much. */
        public Duration amount() {
            return Duration.between(from, to);
        }
    }

    /**
     * Time that did not count because the service was closed.
     *
     * @param from when it began, inclusive
     * @param to when it ended, exclusive
     */
    @JsonTypeName("closed-service")
    record ClosedService(Instant from, Instant to) implements TraceStep {}

    /**
     * Time that did not count because the case waited.
     *
     * @param from when it began, inclusive
     * @param to when it ended, exclusive
     * @param waitingFor for whom or what
     */
    @JsonTypeName("paused")
    record Paused(Instant from, Instant to, WaitingFor waitingFor) implements TraceStep {}

    /**
     * Time that did not count because of an event between which and another the clock stands.
     *
     * @param from when it began, inclusive
     * @param to when it ended, exclusive
     * @param by what happened before
     */
    @JsonTypeName("suspended")
    record Suspended(Instant from, Instant to, EventKind by) implements TraceStep {}

    /**
     * Time between two parts of the clock, in which the case was elsewhere or answered, or the clock had stopped.
     *
     * @param from when it began, inclusive
     * @param to when it ended, exclusive
     */
    @JsonTypeName("away")
    record Away(Instant from, Instant to) implements TraceStep {}

    /**
     * The clocks on the wall were changed.
     *
     * @param at when
     * @param before what they showed
     * @param after what they showed then
     */
    @JsonTypeName("clock-change")
    record ClockChange(Instant at, LocalDateTime before, LocalDateTime after) implements TraceStep {}

    /**
     * Time of an earlier target, as far as it counts for this one (see the agreement's policy on change).
     *
     * @param until until when the earlier target held
     * @param carried how much it left used
     */
    @JsonTypeName("earlier-target")
    record EarlierTarget(Instant until, Duration carried) implements TraceStep {}
}
