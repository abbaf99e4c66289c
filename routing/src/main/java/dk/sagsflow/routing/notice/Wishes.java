package dk.sagsflow.routing.notice;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.routing.operation.DigestSchedule;
import java.util.Optional;

/** Whether and when people want to be told by mail. */
public final class Wishes {
    private final Subscriptions subscriptions;
    private final DigestSchedule digest;

    /** The wishes of those who subscribe, and when digests go out. */
    public Wishes(Subscriptions subscriptions, DigestSchedule digest) {
        this.subscriptions = requireNonNull(subscriptions, "subscriptions");
        this.digest = requireNonNull(digest, "digest");
    }

    /** A customer without access to the helpdesk is told everything at once (R20). */
    Optional<Notification> of(Customer customer, Notification notification) {
        return customer.helpdeskAccess()
                ? asWished(subscriptions.wish(customer.id(), notification.kind()), notification)
                : Optional.of(notification);
    }

    Optional<Notification> of(ActorId reader, Notification notification) {
        return asWished(subscriptions.wish(reader, notification.kind()), notification);
    }

    private Optional<Notification> asWished(Subscriptions.Wish wish, Notification notification) {
        return switch (wish) {
            case AT_ONCE -> Optional.of(notification);
            case IN_DIGEST ->
                digest.next(notification.at()).map(notification::inDigestAt).or(() -> Optional.of(notification));
            case NOT_AT_ALL -> Optional.empty();
        };
    }
}
