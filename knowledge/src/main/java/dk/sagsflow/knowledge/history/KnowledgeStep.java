package dk.sagsflow.knowledge.history;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.log.LogPosition;

/**
 * What was stored at once. Immutable.
 *
 * @param position its place in the log
 * @param events its events, at least one, in order
 */
public record KnowledgeStep(LogPosition position, ImmutableList<KnowledgeEvent> events) {
    /** Refuses null and a step in which nothing happened. */
    public KnowledgeStep {
        requireNonNull(position, "position");
        checkArgument(!events.isEmpty(), "the step at %s has no events", position);
    }
}
