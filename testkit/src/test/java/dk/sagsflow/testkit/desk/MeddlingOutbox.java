package dk.sagsflow.testkit.desk;

import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.ForwardingOutbox;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Outbox;
import java.util.Collection;

/** An outbox where something happens between the steps of whoever uses it. */
class MeddlingOutbox extends ForwardingOutbox {
    MeddlingOutbox(Outbox outbox) {
        super(outbox);
    }

    /** Happens before a notification is taken off the list; may throw. */
    void beforeSent() {}

    @Override
    public void sent(ClaimedLane claimed, Collection<MessageId> ids) {
        beforeSent();
        super.sent(claimed, ids);
    }
}
