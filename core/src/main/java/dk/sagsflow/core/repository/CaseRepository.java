package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
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

    /**
     * The same, if those whose load the changes were decided on still have it: who gets a case is decided outside the store,
     * and another case may have been given to the same member in the meantime. The default looks before it stores, which
     * is enough for a store that one process uses; stores that several share look and store in one step.
     *
     * @throws ConcurrentUpdateException if a case is at another version than expected
     * @throws ConcurrentAssignmentException if a member has another load than expected
     */
    default void append(ImmutableList<CaseChange> changes, ImmutableList<LoadClaim> claims) {
        claims.forEach(claim -> claim.check(loads(claim.group())));
        append(changes);
    }

    /**
     * What those who have been given cases of this group have to do there; nobody else is in it. Asked whenever a case comes
     * to a group whose cases are assigned by a rule. The default counts by reading every case that the group has had, which
     * says what is meant and does not scale; stores keep the figures.
     */
    default ImmutableMap<ActorId, MemberLoad> loads(GroupId group) {
        return MemberLoad.counted(this, requireNonNull(group));
    }

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
