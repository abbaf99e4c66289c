package dk.sagsflow.jdbc.table;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.claim.LostClaimException;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.LogSubscriptions;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ConcurrentAssignmentException;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.core.repository.PostponedCase;
import dk.sagsflow.core.repository.ReferenceTakenException;
import dk.sagsflow.core.repository.RepeatedRequestException;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.jdbc.session.Session;
import dk.sagsflow.jdbc.session.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps cases in tables; every call is a transaction of its own, or a part of the host's. Safe for use by many threads. */
public final class JdbcCases implements CaseRepository {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcCases.class);

    /** One sweep in so many looks whether counts are to be added up. */
    private static final int SWEEPS_PER_FOLD = 50;

    private final Transactions transactions;
    private final Transactions numbering;
    private final StoreParts parts;
    private final CaseSearch search;
    private final Outbox outbox;
    private final EventLog log;
    private final LogSubscriptions subscriptions;

    /**
     * A store.
     *
     * @param numbering where numbers are drawn, which must not be given out again if the transaction is rolled back
     */
    public JdbcCases(Transactions transactions, Transactions numbering, StoreParts parts) {
        this.transactions = transactions;
        this.numbering = numbering;
        this.parts = parts;
        this.search = new CaseSearch(parts.reader(), parts.counts());
        this.outbox = new JdbcOutbox(transactions, parts.outbox());
        this.log = new JdbcLog(transactions, parts);
        this.subscriptions = new JdbcSubscriptions(transactions, parts);
    }

    @Override
    public ImmutableMap<CaseNumber, StoredCase> loadAll(Collection<CaseNumber> numbers) {
        ImmutableSet<CaseNumber> asked = ImmutableSet.copyOf(numbers);
        return asked.isEmpty()
                ? ImmutableMap.of()
                : transactions.read(session -> parts.reader().stored(session, asked));
    }

    @Override
    public void append(CaseStep step) {
        requireNonNull(step, "step");
        List<CaseCache.Folded> written = transactions.result(session -> new StepWriter(session, parts, step).store());
        written.forEach(parts.reader()::keep);
    }

    /** In one transaction, if nothing is in the way of any of them. */
    @Override
    public int appendInOrder(ImmutableList<CaseStep> steps) {
        requireNonNull(steps, "steps");
        return steps.size() > 1 && areStoredAtOnce(steps) ? steps.size() : CaseRepository.super.appendInOrder(steps);
    }

    private boolean areStoredAtOnce(ImmutableList<CaseStep> steps) {
        try {
            List<CaseCache.Folded> written = transactions.result(session -> storeAll(session, steps));
            written.forEach(parts.reader()::keep);
            return true;
        } catch (RepeatedRequestException
                | ConcurrentUpdateException
                | ReferenceTakenException
                | LostClaimException
                | ConcurrentAssignmentException inTheWay) {
            LOG.debug("of {} steps that were to be stored at once one is in the way", steps.size());
            return false;
        }
    }

    private List<CaseCache.Folded> storeAll(Session session, ImmutableList<CaseStep> steps) throws SQLException {
        if (StepWriter.areNew(steps)) {
            return StepWriter.storeNew(session, parts, steps);
        }
        session.readsItsOwn();
        List<CaseCache.Folded> all = new ArrayList<>();
        for (CaseStep step : steps) {
            all.addAll(new StepWriter(session, parts, step).store());
        }
        return all;
    }

    @Override
    public Optional<HandledRequest> request(RequestKey key) {
        requireNonNull(key, "key");
        return transactions.read(session -> parts.requests().find(session, key));
    }

    @Override
    public int forgetRequests(Instant before, int limit) {
        requireNonNull(before, "before");
        return transactions.result(session -> parts.requests().forget(session, before, limit));
    }

    @Override
    public long nextNumber(String series) {
        requireNonNull(series, "series");
        return numbering.result(session -> Series.next(session, series));
    }

    @Override
    public ImmutableMap<ActorId, MemberLoad> loads(GroupId group) {
        requireNonNull(group, "group");
        return transactions.read(session -> parts.loads().of(session, group));
    }

    @Override
    public CasePage query(CaseQuery query) {
        requireNonNull(query, "query");
        return transactions.read(session -> search.page(session, query));
    }

    @Override
    public CaseCounts counts(CaseQuery query, ImmutableSet<CaseCounts.Field> by, Instant now) {
        requireNonNull(query, "query");
        requireNonNull(by, "by");
        requireNonNull(now, "now");
        CaseCounts found = transactions.read(session -> search.counts(session, query, by, now));
        parts.counts().foldIfMany(transactions, now);
        return found;
    }

    @Override
    public ImmutableList<CaseNumber> due(Instant now, int limit) {
        requireNonNull(now, "now");
        return transactions.read(session -> parts.due().due(session, now, limit));
    }

    @Override
    public ImmutableList<DueClaim> claimDue(Instant now, Duration lease, int limit) {
        requireNonNull(now, "now");
        requireNonNull(lease, "lease");
        ImmutableList<DueClaim> claimed =
                transactions.result(session -> parts.due().claim(session, now, lease, limit));
        if (ThreadLocalRandom.current().nextInt(SWEEPS_PER_FOLD) == 0) {
            parts.counts().foldIfMany(transactions, now);
        }
        return claimed;
    }

    @Override
    public void postpone(DueClaim claim, String failure, Instant until) {
        requireNonNull(claim, "claim");
        requireNonNull(failure, "failure");
        requireNonNull(until, "until");
        transactions.run(session -> parts.due().postpone(session, claim, failure, until));
    }

    @Override
    public void release(DueClaim claim) {
        requireNonNull(claim, "claim");
        transactions.run(session -> parts.due().release(session, claim));
    }

    @Override
    public ImmutableList<PostponedCase> postponed(int limit) {
        return transactions.read(session -> parts.due().postponed(session, limit));
    }

    @Override
    public void setAside(CaseNumber number, String reason) {
        requireNonNull(number, "number");
        requireNonNull(reason, "reason");
        transactions.run(session -> parts.due().setAside(session, number, reason));
    }

    @Override
    public ImmutableList<UnhandledCase> setAside(int limit) {
        return transactions.read(session -> session.all(
                row -> new UnhandledCase(row.caseNumber(), row.text()),
                "SELECT case_number, reason FROM sagsflow_aside ORDER BY place FETCH FIRST ? ROWS ONLY",
                limit));
    }

    @Override
    public boolean takeUp(CaseNumber number, Instant due) {
        requireNonNull(number, "number");
        requireNonNull(due, "due");
        return transactions.result(session -> parts.due().takeUp(session, number, due));
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public LogSubscriptions subscriptions() {
        return subscriptions;
    }
}
