package dk.sagsflow.jdbc.table;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.claim.LostClaimException;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.ParkedStep;
import dk.sagsflow.core.log.SubscriptionClaim;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.log.SubscriptionState;
import dk.sagsflow.jdbc.session.Claims;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far subscriptions have come, who works on them, and what they have parked. */
record SubscriptionTable(LogTable log, Leases leases) {
    private static final String FOLLOWING =
            "SELECT place, fence, claim_until, claim_void, failures, last_failure, delay_until, delay_void"
                    + " FROM sagsflow_subscription WHERE name = ?";

    private record Following(
            long place,
            Optional<Long> fence,
            Optional<Instant> claimUntil,
            Optional<Instant> claimVoid,
            int failures,
            Optional<String> lastFailure,
            Optional<Instant> delayUntil,
            Optional<Instant> delayVoid) {
        static Following of(Row row) throws SQLException {
            return new Following(
                    row.number(),
                    row.optionalNumber(),
                    row.optionalInstant(),
                    row.optionalInstant(),
                    row.count(),
                    row.optionalText(),
                    row.optionalInstant(),
                    row.optionalInstant());
        }

        boolean isHeld(Instant byLease, Instant now) {
            return claimUntil.isPresent()
                    ? Claims.inForce(claimVoid.orElse(Claims.EARLIEST), claimUntil.get(), byLease)
                    : delayUntil
                            .filter(until -> Claims.inForce(delayVoid.orElse(Claims.EARLIEST), until, now))
                            .isPresent();
        }

        /** A claim that ended without a word counts as a failed attempt. */
        Following lapsed() {
            return claimUntil.isEmpty()
                    ? this
                    : new Following(
                            place,
                            fence,
                            Optional.empty(),
                            Optional.empty(),
                            failures + 1,
                            Optional.of("nobody said until " + claimUntil.get() + " what became of it"),
                            Optional.empty(),
                            Optional.empty());
        }
    }

    private static Optional<Following> locked(Session session, SubscriptionName name) throws SQLException {
        return session.first(Following::of, FOLLOWING + " FOR UPDATE", name.value());
    }

    boolean begin(Session session, SubscriptionName name, long place, LogTable.Extent extent) throws SQLException {
        if (locked(session, name).isPresent()) {
            return false;
        }
        extent.checkKept(place);
        return session.count(
                        "INSERT INTO sagsflow_subscription (name, place, failures) VALUES (?, ?, 0)"
                                + session.dialect().unlessThere(),
                        name.value(),
                        place)
                == 1;
    }

    void moveTo(Session session, SubscriptionName name, long place) throws SQLException {
        int moved = session.count(
                "UPDATE sagsflow_subscription SET place = ?, claim_until = NULL, claim_void = NULL, failures = 0,"
                        + " last_failure = NULL, delay_until = NULL, delay_void = NULL WHERE name = ?",
                place,
                name.value());
        if (moved == 0) {
            throw new IllegalArgumentException("there is no subscription " + name + "; begin it first");
        }
    }

    boolean end(Session session, SubscriptionName name) throws SQLException {
        session.later("DELETE FROM sagsflow_parked WHERE name = ?", name.value());
        return session.count("DELETE FROM sagsflow_subscription WHERE name = ?", name.value()) == 1;
    }

    ImmutableList<SubscriptionState> all(Session session, LogTable.Extent extent) throws SQLException {
        return session.all(
                row -> state(row, extent),
                "SELECT s.name, s.place, (SELECT COUNT(*) FROM sagsflow_parked p WHERE p.name = s.name), s.failures,"
                        + " s.last_failure, s.delay_until FROM sagsflow_subscription s ORDER BY s.name");
    }

    private static SubscriptionState state(Row row, LogTable.Extent extent) throws SQLException {
        SubscriptionName name = SubscriptionName.of(row.text());
        LogPosition position = LogTable.position(row.number());
        return new SubscriptionState(
                name,
                position,
                Math.max(0, extent.last() - Math.max(extent.dropped(), Long.parseLong(position.value()))),
                row.count(),
                row.count(),
                row.optionalText(),
                row.optionalInstant());
    }

    Optional<SubscriptionClaim> claim(Session session, SubscriptionName name, Instant now, Duration length)
            throws SQLException {
        Lease told = Lease.of(now, length);
        Lease lease = leases.of(session, now, length);
        Optional<Following> found = locked(session, name)
                .filter(free -> !free.isHeld(lease.from(), now))
                .map(Following::lapsed);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Following free = found.get();
        long fence = fence(session, name, free, lease);
        return Optional.of(new SubscriptionClaim(
                name, LogTable.position(free.place()), fence, free.failures() + 1, free.lastFailure(), told.until()));
    }

    /** Of the claim that is put on it. */
    private static long fence(Session session, SubscriptionName name, Following free, Lease lease) throws SQLException {
        int unused = session.count(
                "UPDATE sagsflow_subscription SET fence = " + session.dialect().next("sagsflow_fence")
                        + ", claim_until = ?, claim_void = ?, failures = ?, last_failure = ?, delay_until = NULL,"
                        + " delay_void = NULL WHERE name = ?",
                lease.until(),
                Claims.voidBefore(lease),
                free.failures(),
                free.lastFailure(),
                name.value());
        return session.first(Following::of, FOLLOWING, name.value())
                .flatMap(Following::fence)
                .orElseThrow();
    }

    /** Nobody takes it until the transaction ends. */
    Optional<Long> heldPlace(Session session, SubscriptionClaim claim) throws SQLException {
        return locked(session, claim.name())
                .filter(found -> found.claimUntil().isPresent()
                        && found.fence().filter(fence -> fence == claim.fence()).isPresent())
                .map(Following::place);
    }

    private long checkHeld(Session session, SubscriptionClaim claim) throws SQLException {
        return heldPlace(session, claim).orElseThrow(() -> new LostClaimException("subscription " + claim.name()));
    }

    void handled(Session session, SubscriptionClaim claim, long place) throws SQLException {
        long unused = checkHeld(session, claim);
        at(session, claim.name(), place);
    }

    private static void at(Session session, SubscriptionName name, long place) {
        session.later(
                "UPDATE sagsflow_subscription SET place = ?, failures = 0, last_failure = NULL, delay_until = NULL,"
                        + " delay_void = NULL WHERE name = ?",
                place,
                name.value());
    }

    void failed(Session session, SubscriptionClaim claim, String failure, Lease delay) throws SQLException {
        if (heldPlace(session, claim).isPresent()) {
            session.later(
                    "UPDATE sagsflow_subscription SET claim_until = NULL, claim_void = NULL, failures = failures + 1,"
                            + " last_failure = ?, delay_until = ?, delay_void = ? WHERE name = ?",
                    failure,
                    delay.until(),
                    Claims.voidBefore(delay),
                    claim.name().value());
        }
    }

    void release(Session session, SubscriptionClaim claim) throws SQLException {
        if (heldPlace(session, claim).isPresent()) {
            session.later(
                    "UPDATE sagsflow_subscription SET claim_until = NULL, claim_void = NULL WHERE name = ?",
                    claim.name().value());
        }
    }

    void park(Session session, SubscriptionClaim claim, long place, String reason, Instant now) throws SQLException {
        long reached = checkHeld(session, claim);
        String name = claim.name().value();
        session.later("DELETE FROM sagsflow_parked WHERE name = ? AND place = ?", name, place);
        session.later(
                "INSERT INTO sagsflow_parked (name, place, reason, since, revived) VALUES (?, ?, ?, ?, FALSE)",
                name,
                place,
                reason,
                now);
        if (place > reached) {
            at(session, claim.name(), place);
        }
    }

    void unpark(Session session, SubscriptionClaim claim, long place) throws SQLException {
        long unused = checkHeld(session, claim);
        boolean unusedToo = drop(session, claim.name(), place);
    }

    ImmutableList<ParkedStep> parked(Session session, SubscriptionName name, int limit) throws SQLException {
        return parked(session, name, limit, "");
    }

    ImmutableList<ParkedStep> revived(Session session, SubscriptionName name, int limit) throws SQLException {
        return parked(session, name, limit, " AND revived = TRUE");
    }

    private ImmutableList<ParkedStep> parked(Session session, SubscriptionName name, int limit, String which)
            throws SQLException {
        ImmutableList.Builder<ParkedStep> parked = ImmutableList.builder();
        for (Parked each : session.all(
                row -> new Parked(row.number(), row.text(), row.instant(), row.yes()),
                "SELECT place, reason, since, revived FROM sagsflow_parked WHERE name = ?" + which
                        + " ORDER BY place FETCH FIRST ? ROWS ONLY",
                name.value(),
                limit)) {
            parked.add(new ParkedStep(log.step(session, each.place()), each.reason(), each.since(), each.revived()));
        }
        return parked.build();
    }

    private record Parked(long place, String reason, Instant since, boolean revived) {}

    boolean revive(Session session, SubscriptionName name, long place) throws SQLException {
        return session.count(
                        "UPDATE sagsflow_parked SET revived = TRUE WHERE name = ? AND place = ?", name.value(), place)
                == 1;
    }

    boolean drop(Session session, SubscriptionName name, long place) throws SQLException {
        return session.count("DELETE FROM sagsflow_parked WHERE name = ? AND place = ?", name.value(), place) == 1;
    }

    /** What was said about a case that is erased now may name people. */
    void forget(Session session, CaseNumber number) {
        session.later(
                "UPDATE sagsflow_parked SET reason = ? WHERE place IN (SELECT s.place FROM sagsflow_step s"
                        + " JOIN sagsflow_event e ON e.step = s.id WHERE e.case_number = ?)",
                PersonalData.TEXT,
                number.value());
        session.later(
                "UPDATE sagsflow_subscription SET last_failure = ? WHERE last_failure IS NOT NULL", PersonalData.TEXT);
    }

    /** The place of the first step that must not be dropped. */
    long firstNeeded(Session session) throws SQLException {
        return session.first(
                        Row::optionalNumber,
                        "SELECT MIN(needed) FROM (SELECT place + 1 AS needed FROM sagsflow_subscription"
                                + " UNION ALL SELECT place AS needed FROM sagsflow_parked) all_needed")
                .flatMap(needed -> needed)
                .orElse(Long.MAX_VALUE);
    }
}
