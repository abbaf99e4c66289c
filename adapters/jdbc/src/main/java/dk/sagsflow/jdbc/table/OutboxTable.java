package dk.sagsflow.jdbc.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.Lane;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.OutgoingMessage;
import dk.sagsflow.core.notification.QueuedMessage;
import dk.sagsflow.core.notification.Withdrawal;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.jdbc.session.Claims;
import dk.sagsflow.jdbc.session.Dialect;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What waits to be sent, and what was given up. A lane that somebody has claimed has a row of its own, and what the claim
 * gave out bears its fence. Whoever claims holds a lock of all lanes while choosing.
 */
record OutboxTable(Leases leases) {
    private static final int WAITING = 0;
    private static final int DEAD = 1;

    /** What is held no longer, by three times the instant that it is. */
    private static final String READY =
            "(%1$s.held_until <= ? OR (%1$s.delay_void > ? AND (%1$s.not_before IS NULL OR %1$s.not_before <= ?)))";

    /** Of a digest, what has been ready longest is its first. */
    private static final String FIRST_OF_OPEN_LANES =
            "SELECT m.lane, m.place, m.in_digest FROM sagsflow_message m WHERE m.state = 0 AND "
                    + READY.formatted("m")
                    + " AND NOT EXISTS (SELECT 1 FROM sagsflow_lane_claim c WHERE c.lane = m.lane)"
                    + " AND NOT EXISTS (SELECT 1 FROM sagsflow_message e WHERE e.lane = m.lane AND e.state = 0"
                    + " AND ((NOT m.in_digest AND e.place < m.place) OR (m.in_digest AND (e.ready_from < m.ready_from"
                    + " OR (e.ready_from = m.ready_from AND e.place < m.place)) AND "
                    + READY.formatted("e")
                    + ")))"
                    + " ORDER BY m.state, m.ready_from, m.place FETCH FIRST ? ROWS ONLY";

    private static final String END_CLAIM_WITHOUT_MESSAGES =
            "DELETE FROM sagsflow_lane_claim WHERE lane = ? AND NOT EXISTS"
                    + " (SELECT 1 FROM sagsflow_message m WHERE m.lane = sagsflow_lane_claim.lane"
                    + " AND m.given_fence IS NOT NULL)";
    private static final String END_CLAIM = "DELETE FROM sagsflow_lane_claim WHERE lane = ?";
    private static final String FAILED =
            "UPDATE sagsflow_message SET given_fence = NULL, attempts = attempts + 1, last_failure = ?, delay_void = ?,"
                    + " held_until = ?, ready_from = ? WHERE id = ?";

    /** A digest fails as a whole, with the words of all that is in it. */
    private static final String DIGESTS_SAY_NOTHING =
            "UPDATE sagsflow_message SET last_failure = ? WHERE in_digest = TRUE AND last_failure <> ?";

    private record Open(String lane, long place, boolean inDigest) {}

    void add(Session session, CaseStep step) throws SQLException {
        List<OutgoingMessage> messages =
                ImmutableList.copyOf(Iterables.concat(step.notifications(), step.hostMessages()));
        if (messages.isEmpty()) {
            return;
        }
        Set<String> there = session.dialect() == Dialect.H2 ? stored(session, messages) : new HashSet<>();
        for (OutgoingMessage message : messages) {
            if (there.add(message.id().value())) {
                session.later(MessageRow.insert(session.dialect()), MessageRow.values(message));
            }
        }
    }

    private static Set<String> stored(Session session, List<OutgoingMessage> messages) throws SQLException {
        List<String> ids =
                messages.stream().map(message -> message.id().value()).toList();
        return new HashSet<>(session.all(
                Row::text,
                "SELECT id FROM sagsflow_message WHERE id IN " + Session.places(ids.size()),
                Session.filled(ids)));
    }

    void forget(Session session, CaseNumber number) throws SQLException {
        ImmutableList<String> lanes =
                session.all(Row::text, "SELECT DISTINCT lane FROM sagsflow_message WHERE about = ?", number.value());
        session.later("DELETE FROM sagsflow_message WHERE about = ?", number.value());
        lanes.forEach(lane -> session.later(END_CLAIM_WITHOUT_MESSAGES, lane));
        session.later(DIGESTS_SAY_NOTHING, PersonalData.TEXT, PersonalData.TEXT);
    }

    void withdraw(Session session, Withdrawal withdrawal) throws SQLException {
        for (Known known : session.all(
                row -> new Known(MessageId.of(row.text()), row.text()),
                "SELECT id, lane FROM sagsflow_message WHERE about = ?",
                withdrawal.about().value())) {
            if (withdrawal.covers(known.id())) {
                session.later(
                        "DELETE FROM sagsflow_message WHERE id = ?", known.id().value());
                session.later(END_CLAIM_WITHOUT_MESSAGES, known.lane());
            }
        }
    }

    private record Known(MessageId id, String lane) {}

    ImmutableList<ClaimedLane> claim(Session session, Instant now, Duration length, Most most) throws SQLException {
        ImmutableList<String> unused =
                session.all(Row::text, "SELECT name FROM sagsflow_lock WHERE name = 'lanes' FOR UPDATE");
        Lease told = Lease.of(now, length);
        Lease lease = leases.of(session, now, length);
        letGo(session, lease.from());
        ImmutableList.Builder<ClaimedLane> claimed = ImmutableList.builder();
        for (Open open : open(session, now, most.lanes())) {
            claimed.add(claim(
                    session,
                    open,
                    lease,
                    new Given(Session.kept(now), told.until(), open.inDigest() ? most.digest() : 1)));
        }
        return claimed.build();
    }

    private static ImmutableList<Open> open(Session session, Instant now, int lanes) throws SQLException {
        return session.all(
                row -> new Open(row.text(), row.number(), row.yes()),
                FIRST_OF_OPEN_LANES,
                now,
                now,
                now,
                now,
                now,
                now,
                lanes);
    }

    /**
     * How much is given out at most.
     *
     * @param lanes how many lanes
     * @param digest how many messages of one digest
     */
    record Most(int lanes, int digest) {}

    private record Given(Instant now, Instant until, int most) {}

    private static ClaimedLane claim(Session session, Open open, Lease lease, Given given) throws SQLException {
        long fence = fence(session, open, lease);
        ImmutableList.Builder<QueuedMessage> messages = ImmutableList.builder();
        for (MessageRow row : ready(session, open, given)) {
            session.later(
                    "UPDATE sagsflow_message SET given_fence = ? WHERE id = ?",
                    fence,
                    row.message().id().value());
            messages.add(new QueuedMessage(row.message(), row.attempts() + 1, row.lastFailure()));
        }
        return new ClaimedLane(new Lane(open.lane()), fence, given.until(), messages.build());
    }

    /** Of the claim that is put on the lane. */
    private static long fence(Session session, Open open, Lease lease) throws SQLException {
        int unused = session.count(
                "INSERT INTO sagsflow_lane_claim (lane, fence, claim_until, claim_void) VALUES (?, "
                        + session.dialect().next("sagsflow_fence") + ", ?, ?)",
                open.lane(),
                lease.until(),
                Claims.voidBefore(lease));
        return session.first(Row::number, "SELECT fence FROM sagsflow_lane_claim WHERE lane = ?", open.lane())
                .orElseThrow();
    }

    private static ImmutableList<MessageRow> ready(Session session, Open open, Given given) throws SQLException {
        return session.all(
                MessageRow::of,
                "SELECT " + MessageRow.COLUMNS + " FROM sagsflow_message m WHERE m.lane = ? AND m.state = 0 AND "
                        + READY.formatted("m") + " ORDER BY m.place FETCH FIRST ? ROWS ONLY",
                open.lane(),
                given.now(),
                given.now(),
                given.now(),
                given.most());
    }

    /** Ends the claims that have ended by themselves: nobody said what became of what they gave out. */
    private static void letGo(Session session, Instant now) throws SQLException {
        for (Ended ended : session.all(
                row -> new Ended(row.text(), row.instant()),
                "SELECT lane, claim_until FROM sagsflow_lane_claim WHERE claim_until <= ? OR claim_void > ?"
                        + " ORDER BY lane FOR UPDATE",
                now,
                now)) {
            fail(session, ended.lane(), "nobody said until " + ended.until() + " what became of it", Optional.empty());
        }
        session.flush();
    }

    private record Ended(String lane, Instant until) {}

    private static void fail(Session session, String lane, String failure, Optional<Lease> delay) throws SQLException {
        for (MessageRow row : given(session, lane)) {
            MessageRow.Times times = MessageRow.times(row.message(), delay);
            session.later(
                    FAILED,
                    failure,
                    times.delayVoid(),
                    times.heldUntil(),
                    times.readyFrom(),
                    row.message().id().value());
        }
        session.later(END_CLAIM, lane);
    }

    private static ImmutableList<MessageRow> given(Session session, String lane) throws SQLException {
        return session.all(
                MessageRow::of,
                "SELECT " + MessageRow.COLUMNS
                        + " FROM sagsflow_message WHERE lane = ? AND state = 0 AND given_fence IS NOT NULL ORDER BY"
                        + " place",
                lane);
    }

    private static boolean isHeld(Session session, ClaimedLane claimed) throws SQLException {
        return session.first(
                        Row::number,
                        "SELECT fence FROM sagsflow_lane_claim WHERE lane = ? AND fence = ? FOR UPDATE",
                        claimed.lane().value(),
                        claimed.fence())
                .isPresent();
    }

    void sent(Session session, Collection<MessageId> ids) throws SQLException {
        for (MessageId id : ids) {
            Optional<String> lane =
                    session.first(Row::text, "SELECT lane FROM sagsflow_message WHERE id = ?", id.value());
            session.later("DELETE FROM sagsflow_message WHERE id = ?", id.value());
            lane.ifPresent(emptied -> session.later(END_CLAIM_WITHOUT_MESSAGES, emptied));
        }
    }

    void postpone(Session session, ClaimedLane claimed, String failure, Lease delay) throws SQLException {
        if (isHeld(session, claimed)) {
            fail(session, claimed.lane().value(), failure, Optional.of(delay));
        }
    }

    void release(Session session, ClaimedLane claimed) throws SQLException {
        if (isHeld(session, claimed)) {
            session.later(
                    "UPDATE sagsflow_message SET given_fence = NULL WHERE lane = ? AND given_fence IS NOT NULL",
                    claimed.lane().value());
            session.later(END_CLAIM, claimed.lane().value());
        }
    }

    void bury(Session session, ClaimedLane claimed, Collection<MessageId> ids, Death death) throws SQLException {
        if (!isHeld(session, claimed)) {
            return;
        }
        for (MessageId id : ids) {
            session.later(
                    "UPDATE sagsflow_message SET state = 1, given_fence = NULL, attempts = attempts + 1, last_failure"
                            + " = ?, delay_void = NULL, dead_since = ?, dead_place = "
                            + session.dialect().next("sagsflow_place")
                            + " WHERE id = ? AND lane = ? AND state = 0 AND given_fence IS NOT NULL",
                    death.failure(),
                    death.at(),
                    id.value(),
                    claimed.lane().value());
        }
        session.later(END_CLAIM_WITHOUT_MESSAGES, claimed.lane().value());
    }

    /**
     * Why something is given up.
     *
     * @param at when
     */
    record Death(String failure, Instant at) {}

    ImmutableList<DeadLetter> deadLetters(Session session, int limit) throws SQLException {
        return session.all(
                OutboxTable::dead,
                "SELECT " + MessageRow.COLUMNS
                        + ", dead_since FROM sagsflow_message WHERE state = 1 ORDER BY dead_place FETCH FIRST ? ROWS"
                        + " ONLY",
                limit);
    }

    private static DeadLetter dead(Row row) throws SQLException {
        MessageRow message = MessageRow.of(row);
        return new DeadLetter(
                message.message(), message.attempts(), message.lastFailure().orElse(""), row.instant());
    }

    boolean revive(Session session, MessageId id) throws SQLException {
        Optional<MessageRow> dead = find(session, id, DEAD);
        if (dead.isPresent()) {
            MessageRow.Times times = MessageRow.times(dead.get().message(), Optional.empty());
            session.later(
                    "UPDATE sagsflow_message SET state = 0, attempts = 0, last_failure = NULL, dead_place = NULL,"
                            + " dead_since = NULL, delay_void = NULL, held_until = ?, ready_from = ? WHERE id = ?",
                    times.heldUntil(),
                    times.readyFrom(),
                    id.value());
        }
        return dead.isPresent();
    }

    private static Optional<MessageRow> find(Session session, MessageId id, int state) throws SQLException {
        return session.first(
                MessageRow::of,
                "SELECT " + MessageRow.COLUMNS + " FROM sagsflow_message WHERE id = ? AND state = ? FOR UPDATE",
                id.value(),
                state);
    }

    boolean drop(Session session, MessageId id) throws SQLException {
        return session.count("DELETE FROM sagsflow_message WHERE id = ? AND state = ?", id.value(), DEAD) == 1;
    }

    ImmutableList<OutgoingMessage> waiting(Session session, int limit) throws SQLException {
        return session.all(
                row -> MessageRow.of(row).message(),
                "SELECT " + MessageRow.COLUMNS
                        + " FROM sagsflow_message WHERE state = ? ORDER BY state, place FETCH FIRST ? ROWS ONLY",
                WAITING,
                limit);
    }
}
