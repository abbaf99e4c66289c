package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.LogSubscriptions;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * A store that hands everything on to another: extend it to measure, to write down, to cache. A method that is added to
 * {@link CaseRepository} later is handed on as well. {@link #reschedule} goes by way of {@link #append}. As safe for use by
 * many threads as the other store.
 */
public abstract class ForwardingCaseRepository implements CaseRepository {
    private final CaseRepository other;

    /** Hands everything on to this store. */
    protected ForwardingCaseRepository(CaseRepository other) {
        this.other = requireNonNull(other, "other");
    }

    /** The store that everything is handed on to. */
    protected CaseRepository other() {
        return other;
    }

    @Override
    public Optional<StoredCase> load(CaseNumber number) {
        return other().load(number);
    }

    @Override
    public Optional<StoredCase.Tail> loadAfter(CaseNumber number, long version) {
        return other().loadAfter(number, version);
    }

    @Override
    public ImmutableMap<CaseNumber, StoredCase> loadAll(Collection<CaseNumber> numbers) {
        return other().loadAll(numbers);
    }

    @Override
    public Optional<SupportCase> find(CaseNumber number) {
        return other().find(number);
    }

    @Override
    public ImmutableList<CaseEvent> history(CaseNumber number) {
        return other().history(number);
    }

    @Override
    public void append(CaseStep step) {
        other().append(step);
    }

    /** Each by {@link #append(CaseStep)} of this, so that whoever wraps that wraps all. */
    @Override
    public int appendInOrder(ImmutableList<CaseStep> steps) {
        return CaseRepository.super.appendInOrder(steps);
    }

    @Override
    public Optional<HandledRequest> request(RequestKey key) {
        return other().request(key);
    }

    @Override
    public int forgetRequests(Instant before, int limit) {
        return other().forgetRequests(before, limit);
    }

    @Override
    public long nextNumber(String series) {
        return other().nextNumber(series);
    }

    @Override
    public ImmutableMap<ActorId, MemberLoad> loads(GroupId group) {
        return other().loads(group);
    }

    @Override
    public CasePage query(CaseQuery query) {
        return other().query(query);
    }

    @Override
    public CaseCounts counts(CaseQuery query, ImmutableSet<CaseCounts.Field> by, Instant now) {
        return other().counts(query, by, now);
    }

    @Override
    public ImmutableList<CaseNumber> due(Instant now, int limit) {
        return other().due(now, limit);
    }

    @Override
    public ImmutableList<DueClaim> claimDue(Instant now, Duration lease, int limit) {
        return other().claimDue(now, lease, limit);
    }

    @Override
    public void postpone(DueClaim claim, String failure, Instant until) {
        other().postpone(claim, failure, until);
    }

    @Override
    public void release(DueClaim claim) {
        other().release(claim);
    }

    @Override
    public ImmutableList<PostponedCase> postponed(int limit) {
        return other().postponed(limit);
    }

    @Override
    public void setAside(CaseNumber number, String reason) {
        other().setAside(number, reason);
    }

    @Override
    public ImmutableList<UnhandledCase> setAside(int limit) {
        return other().setAside(limit);
    }

    @Override
    public boolean takeUp(CaseNumber number, Instant due) {
        return other().takeUp(number, due);
    }

    @Override
    public Outbox outbox() {
        return other().outbox();
    }

    @Override
    public EventLog log() {
        return other().log();
    }

    @Override
    public LogSubscriptions subscriptions() {
        return other().subscriptions();
    }
}
