package dk.sagsflow.routing.notice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.routing.operation.DigestSchedule;
import java.util.Optional;

/** Whether and when people want to be told by mail. */
final class Wishes {
    private final Subscriptions subscriptions;
    private final DigestSchedule digest;
    private final ImmutableMap<Notification.Kind, Subscriptions.Wish> groups;

    /**
     * The wishes of those who subscribe, and when digests go out.
     *
     * @param groups what groups are told that have not said anything
     */
    Wishes(
            Subscriptions subscriptions,
            DigestSchedule digest,
            ImmutableMap<Notification.Kind, Subscriptions.Wish> groups) {
        this.groups = requireNonNull(groups, "groups");
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

    /** A group that has not said anything is told what the model says. */
    Optional<Notification> of(GroupId group, Notification notification) {
        Notification.Kind kind = notification.kind();
        return asWished(
                subscriptions
                        .wish(group, kind)
                        .orElseGet(() -> Optional.ofNullable(groups.get(kind)).orElse(Subscriptions.Wish.NOT_AT_ALL)),
                notification);
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
