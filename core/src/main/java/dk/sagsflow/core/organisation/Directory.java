package dk.sagsflow.core.organisation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Optional;

/**
 * Where the library looks people up; a host puts LDAP or its user table behind it. Called on the thread of the caller
 * for every command, so implementations are quick or cache. What they throw reaches the caller and leaves the case
 * unchanged. Implementations are safe for use by many threads.
 */
public interface Directory {
    /** The actor of this id, or empty if nobody is known by it. */
    Optional<Actor> actor(ActorId id);

    /** The customer of this id, or empty if nobody is known by it. */
    Optional<Customer> customer(CustomerId id);

    /**
     * Everybody who works in this group, always in the same order; nobody if there is no such group. Asked when a case
     * comes to a group whose cases are assigned by a rule. A directory that cannot list people gives none, and then
     * nobody is assigned by a rule.
     */
    default ImmutableList<Actor> members(GroupId group) {
        requireNonNull(group, "group");
        return ImmutableList.of();
    }

    /**
     * Everybody who acts as a customer that is a superuser, always in the same order, whether or not they are in a group: who is told
     * of what superusers are told of by default. A directory that cannot list people gives none.
     */
    default ImmutableList<Actor> superusers() {
        return ImmutableList.of();
    }

    /**
     * Everybody who acts as this customer: who is forgotten with the customer. The actor of the same id, if it acts as this
     * customer, unless the directory knows more.
     */
    default ImmutableList<Actor> actingAs(CustomerId customer) {
        return actor(ActorId.of(customer.value()))
                .filter(actor -> actor.customer().filter(customer::equals).isPresent())
                .map(ImmutableList::of)
                .orElseGet(ImmutableList::of);
    }

    /**
     * A directory of just these people. Safe for use by many threads.
     *
     * @throws IllegalArgumentException if two actors or two customers have one id
     */
    static Directory of(Iterable<Actor> actors, Iterable<Customer> customers) {
        ImmutableMap<ActorId, Actor> actorsById = Maps.uniqueIndex(actors, Actor::id);
        ImmutableMap<CustomerId, Customer> customersById = Maps.uniqueIndex(customers, Customer::id);
        return new ListedDirectory(actorsById, customersById);
    }
}
