package dk.sagsflow.core.repository;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.claim.LostClaimException;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.LogSubscriptions;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Where cases are kept. Called on the threads of the desk's callers; what an implementation throws reaches the caller,
 * and nothing of the step is stored then. Instants are handed in to the microsecond and come back as they were.
 * Implementations are safe for use by many threads and, if the store is shared, by many desks at once; wrappers extend
 * {@link ForwardingCaseRepository}.
 */
public interface CaseRepository {
    /** State and history of the case, of one version; empty if there is none of this number. */
    default Optional<StoredCase> load(CaseNumber number) {
        return Optional.ofNullable(loadAll(ImmutableSet.of(number)).get(number));
    }

    /**
     * State and the events after a version of the case, of one version: for whoever knows the events before. Empty if there is
     * no case of this number. A store that need not read the events before does not.
     *
     * @param version how many events are known, 0 or more
     */
    default Optional<StoredCase.Tail> loadAfter(CaseNumber number, long version) {
        return load(number).map(stored -> stored.after(version));
    }

    /** State and history of these cases, each of one version; those that are not there are left out. */
    ImmutableMap<CaseNumber, StoredCase> loadAll(Collection<CaseNumber> numbers);

    /** The case as it stands, or empty if there is none of this number. A store that need not read the history for it does not. */
    default Optional<SupportCase> find(CaseNumber number) {
        return load(number).map(StoredCase::state);
    }

    /** All events of the case in order; empty if there is none of this number. */
    default ImmutableList<CaseEvent> history(CaseNumber number) {
        return load(number).map(StoredCase::history).orElse(ImmutableList.of());
    }

    /**
     * Stores all of the step, or, if a part cannot be stored, nothing. Whoever reads after the return sees it: its events in
     * the histories and in the log, what is to be sent in the outbox. A store that several processes share checks and stores
     * at once.
     *
     * <p>A change with an {@linkplain CaseChange#erasedHistory erased history} rewrites what is stored of the case, and so the
     * log, and the reason is gone for which a step of it is parked. If it {@linkplain CaseChange#erasesCase erases the case},
     * what waits to be sent about it and dead letters of it are gone too, and of its requests a digest of the key is left.
     * Whom the erased history names no longer was given the case no longer, in {@linkplain #loads loads} too.
     * What the step {@linkplain CaseStep#withdrawals withdraws} is gone, waiting or dead, before its own messages are kept.
     *
     * @throws RepeatedRequestException if a request with the key of this one was carried out before, whatever the versions,
     *     claims and loads are
     * @throws ConcurrentUpdateException if a case is at another version than expected
     * @throws ReferenceTakenException if a case is to have a {@linkplain CaseStep#claims reference or a file} that another has
     * @throws LostClaimException if a claim on a case that came due has ended and somebody else has taken the case since, or
     *     something has happened to it
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

    /**
     * Stores these steps, each of them as {@link #append(CaseStep)} does, in their order, up to the first that cannot be stored. A
     * store that is quicker if it stores many at once does so; imports ask for it.
     *
     * @param steps one or more
     * @return how many of them are stored now, from the first on, 1 or more; why the next is not it says if that is stored alone
     * @throws RuntimeException if the first cannot be stored, for the reasons for which it cannot be stored alone
     */
    default int appendInOrder(ImmutableList<CaseStep> steps) {
        append(steps.get(0));
        int stored = 1;
        for (CaseStep step : steps.subList(1, steps.size())) {
            try {
                append(step);
            } catch (RuntimeException inTheWay) {
                return stored;
            }
            stored++;
        }
        return stored;
    }

    /** The request that was carried out under this key; empty if there is none, or it is forgotten. */
    Optional<HandledRequest> request(RequestKey key);

    /**
     * Drops requests that were carried out before this instant, the oldest first: what comes under their keys again is
     * carried out again.
     *
     * @param before the limit of age, exclusive
     * @param limit how many, at most
     * @return how many were dropped
     */
    int forgetRequests(Instant before, int limit);

    /**
     * The next number of a series, from 1: no two callers ever get the same, in whatever process, nor after a restart. It is
     * given out for good: if nothing is stored under it, it is left out.
     */
    long nextNumber(String series);

    /**
     * What those have to do there who have a case of this group or have been given one; nobody else is in it, and nobody whom
     * erased cases alone named. Asked whenever a case comes to a group whose cases are assigned by a rule; stores keep the
     * figures by {@link MemberLoad#changes} and {@link MemberLoad#erased}.
     */
    ImmutableMap<ActorId, MemberLoad> loads(GroupId group);

    /**
     * A page of the cases asked for, in the order asked for; what belongs to it {@link CaseQuery#matches} says. A case that
     * cannot be read is among {@link CasePage#unreadable}, in its place in the order, if it may be one of those asked for
     * and is certainly within the scope by what the store knows without reading it; it never ends the list.
     */
    CasePage query(CaseQuery query);

    /**
     * How many of the cases asked for there are, in all and by what they are told apart; the page of the query counts for
     * nothing. What is meant {@link CaseCounts#of} says. A case that cannot be read counts if the store can tell without
     * reading it.
     *
     * @param now the instant at which limits are exceeded or not
     */
    CaseCounts counts(CaseQuery query, ImmutableSet<CaseCounts.Field> by, Instant now);

    /** Cases whose due time is at or before this instant, the longest due first, claimed or not. Changes nothing. */
    ImmutableList<CaseNumber> due(Instant now, int limit);

    /**
     * Takes cases whose due time is at or before this instant, the longest due first, and which nobody has. Those taken are
     * due still, but nobody else gets them while the claim holds, so nodes that sweep at once share them.
     *
     * @param lease how long the claims hold, positive. If the clock was set back by more than that since, they hold no longer
     * @param limit how many, at most
     */
    ImmutableList<DueClaim> claimDue(Instant now, Duration lease, int limit);

    /**
     * The case could not be looked at now and is due again later. Ends the claim; changes nothing if it was lost.
     *
     * @param failure what went wrong, for people
     * @param until when it is due again
     */
    void postpone(DueClaim claim, String failure, Instant until);

    /** The case was not looked at and is due as before. Ends the claim; changes nothing if it was lost. */
    void release(DueClaim claim);

    /** The cases that were postponed and to which nothing has happened since, the one first that is due again first. */
    ImmutableList<PostponedCase> postponed(int limit);

    /**
     * Writes anew what the clocks of a case say to which nothing happened, when a sweep must look at it above all; of one that
     * was set aside as well.
     *
     * @throws ConcurrentUpdateException if the case is at another version than expected
     */
    default void reschedule(CaseNumber number, long expectedVersion, Agenda agenda) {
        append(CaseStep.builder()
                .putUnchanged(number, expectedVersion)
                .putAgenda(number, agenda)
                .build());
    }

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
     * Makes a case due that the store keeps away from sweeps, or one that is not, and forgets how often it was postponed.
     * Reads nothing of the case.
     *
     * @return whether there is such a case
     */
    boolean takeUp(CaseNumber number, Instant due);

    /** What waits to be sent: what every step had to send, from the moment on at which its events are there. */
    Outbox outbox();

    /** Every step with events, in one order. */
    EventLog log();

    /** How far those have come who follow the log. */
    LogSubscriptions subscriptions();

    /** A store in memory, which forgets everything with the process. Safe for use by many threads. */
    static InMemoryStore inMemory() {
        return new InMemoryCaseRepository();
    }
}
