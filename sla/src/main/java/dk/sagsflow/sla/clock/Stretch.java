package dk.sagsflow.sla.clock;

import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.SupportCase;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which nothing happened to a case; of no length between events of one instant.
 *
 * @param begunBy the kind of the event that it begins with; a hold that comes to its date counts as resumed
 * @param place its index among all stretches of the case
 * @param suspendedBy the kind of the event since which the clock stands because of its span
 */
record Stretch(
        Instant from, Instant to, SupportCase state, EventKind begunBy, int place, Optional<EventKind> suspendedBy) {
    Stretch withTo(Instant end) {
        return new Stretch(from, end, state, begunBy, place, suspendedBy);
    }

    Stretch withSuspendedBy(Optional<EventKind> kind) {
        return new Stretch(from, to, state, begunBy, place, kind);
    }
}
