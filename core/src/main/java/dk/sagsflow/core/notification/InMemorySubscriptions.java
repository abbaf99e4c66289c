package dk.sagsflow.core.notification;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Subscriptions that are forgotten with the process. */
final class InMemorySubscriptions implements SubscriptionRegister {
    private final Map<OfCustomer, Wish> customers = new ConcurrentHashMap<>();
    private final Map<OfActor, Wish> actors = new ConcurrentHashMap<>();

    private final Map<OfGroup, Wish> groups = new ConcurrentHashMap<>();

    private record OfGroup(GroupId group, Notification.Kind kind) {
        OfGroup {
            requireNonNull(group, "group");
            requireNonNull(kind, "kind");
        }
    }

    private record OfCustomer(CustomerId customer, Notification.Kind kind) {
        OfCustomer {
            requireNonNull(customer, "customer");
            requireNonNull(kind, "kind");
        }
    }

    private record OfActor(ActorId actor, Notification.Kind kind) {
        OfActor {
            requireNonNull(actor, "actor");
            requireNonNull(kind, "kind");
        }
    }

    @Override
    public Wish wish(CustomerId customer, Notification.Kind kind) {
        return customers.getOrDefault(new OfCustomer(customer, kind), Wish.NOT_AT_ALL);
    }

    @Override
    public Wish wish(ActorId actor, Notification.Kind kind) {
        return actors.getOrDefault(new OfActor(actor, kind), Wish.AT_ONCE);
    }

    @Override
    public void subscribe(CustomerId customer, Notification.Kind kind, Wish wish) {
        customers.put(new OfCustomer(customer, kind), requireNonNull(wish, "wish"));
    }

    @Override
    public void subscribe(ActorId actor, Notification.Kind kind, Wish wish) {
        actors.put(new OfActor(actor, kind), requireNonNull(wish, "wish"));
    }

    @Override
    public Optional<Wish> wish(GroupId group, Notification.Kind kind) {
        return Optional.ofNullable(groups.get(new OfGroup(group, kind)));
    }

    @Override
    public void subscribe(GroupId group, Notification.Kind kind, Wish wish) {
        groups.put(new OfGroup(group, kind), requireNonNull(wish, "wish"));
    }

    @Override
    public void forget(CustomerId customer) {
        requireNonNull(customer, "customer");
        customers.keySet().removeIf(of -> of.customer().equals(customer));
    }
}
