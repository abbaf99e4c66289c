package dk.sagsflow.jdbc.table;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LogSubscriptions;
import dk.sagsflow.core.log.ParkedStep;
import dk.sagsflow.core.log.SubscriptionClaim;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.log.SubscriptionState;
import dk.sagsflow.jdbc.session.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Subscriptions to the log in tables. Safe for use by many threads. */
record JdbcSubscriptions(Transactions transactions, StoreParts parts) implements LogSubscriptions {
    private SubscriptionTable table() {
        return parts.subscriptions();
    }

    private long placeOf(LogPosition position) {
        requireNonNull(position, "position");
        return parts.log().extent(transactions).placeOf(position);
    }

    @Override
    public boolean begin(SubscriptionName name, LogPosition from) {
        requireNonNull(name, "name");
        long place = placeOf(from);
        return transactions.result(session -> {
            // Nothing is dropped meanwhile that it is to be handed.
            LogTable.Extent extent = parts.log().lock(session);
            return table().begin(session, name, place, extent);
        });
    }

    @Override
    public void moveTo(SubscriptionName name, LogPosition position) {
        requireNonNull(name, "name");
        long place = placeOf(position);
        transactions.run(session -> {
            LogTable.Extent extent = parts.log().lock(session);
            extent.checkKept(place);
            table().moveTo(session, name, place);
        });
    }

    @Override
    public boolean end(SubscriptionName name) {
        requireNonNull(name, "name");
        return transactions.result(session -> table().end(session, name));
    }

    @Override
    public ImmutableList<SubscriptionState> all() {
        LogTable.Extent extent = parts.log().extent(transactions);
        return transactions.read(session -> table().all(session, extent));
    }

    @Override
    public Optional<SubscriptionClaim> claim(SubscriptionName name, Instant now, Duration lease) {
        requireNonNull(name, "name");
        Lease valid = Lease.of(now, lease);
        return transactions.result(session -> table().claim(session, name, valid.from(), lease));
    }

    @Override
    public void handled(SubscriptionClaim claim, LogPosition upTo) {
        requireNonNull(claim, "claim");
        long place = placeOf(upTo);
        transactions.run(session -> table().handled(session, claim, place));
    }

    @Override
    public void failed(SubscriptionClaim claim, String failure, Instant now, Instant until) {
        requireNonNull(claim, "claim");
        requireNonNull(failure, "failure");
        Lease delay = new Lease(now, until);
        transactions.run(session -> table().failed(session, claim, failure, delay));
    }

    @Override
    public void release(SubscriptionClaim claim) {
        requireNonNull(claim, "claim");
        transactions.run(session -> table().release(session, claim));
    }

    @Override
    public void park(SubscriptionClaim claim, LogPosition step, String reason, Instant now) {
        requireNonNull(claim, "claim");
        requireNonNull(reason, "reason");
        requireNonNull(now, "now");
        long place = placeOf(step);
        transactions.run(session -> table().park(session, claim, place, reason, now));
    }

    @Override
    public void unpark(SubscriptionClaim claim, LogPosition step) {
        requireNonNull(claim, "claim");
        long place = placeOf(step);
        transactions.run(session -> table().unpark(session, claim, place));
    }

    @Override
    public ImmutableList<ParkedStep> parked(SubscriptionName name, int limit) {
        requireNonNull(name, "name");
        return transactions.read(session -> table().parked(session, name, limit));
    }

    @Override
    public ImmutableList<ParkedStep> revived(SubscriptionName name, int limit) {
        requireNonNull(name, "name");
        return transactions.read(session -> table().revived(session, name, limit));
    }

    @Override
    public boolean revive(SubscriptionName name, LogPosition step) {
        requireNonNull(name, "name");
        long place = placeOf(step);
        return transactions.result(session -> table().revive(session, name, place));
    }

    @Override
    public boolean drop(SubscriptionName name, LogPosition step) {
        requireNonNull(name, "name");
        long place = placeOf(step);
        return transactions.result(session -> table().drop(session, name, place));
    }
}
