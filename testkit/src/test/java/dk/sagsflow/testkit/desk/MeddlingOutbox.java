package dk.sagsflow.testkit.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.notification.ClaimedNotification;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Outbox;
import java.time.Duration;
import java.time.Instant;

/** An outbox where something happens between the steps of whoever uses it. */
class MeddlingOutbox implements Outbox {
    private final Outbox outbox;

    MeddlingOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Happens before a notification is taken off the list; may throw. */
    void beforeSent() {}

    @Override
    public ImmutableList<ClaimedNotification> claim(Instant now, Duration lease, int limit) {
        return outbox.claim(now, lease, limit);
    }

    @Override
    public void sent(ClaimedNotification claimed) {
        beforeSent();
        outbox.sent(claimed);
    }

    @Override
    public void postpone(ClaimedNotification claimed, String failure, Instant now, Instant until) {
        outbox.postpone(claimed, failure, now, until);
    }

    @Override
    public void release(ClaimedNotification claimed) {
        outbox.release(claimed);
    }

    @Override
    public void bury(ClaimedNotification claimed, String failure, Instant now) {
        outbox.bury(claimed, failure, now);
    }

    @Override
    public ImmutableList<DeadLetter> deadLetters(int limit) {
        return outbox.deadLetters(limit);
    }

    @Override
    public boolean revive(Notification.Id id) {
        return outbox.revive(id);
    }

    @Override
    public boolean drop(Notification.Id id) {
        return outbox.drop(id);
    }

    @Override
    public ImmutableList<Notification> waiting(int limit) {
        return outbox.waiting(limit);
    }
}
