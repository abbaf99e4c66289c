package dk.sagsflow.jdbc.table;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.SubscriptionRegister;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Transactions;
import java.util.Optional;

/** What people want to be told, in a table. Safe for use by many threads. */
public record JdbcWishes(Transactions transactions) implements SubscriptionRegister {
    private static final String CUSTOMER = "CUSTOMER";
    private static final String ACTOR = "ACTOR";
    private static final String GROUP = "GROUP";

    @Override
    public Wish wish(CustomerId customer, Notification.Kind kind) {
        return find(CUSTOMER, customer.value(), kind).orElse(Wish.NOT_AT_ALL);
    }

    @Override
    public Wish wish(ActorId actor, Notification.Kind kind) {
        return find(ACTOR, actor.value(), kind).orElse(Wish.AT_ONCE);
    }

    @Override
    public void subscribe(CustomerId customer, Notification.Kind kind, Wish wish) {
        put(CUSTOMER, customer.value(), kind, wish);
    }

    @Override
    public void subscribe(ActorId actor, Notification.Kind kind, Wish wish) {
        put(ACTOR, actor.value(), kind, wish);
    }

    @Override
    public Optional<Wish> wish(GroupId group, Notification.Kind kind) {
        return find(GROUP, group.value(), kind);
    }

    @Override
    public void subscribe(GroupId group, Notification.Kind kind, Wish wish) {
        put(GROUP, group.value(), kind, wish);
    }

    @Override
    public void forget(CustomerId customer) {
        requireNonNull(customer, "customer");
        transactions.run(session -> session.later(
                "DELETE FROM sagsflow_wish WHERE person_kind = ? AND person = ?", CUSTOMER, customer.value()));
    }

    private Optional<Wish> find(String personKind, String person, Notification.Kind kind) {
        requireNonNull(kind, "kind");
        return transactions
                .read(session -> session.first(
                        Row::text,
                        "SELECT wish FROM sagsflow_wish WHERE person_kind = ? AND person = ? AND notification_kind = ?",
                        personKind,
                        person,
                        kind.name()))
                .map(Wish::valueOf);
    }

    private void put(String personKind, String person, Notification.Kind kind, Wish wish) {
        requireNonNull(kind, "kind");
        requireNonNull(wish, "wish");
        transactions.run(session -> {
            session.later(
                    "DELETE FROM sagsflow_wish WHERE person_kind = ? AND person = ? AND notification_kind = ?",
                    personKind,
                    person,
                    kind.name());
            session.later(
                    "INSERT INTO sagsflow_wish (person_kind, person, notification_kind, wish) VALUES (?, ?, ?, ?)",
                    personKind,
                    person,
                    kind.name(),
                    wish.name());
        });
    }
}
