package dk.sagsflow.jdbc.table;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.notification.OutgoingMessage;
import dk.sagsflow.jdbc.session.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The outbox in tables. Safe for use by many threads. */
record JdbcOutbox(Transactions transactions, OutboxTable table) implements Outbox {
    @Override
    public ImmutableList<ClaimedLane> claim(Instant now, Duration lease, int lanes, int largestDigest) {
        checkArgument(largestDigest >= 1, "largest digest is %s, not 1 or more", largestDigest);
        Lease valid = Lease.of(now, lease);
        return transactions.result(
                session -> table.claim(session, valid.from(), lease, new OutboxTable.Most(lanes, largestDigest)));
    }

    @Override
    public void sent(ClaimedLane claimed, Collection<MessageId> ids) {
        requireNonNull(claimed, "claimed");
        List<MessageId> all = List.copyOf(ids);
        transactions.run(session -> table.sent(session, all));
    }

    @Override
    public void postpone(ClaimedLane claimed, String failure, Instant now, Instant until) {
        requireNonNull(claimed, "claimed");
        requireNonNull(failure, "failure");
        Lease delay = new Lease(now, until);
        transactions.run(session -> table.postpone(session, claimed, failure, delay));
    }

    @Override
    public void release(ClaimedLane claimed) {
        requireNonNull(claimed, "claimed");
        transactions.run(session -> table.release(session, claimed));
    }

    @Override
    public void bury(ClaimedLane claimed, Collection<MessageId> ids, String failure, Instant now) {
        requireNonNull(claimed, "claimed");
        List<MessageId> all = List.copyOf(ids);
        OutboxTable.Death death = new OutboxTable.Death(requireNonNull(failure, "failure"), requireNonNull(now, "now"));
        transactions.run(session -> table.bury(session, claimed, all, death));
    }

    @Override
    public ImmutableList<DeadLetter> deadLetters(int limit) {
        return transactions.read(session -> table.deadLetters(session, limit));
    }

    @Override
    public boolean revive(MessageId id) {
        requireNonNull(id, "id");
        return transactions.result(session -> table.revive(session, id));
    }

    @Override
    public boolean drop(MessageId id) {
        requireNonNull(id, "id");
        return transactions.result(session -> table.drop(session, id));
    }

    @Override
    public ImmutableList<OutgoingMessage> waiting(int limit) {
        return transactions.read(session -> table.waiting(session, limit));
    }
}
