package dk.sagsflow.routing.followup;

import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.Station;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in which a case waits in something. Immutable.
 *
 * @param kind in what
 * @param sequence the event that it begins with or, after a wait with a date, the event that set it
 * @param began when it began, inclusive
 * @param firstState the place of the first state in it among those of the history
 * @param endState the place of the first state after it; as many as there are if it is not over
 * @param ended when it ends, exclusive; empty if it does not, as far as is known
 * @param handedOverBy who handed the case over
 */
record Occasion(
        FollowUpOccasion kind,
        long sequence,
        Instant began,
        int firstState,
        int endState,
        Optional<Instant> ended,
        Optional<Station> handedOverBy) {
    boolean overBy(Instant instant) {
        return ended.filter(end -> !end.isAfter(instant)).isPresent();
    }

    String key() {
        return "from-" + sequence;
    }
}
