package dk.sagsflow.core.cases;

import static com.google.common.base.Preconditions.checkArgument;

import dk.sagsflow.core.organisation.ActorId;
import java.time.Instant;

/**
 * What every event of a case says: which case, which in order, when, and who. Immutable.
 *
 * @param caseNumber the case
 * @param sequence 1 for the first event of the case, then one more each
 * @param at when it happened; never before the event before it
 * @param actor who did it
 */
public record EventHeader(CaseNumber caseNumber, long sequence, Instant at, ActorId actor) {
    /** Refuses null and a sequence number below 1. */
    public EventHeader {
        NoNull.among(caseNumber, at, actor);
        checkArgument(sequence >= 1, "sequence of an event of case %s is %s, not 1 or more", caseNumber, sequence);
    }
}
