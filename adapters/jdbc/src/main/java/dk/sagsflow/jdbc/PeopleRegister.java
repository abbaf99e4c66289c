package dk.sagsflow.jdbc;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import dk.sagsflow.jdbc.session.Transactions;
import java.sql.SQLException;
import java.util.Optional;

/**
 * People whom a host keeps in the database of its desk: who works for the organisation, in which groups, and whom it supports. The host
 * writes, desks read, each time anew, one statement for one person or one group; what is written is seen by every desk at once. Safe for
 * use by many threads.
 */
public final class PeopleRegister implements Directory {
    private final Transactions transactions;

    PeopleRegister(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Actor> actor(ActorId id) {
        requireNonNull(id, "id");
        return transactions
                .read(session ->
                        session.first(Row::text, "SELECT details FROM sagsflow_actor WHERE id = ?", id.value()))
                .map(PersonDetails::actor);
    }

    @Override
    public Optional<Customer> customer(CustomerId id) {
        requireNonNull(id, "id");
        return transactions
                .read(session ->
                        session.first(Row::text, "SELECT details FROM sagsflow_customer WHERE id = ?", id.value()))
                .map(PersonDetails::customer);
    }

    /** In order of their ids. */
    @Override
    public ImmutableList<Actor> members(GroupId group) {
        requireNonNull(group, "group");
        return transactions
                .read(session -> session.all(
                        Row::text,
                        "SELECT a.details FROM sagsflow_membership m JOIN sagsflow_actor a ON a.id = m.actor_id"
                                + " WHERE m.group_id = ? ORDER BY a.id",
                        group.value()))
                .stream()
                .map(PersonDetails::actor)
                .collect(ImmutableList.toImmutableList());
    }

    /** In order of their ids. */
    @Override
    public ImmutableList<Actor> superusers() {
        return transactions.read(session -> {
            ImmutableSet<CustomerId> superusers =
                    session.all(Row::text, "SELECT details FROM sagsflow_customer ORDER BY id").stream()
                            .map(PersonDetails::customer)
                            .filter(one -> one.kind() == CustomerKind.SUPERUSER)
                            .map(Customer::id)
                            .collect(ImmutableSet.toImmutableSet());
            return session.all(Row::text, "SELECT details FROM sagsflow_actor ORDER BY id").stream()
                    .map(PersonDetails::actor)
                    .filter(actor ->
                            actor.customer().filter(superusers::contains).isPresent())
                    .collect(ImmutableList.toImmutableList());
        });
    }

    /** Keeps this actor, in place of the one who had the id before. */
    public void put(Actor actor) {
        requireNonNull(actor, "actor");
        transactions.run(session -> put(session, actor));
    }

    /** Keeps this customer, in place of the one who had the id before. */
    public void put(Customer customer) {
        requireNonNull(customer, "customer");
        transactions.run(session -> put(session, customer));
    }

    /** Forgets the actor of this id; nothing happens if there is none. */
    public void remove(ActorId id) {
        requireNonNull(id, "id");
        transactions.run(session -> {
            session.later("DELETE FROM sagsflow_membership WHERE actor_id = ?", id.value());
            session.later("DELETE FROM sagsflow_actor WHERE id = ?", id.value());
        });
    }

    /** Forgets the customer of this id; nothing happens if there is none. Cases are erased by the operations of a desk. */
    public void remove(CustomerId id) {
        requireNonNull(id, "id");
        transactions.run(session -> session.later("DELETE FROM sagsflow_customer WHERE id = ?", id.value()));
    }

    /**
     * Keeps these people and nobody else, all at once: what a nightly run brings from a user table.
     *
     * @throws IllegalArgumentException if two actors or two customers have one id
     */
    public void replaceAll(Iterable<Actor> actors, Iterable<Customer> customers) {
        ImmutableSet<Actor> different = ImmutableSet.copyOf(requireNonNull(actors, "actors"));
        ImmutableSet<Customer> supported = ImmutableSet.copyOf(requireNonNull(customers, "customers"));
        Directory unused = Directory.of(different, supported);
        transactions.run(session -> {
            for (String table : ImmutableList.of("membership", "actor", "customer")) {
                session.later("DELETE FROM sagsflow_" + table);
            }
            session.flush();
            for (Actor actor : different) {
                add(session, actor);
            }
            supported.forEach(customer -> add(session, customer));
        });
    }

    private static void put(Session session, Actor actor) throws SQLException {
        session.later(
                "DELETE FROM sagsflow_membership WHERE actor_id = ?", actor.id().value());
        session.later("DELETE FROM sagsflow_actor WHERE id = ?", actor.id().value());
        session.flush();
        add(session, actor);
    }

    private static void add(Session session, Actor actor) {
        session.later(
                "INSERT INTO sagsflow_actor (id, details) VALUES (?, ?)",
                actor.id().value(),
                PersonDetails.of(actor));
        actor.memberships()
                .forEach(group -> session.later(
                        "INSERT INTO sagsflow_membership (group_id, actor_id) VALUES (?, ?)",
                        group.value(),
                        actor.id().value()));
    }

    private static void put(Session session, Customer customer) throws SQLException {
        session.later(
                "DELETE FROM sagsflow_customer WHERE id = ?", customer.id().value());
        session.flush();
        add(session, customer);
    }

    private static void add(Session session, Customer customer) {
        session.later(
                "INSERT INTO sagsflow_customer (id, details) VALUES (?, ?)",
                customer.id().value(),
                PersonDetails.of(customer));
    }
}
