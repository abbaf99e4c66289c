package dk.sagsflow.core.notification;

import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;

/**
 * Subscriptions that people can change. Who has not said anything about a kind is told nothing as a customer, and at once
 * as a member of the organisation. Implementations are safe for use by many threads.
 */
public interface SubscriptionRegister extends Subscriptions {
    /** From now on this is what the customer wants of this kind. */
    void subscribe(CustomerId customer, Notification.Kind kind, Wish wish);

    /** From now on this is what the member of the organisation wants of this kind. */
    void subscribe(ActorId actor, Notification.Kind kind, Wish wish);
}
