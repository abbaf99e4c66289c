package dk.sagsflow.core.organisation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * Everybody who acts on cases and everybody who has them, as far as they are listed: what {@code people.json} says.
 * Immutable.
 *
 * @param actors those who act, in listed order
 * @param customers those who are supported, in listed order
 */
public record People(ImmutableList<Actor> actors, ImmutableList<Customer> customers) {
    /** Refuses null and two people of one id. */
    public People {
        requireNonNull(actors, "actors");
        requireNonNull(customers, "customers");
        var unused = Directory.of(actors, customers);
    }

    /** Where the library looks them up. */
    public Directory directory() {
        return Directory.of(actors, customers);
    }

    /** The units that customers belong to, in listed order. */
    public ImmutableSet<UnitId> units() {
        return customers.stream().flatMap(customer -> customer.unit().stream()).collect(ImmutableSet.toImmutableSet());
    }
}
