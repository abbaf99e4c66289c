package dk.sagsflow.jdbc.table;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.core.repository.PostponedCase;
import dk.sagsflow.jdbc.session.Claims;
import dk.sagsflow.jdbc.session.Dialect;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** When sweeps must look at cases. A case at which none must look has no row. */
record DueTable(Leases leases) {
    private static final String FREE = "(claim_until IS NULL OR claim_until <= ? OR claim_void > ?)";
    private static final String CHOSEN = "SELECT case_number FROM sagsflow_due WHERE due_at <= ? AND " + FREE
            + " ORDER BY due_at, case_number FETCH FIRST ? ROWS ONLY";

    void put(Session session, CaseNumber number, Optional<Instant> at, boolean there) {
        if (at.isPresent()) {
            put(session, number, at.get());
        } else if (there) {
            session.later("DELETE FROM sagsflow_due WHERE case_number = ?", number.value());
        }
        if (there) {
            session.later("DELETE FROM sagsflow_aside WHERE case_number = ?", number.value());
        }
    }

    /** Nobody has claimed it then, and nothing has failed. */
    private static void put(Session session, CaseNumber number, Instant at) {
        session.later(
                session.dialect()
                        .put(
                                "sagsflow_due",
                                "case_number",
                                "due_at",
                                "fence",
                                "claim_until",
                                "claim_void",
                                "failures",
                                "last_failure"),
                number.value(),
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    /** Finds the claim, and holds it, if nobody has taken the case since. */
    static Session.Question<Long> held(DueClaim claim) {
        return new Session.Question<>(
                Row::number,
                "SELECT fence FROM sagsflow_due WHERE case_number = ? AND fence = ? AND claim_until IS NOT NULL"
                        + " FOR UPDATE",
                claim.number().value(),
                claim.fence());
    }

    ImmutableList<CaseNumber> due(Session session, Instant now, int limit) throws SQLException {
        return session.all(
                Row::caseNumber,
                "SELECT case_number FROM sagsflow_due WHERE due_at <= ? ORDER BY due_at, case_number"
                        + " FETCH FIRST ? ROWS ONLY",
                now,
                limit);
    }

    ImmutableList<DueClaim> claim(Session session, Instant now, Duration length, int limit) throws SQLException {
        Lease told = Lease.of(now, length);
        Lease lease = leases.of(session, now, length);
        ImmutableList<DueClaim> claimed = session.dialect() == Dialect.POSTGRESQL
                ? claimSkipping(session, now, lease, limit)
                : claimWaiting(session, now, lease, limit);
        return claimed.stream()
                .map(claim -> new DueClaim(
                        claim.number(),
                        claim.due(),
                        claim.fence(),
                        claim.failures(),
                        claim.lastFailure(),
                        told.until()))
                .sorted(Comparator.comparing(DueClaim::due).thenComparing(DueClaim::number))
                .collect(ImmutableList.toImmutableList());
    }

    /** What is chosen is chosen once: joined as a subquery it may be looked for again for every row, and each time be another. */
    private static ImmutableList<DueClaim> claimSkipping(Session session, Instant now, Lease lease, int limit)
            throws SQLException {
        return session.all(
                row -> claim(row, lease),
                "WITH chosen AS MATERIALIZED (" + CHOSEN + " FOR UPDATE SKIP LOCKED) UPDATE sagsflow_due d"
                        + " SET fence = nextval('sagsflow_fence'), claim_until = ?, claim_void = ? FROM chosen"
                        + " WHERE d.case_number = chosen.case_number"
                        + " RETURNING d.case_number, d.due_at, d.fence, d.failures, d.last_failure",
                now,
                lease.from(),
                lease.from(),
                limit,
                lease.until(),
                Claims.voidBefore(lease));
    }

    /** H2 reads and locks all that is due if it is told to lock in order, so those are chosen first and then locked. */
    private static ImmutableList<DueClaim> claimWaiting(Session session, Instant now, Lease lease, int limit)
            throws SQLException {
        ImmutableList.Builder<DueClaim> claimed = ImmutableList.builder();
        for (String number : session.all(Row::text, CHOSEN, now, lease.from(), lease.from(), limit)) {
            if (isTaken(session, number, now, lease)) {
                claimed.addAll(session.all(
                        row -> claim(row, lease),
                        "SELECT case_number, due_at, fence, failures, last_failure FROM sagsflow_due"
                                + " WHERE case_number = ?",
                        number));
            }
        }
        return claimed.build();
    }

    private static boolean isTaken(Session session, String number, Instant now, Lease lease) throws SQLException {
        return session.count(
                        "UPDATE sagsflow_due SET fence = NEXT VALUE FOR sagsflow_fence, claim_until = ?, claim_void = ?"
                                + " WHERE case_number = ? AND due_at <= ? AND " + FREE,
                        lease.until(),
                        Claims.voidBefore(lease),
                        number,
                        now,
                        lease.from(),
                        lease.from())
                == 1;
    }

    private static DueClaim claim(Row row, Lease lease) throws SQLException {
        return new DueClaim(
                row.caseNumber(), row.instant(), row.number(), row.count(), row.optionalText(), lease.until());
    }

    void postpone(Session session, DueClaim claim, String failure, Instant until) {
        session.later(
                "UPDATE sagsflow_due SET due_at = ?, claim_until = NULL, claim_void = NULL, failures = failures + 1,"
                        + " last_failure = ? WHERE case_number = ? AND fence = ? AND claim_until IS NOT NULL",
                until,
                failure,
                claim.number().value(),
                claim.fence());
    }

    void release(Session session, DueClaim claim) {
        session.later(
                "UPDATE sagsflow_due SET claim_until = NULL, claim_void = NULL"
                        + " WHERE case_number = ? AND fence = ? AND claim_until IS NOT NULL",
                claim.number().value(),
                claim.fence());
    }

    ImmutableList<PostponedCase> postponed(Session session, int limit) throws SQLException {
        return session.all(
                row -> new PostponedCase(row.caseNumber(), row.count(), row.text(), row.instant()),
                "SELECT case_number, failures, last_failure, due_at FROM sagsflow_due WHERE last_failure IS NOT NULL"
                        + " ORDER BY due_at, case_number FETCH FIRST ? ROWS ONLY",
                limit);
    }

    void setAside(Session session, CaseNumber number, String reason) {
        put(session, number, Optional.empty(), true);
        session.later(
                "INSERT INTO sagsflow_aside (case_number, place, reason) VALUES (?, "
                        + session.dialect().next("sagsflow_place") + ", ?)",
                number.value(),
                reason);
    }

    boolean takeUp(Session session, CaseNumber number, Instant due) throws SQLException {
        boolean there = session.first(
                        Row::text,
                        "SELECT case_number FROM sagsflow_case WHERE case_number = ? FOR UPDATE",
                        number.value())
                .isPresent();
        put(session, number, Optional.of(due).filter(at -> there), true);
        return there;
    }
}
