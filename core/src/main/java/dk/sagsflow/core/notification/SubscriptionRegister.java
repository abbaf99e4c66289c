package dk.sagsflow.core.notification;

import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;

/**
 * Subscriptions that people can change. Who has not said anything about a kind is told nothing as a customer, at once
 * as a member of the organisation, and what the model says as a group. Implementations are safe for use by many threads.
 */
public interface SubscriptionRegister extends Subscriptions {
    /** From now on this is what the customer wants of this kind. */
    void subscribe(CustomerId customer, Notification.Kind kind, Wish wish);

    /** From now on this is what the member of the organisation wants of this kind. */
    void subscribe(ActorId actor, Notification.Kind kind, Wish wish);

    /** From now on this is what the group wants of this kind, whatever the model says. */
    void subscribe(GroupId group, Notification.Kind kind, Wish wish);

    /** Drops all that is kept of the customer, who has then said nothing. */
    @Override
    void forget(CustomerId customer);
}
