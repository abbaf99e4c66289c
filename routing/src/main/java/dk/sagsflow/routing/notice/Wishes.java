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
import java.util.function.Supplier;

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

    /** A customer without access to the helpdesk is told everything at once (R20). What nobody wishes is not written. */
    Optional<Notification> of(Customer customer, Notification.Kind kind, Supplier<Notification> written) {
        return customer.helpdeskAccess()
                ? asWished(subscriptions.wish(customer.id(), kind), written)
                : Optional.of(written.get());
    }

    Optional<Notification> of(ActorId reader, Notification.Kind kind, Supplier<Notification> written) {
        return asWished(subscriptions.wish(reader, kind), written);
    }

    /** A group that has not said anything is told what the model says. */
    Optional<Notification> of(GroupId group, Notification.Kind kind, Supplier<Notification> written) {
        return asWished(
                subscriptions
                        .wish(group, kind)
                        .orElseGet(() -> Optional.ofNullable(groups.get(kind)).orElse(Subscriptions.Wish.NOT_AT_ALL)),
                written);
    }

    private Optional<Notification> asWished(Subscriptions.Wish wish, Supplier<Notification> written) {
        return switch (wish) {
            case AT_ONCE -> Optional.of(written.get());
            case IN_DIGEST -> {
                Notification told = written.get();
                yield Optional.of(digest.next(told.at()).map(told::inDigestAt).orElse(told));
            }
            case NOT_AT_ALL -> Optional.empty();
        };
    }
}
