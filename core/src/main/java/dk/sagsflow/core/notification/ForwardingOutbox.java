package dk.sagsflow.core.notification;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * An outbox that hands everything on to another. A method that is added to {@link Outbox} later is handed on as well. As safe
 * for use by many threads as the other.
 */
public abstract class ForwardingOutbox implements Outbox {
    private final Outbox other;

    /** Hands everything on to this outbox. */
    protected ForwardingOutbox(Outbox other) {
        this.other = requireNonNull(other, "other");
    }

    /** The outbox that everything is handed on to. */
    protected Outbox other() {
        return other;
    }

    @Override
    public ImmutableList<ClaimedLane> claim(Instant now, Duration lease, int lanes, int largestDigest) {
        return other().claim(now, lease, lanes, largestDigest);
    }

    @Override
    public void sent(ClaimedLane claimed, Collection<MessageId> ids) {
        other().sent(claimed, ids);
    }

    @Override
    public void postpone(ClaimedLane claimed, String failure, Instant now, Instant until) {
        other().postpone(claimed, failure, now, until);
    }

    @Override
    public void release(ClaimedLane claimed) {
        other().release(claimed);
    }

    @Override
    public void bury(ClaimedLane claimed, Collection<MessageId> ids, String failure, Instant now) {
        other().bury(claimed, ids, failure, now);
    }

    @Override
    public ImmutableList<DeadLetter> deadLetters(int limit) {
        return other().deadLetters(limit);
    }

    @Override
    public boolean revive(MessageId id) {
        return other().revive(id);
    }

    @Override
    public boolean drop(MessageId id) {
        return other().drop(id);
    }

    @Override
    public ImmutableList<OutgoingMessage> waiting(int limit) {
        return other().waiting(limit);
    }
}
