package dk.sagsflow.knowledge.agreement;

import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.organisation.ActorId;
import java.time.Duration;
import java.time.Instant;

/** Knows how long somebody worked on cases. Called on the thread of whoever asks; safe for use by many threads. */
@FunctionalInterface
public interface CaseTime {
    /**
     * How long somebody worked on cases in this time.
     *
     * @param from inclusive
     * @param to exclusive
     */
    Duration of(ActorId person, Instant from, Instant to);

    /** Nobody works on cases, or nobody knows. */
    static CaseTime none() {
        return (person, from, to) -> Duration.ZERO;
    }

    /**
     * So long for each case that somebody did something with, by the log of a desk ({@code store.log()}), counted when they did so
     * first. Reads the log on whenever it is asked.
     */
    static CaseTime perCase(EventLog log, Duration each) {
        return new CasesTouched(log, each);
    }
}
