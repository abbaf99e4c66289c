package dk.sagsflow.core.memory;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.notification.OutgoingMessage;
import dk.sagsflow.core.notification.Withdrawal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Keeps {@link Lanes}; a transaction that is rolled back gets those back that it found. */
public final class MemoryOutbox implements Outbox {
    private final Journal journal;
    private Lanes lanes = new Lanes();
    /** The transaction that found other lanes than these are. */
    private long copiedFor;

    /** An outbox of the store that has this journal. */
    public MemoryOutbox(Journal journal) {
        this.journal = journal;
    }

    /** Stores this, unless it is there. */
    public void add(OutgoingMessage message) {
        requireNonNull(message, "message");
        changing(all -> all.add(message));
    }

    /** Forgets everything about a case, dead or alive. */
    public void forget(CaseNumber number) {
        requireNonNull(number, "number");
        changing(all -> all.forget(number));
    }

    /** Forgets these, dead or alive. */
    public void withdraw(Withdrawal withdrawal) {
        requireNonNull(withdrawal, "withdrawal");
        changing(all -> all.withdraw(withdrawal));
    }

    private void changing(Consumer<Lanes> change) {
        journal.locking(() -> {
            keepForRollback();
            change.accept(lanes);
        });
    }

    private <T> T changed(Function<Lanes, T> change) {
        return journal.locked(() -> {
            keepForRollback();
            return change.apply(lanes);
        });
    }

    private void keepForRollback() {
        long transaction = journal.transaction();
        if (transaction != 0 && transaction != copiedFor) {
            Lanes found = lanes;
            lanes = found.copy();
            copiedFor = transaction;
            journal.undoBy(() -> lanes = found);
        }
    }

    @Override
    public ImmutableList<ClaimedLane> claim(Instant now, Duration lease, int most, int largestDigest) {
        checkArgument(largestDigest >= 1, "largest digest is %s, not 1 or more", largestDigest);
        Lease until = Lease.of(now, lease);
        return changed(all -> all.claim(until, most, largestDigest));
    }

    @Override
    public void sent(ClaimedLane claimed, Collection<MessageId> ids) {
        requireNonNull(claimed, "claimed");
        List<MessageId> all = List.copyOf(ids);
        changing(lanesNow -> all.forEach(lanesNow::sent));
    }

    @Override
    public void postpone(ClaimedLane claimed, String failure, Instant now, Instant until) {
        requireNonNull(claimed, "claimed");
        requireNonNull(failure, "failure");
        Optional<Lease> delay = Optional.of(new Lease(now, until));
        changing(all -> all.ifHeld(claimed, lane -> lane.endClaim(entry -> entry.failed(failure, delay))));
    }

    @Override
    public void release(ClaimedLane claimed) {
        requireNonNull(claimed, "claimed");
        changing(all -> all.ifHeld(claimed, lane -> lane.endClaim(entry -> entry)));
    }

    @Override
    public void bury(ClaimedLane claimed, Collection<MessageId> ids, String failure, Instant now) {
        requireNonNull(claimed, "claimed");
        List<MessageId> all = List.copyOf(ids);
        requireNonNull(failure, "failure");
        requireNonNull(now, "now");
        changing(lanesNow -> lanesNow.bury(claimed, all, new Lanes.Failed(failure, now)));
    }

    @Override
    public ImmutableList<DeadLetter> deadLetters(int limit) {
        return journal.locked(() -> lanes.deadLetters(limit));
    }

    @Override
    public boolean revive(MessageId id) {
        requireNonNull(id, "id");
        return changed(all -> all.revive(id));
    }

    @Override
    public boolean drop(MessageId id) {
        requireNonNull(id, "id");
        return changed(all -> all.drop(id));
    }

    @Override
    public ImmutableList<OutgoingMessage> waiting(int limit) {
        return journal.locked(() -> lanes.waiting(limit));
    }
}
