package dk.sagsflow.core.command;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;

/**
 * A case that is brought along from another system, as it is there (R36, R37). Its past is silent: clocks read it as they
 * read any, but nobody is told of it, and no threshold and no follow-up rule that came due before the import is acted on.
 * Immutable.
 *
 * @param origin where it comes from: the name of the other system, not blank
 * @param past what happened to it so far
 */
public record CaseImport(String origin, Past past) {
    /** Refuses null and a blank origin. */
    public CaseImport {
        checkArgument(!origin.isBlank(), "origin of an imported case is blank; name the system that it comes from");
        requireNonNull(past, "past");
    }

    /** A case of which the other system knows all that happened, as events of this library. */
    public static CaseImport of(String origin, Iterable<CaseEvent> history) {
        return new CaseImport(origin, new History(ImmutableList.copyOf(history)));
    }

    /** What happened to a case so far. */
    public sealed interface Past permits History, CaseDescription {}

    /**
     * Everything that happened, event by event, under the number that the case has here. Immutable.
     *
     * @param events all events of the case in order, from its registration
     */
    public record History(ImmutableList<CaseEvent> events) implements Past {
        /** Refuses null. */
        public History {
            requireNonNull(events, "events");
        }
    }
}
