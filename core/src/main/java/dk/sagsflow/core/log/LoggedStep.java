package dk.sagsflow.core.log;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;

/**
 * What was stored at once. Of a case that was erased since, the events are as they are now: without personal data.
 * Immutable.
 *
 * @param position its place in the log
 * @param events its events, at least one: those of one case after those of another, each case's in order
 */
public record LoggedStep(LogPosition position, ImmutableList<CaseEvent> events) {
    /** Refuses null and a step in which nothing happened. */
    public LoggedStep {
        requireNonNull(position, "position");
        checkArgument(!events.isEmpty(), "the step at %s has no events", position);
    }
}
