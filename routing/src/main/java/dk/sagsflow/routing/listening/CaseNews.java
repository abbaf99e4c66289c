package dk.sagsflow.routing.listening;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import java.util.Optional;

/**
 * What happens to a case in a step. Immutable.
 *
 * @param before the case before it; empty if it comes in by the step
 * @param events what happens, in order, at least one event
 * @param after the case after it
 */
public record CaseNews(Optional<SupportCase> before, ImmutableList<CaseEvent> events, SupportCase after) {
    /** Refuses null and a step in which nothing happens to the case. */
    public CaseNews {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        checkArgument(!events.isEmpty(), "nothing happens to case %s", after.number());
    }
}
