package dk.sagsflow.core.repository;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.Outbox;
import java.time.Instant;
import java.util.Optional;

/**
 * Where cases are kept. Called on the threads of the desk's callers; what an implementation throws reaches the caller,
 * and nothing of the step is stored then. Implementations are safe for use by many threads.
 */
public interface CaseRepository {
    /** The case as it stands, or empty if there is none of this number. */
    Optional<SupportCase> find(CaseNumber number);

    /** All events of the case in order; empty if there is none of this number. */
    ImmutableList<CaseEvent> history(CaseNumber number);

    /**
     * Stores all of these changes, or, if a case is at another version than expected, none of them. Whoever reads after
     * the return sees them.
     *
     * @throws ConcurrentUpdateException if a case is at another version than expected
     */
    void append(ImmutableList<CaseChange> changes);

    /** A page of the cases asked for, in the order that {@link CasePage} states. */
    CasePage query(CaseQuery query);

    /** Cases whose next due time is at or before this instant, the longest due first. */
    ImmutableList<CaseNumber> due(Instant now, int limit);

    /**
     * What waits to be sent: the notifications of every change that was appended, from the moment on at which its events
     * are there. Those of a case that is erased are gone with its history, dead letters too.
     */
    Outbox outbox();

    /** A store in memory, which forgets everything with the process. Safe for use by many threads. */
    static CaseRepository inMemory() {
        return new InMemoryCaseRepository();
    }
}
