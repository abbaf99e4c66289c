package dk.sagsflow.core.notification;

import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import java.util.Optional;

/**
 * What people who can look into the helpdesk want to be told by mail as well (R19, R22). Customers without access are told
 * everything (R20) and are not asked about. Called on the thread of whoever changes a case, for each notification, so
 * implementations are quick or cache; what they throw reaches the caller and leaves the case unchanged. Implementations
 * answer for everybody, unknown people too, and are safe for use by many threads.
 */
public interface Subscriptions {
    /** What a customer with access to the helpdesk wants of this kind. */
    Wish wish(CustomerId customer, Notification.Kind kind);

    /** What a member of the organisation wants of this kind; at once unless said otherwise. */
    default Wish wish(ActorId actor, Notification.Kind kind) {
        return Wish.AT_ONCE;
    }

    /**
     * What a group wants of a kind that {@linkplain Notification.Kind#subscribedByGroups groups subscribe to}; empty if it has
     * said nothing, and is told what the model says.
     */
    default Optional<Wish> wish(GroupId group, Notification.Kind kind) {
        return Optional.empty();
    }

    /**
     * Called when all personal data of a customer are erased: whoever keeps what the customer wants drops it. Does nothing
     * unless said otherwise, which is right where nothing is kept by customer.
     */
    default void forget(CustomerId customer) {}

    /** Whether, and when, somebody wants to be told. */
    enum Wish {
        /** At once. */
        AT_ONCE,
        /** Together with everything else, in a digest. */
        IN_DIGEST,
        /** Not at all: it is there to see in the helpdesk. */
        NOT_AT_ALL
    }

    /** Whoever has access to the helpdesk looks there, and is sent nothing. */
    static Subscriptions none() {
        return (customer, kind) -> Wish.NOT_AT_ALL;
    }

    /** Subscriptions in memory, of nobody to begin with. Safe for use by many threads. */
    static SubscriptionRegister inMemory() {
        return new InMemorySubscriptions();
    }
}
