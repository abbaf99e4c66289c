package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.RequestKey;
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
     * Stores all changes of the step, or, if one cannot be stored, none of them. Whoever reads after the return sees them.
     * A store that several processes share checks and stores at once.
     *
     * @throws RepeatedRequestException if a request with the key of this one was carried out before, whatever the versions
     *     and loads are
     * @throws ConcurrentUpdateException if a case is at another version than expected
     * @throws ConcurrentAssignmentException if a member has another load than expected
     */
    void append(CaseStep step);

    /**
     * Stores all of these changes, or none of them.
     *
     * @throws ConcurrentUpdateException if a case is at another version than expected
     */
    default void append(ImmutableList<CaseChange> changes) {
        append(CaseStep.of(changes));
    }

    /** The request that was carried out under this key; empty if there is none. */
    Optional<HandledRequest> request(RequestKey key);

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
     * Moves the next due time of a case to which nothing happened; of one that was set aside as well.
     *
     * @param nextDue when a sweep must look at the case; empty if never
     * @throws ConcurrentUpdateException if the case is at another version than expected
     */
    void reschedule(CaseNumber number, long expectedVersion, Optional<Instant> nextDue);

    /**
     * Keeps a case away from sweeps of which not even an event can be written, because its history cannot be read, say. It
     * is not due again until it is {@linkplain #takeUp taken up}, or a change is appended. Reads nothing of the case.
     *
     * @param reason what went wrong, for people
     */
    void setAside(CaseNumber number, String reason);

    /** The cases that {@link #setAside(CaseNumber, String)} keeps away, the longest first. */
    ImmutableList<UnhandledCase> setAside(int limit);

    /**
     * Makes a case due that the store keeps away from sweeps, or one that is not. Reads nothing of the case.
     *
     * @return whether there is such a case
     */
    boolean takeUp(CaseNumber number, Instant due);

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
