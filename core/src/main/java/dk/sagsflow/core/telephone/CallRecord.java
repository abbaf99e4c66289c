package dk.sagsflow.core.telephone;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.catalogue.SystemId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One call, as a telephone system records it when it is over. Immutable.
 *
 * @param id what the telephone system calls it, one call each
 * @param arrived when it came into the queue
 * @param queue the queue that it came into
 * @param answered whether somebody took it; if not, the caller gave up
 * @param waited from its arrival until it was taken or given up; not negative
 * @param talked from when it was taken until it ended; not negative, and nothing if nobody took it
 * @param origin where it came from, as far as the system tells: a number range, a municipality, a menu; of a caller's number
 *     figures show the first digits only
 * @param system the system that it was about
 * @param caseNumber the case that it belongs to
 */
public record CallRecord(
        String id,
        Instant arrived,
        String queue,
        boolean answered,
        Duration waited,
        Duration talked,
        Optional<String> origin,
        Optional<SystemId> system,
        Optional<CaseNumber> caseNumber) {
    /**
     * Refuses null, blanks, negative times, talks that nobody had, and what is out of {@link Bounds}.
     *
     * @throws dk.sagsflow.core.bounds.OutOfBoundsException if an id or a time is
     */
    public CallRecord {
        Bounds.name("id of a call", id);
        Bounds.instant("arrival of a call", arrived);
        Bounds.name("queue of a call", queue);
        Bounds.duration("time that a call waited", waited);
        Bounds.duration("time that a call talked", talked);
        requireNonNull(origin, "origin").ifPresent(told -> Bounds.line("origin of a call", told));
        requireNonNull(system, "system");
        requireNonNull(caseNumber, "caseNumber");
        checkArgument(!id.isBlank(), "a call has no id");
        checkArgument(!queue.isBlank(), "call %s has no queue", id);
        checkArgument(!waited.isNegative(), "call %s waited %s, less than no time", id, waited);
        checkArgument(!talked.isNegative(), "call %s talked %s, less than no time", id, talked);
        checkArgument(answered || talked.isZero(), "call %s was not answered, but talked %s", id, talked);
    }

    /** When it was over. */
    public Instant ended() {
        return arrived.plus(waited).plus(talked);
    }
}
