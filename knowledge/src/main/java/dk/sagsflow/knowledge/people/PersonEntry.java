package dk.sagsflow.knowledge.people;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.notification.CanonicalAddress;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody in the directory, with what they said of themselves. Immutable.
 *
 * @param person as the directory was told of them
 * @param ownAddress the address that they reported and confirmed
 * @param bounced the addresses at which nothing can be delivered
 * @param absences when they are away, in the order in which it was planned
 */
public record PersonEntry(
        ListedPerson person,
        Optional<String> ownAddress,
        ImmutableSet<String> bounced,
        ImmutableList<Absence> absences) {
    /** Refuses null. */
    public PersonEntry {
        requireNonNull(person, "person");
        requireNonNull(ownAddress, "ownAddress");
        requireNonNull(bounced, "bounced");
        requireNonNull(absences, "absences");
    }

    /** Where the person reads mail: what they confirmed themselves, or else what the organisation says, unless mail bounces there. */
    public Optional<String> address() {
        return Stream.of(ownAddress, person.mailAddress())
                .flatMap(Optional::stream)
                .filter(one -> !bounces(one))
                .findFirst();
    }

    /** Whether mail came back from this mailbox, however it is written. */
    boolean bounces(String address) {
        return bounced.stream().anyMatch(other -> same(address, other));
    }

    static boolean same(String one, String other) {
        return CanonicalAddress.of(one).equals(CanonicalAddress.of(other));
    }

    /** The person as somebody who acts. */
    Actor actor(ImmutableSet<HeldCompetence> competences) {
        return Actor.builder()
                .id(person.id())
                .name(person.name())
                .addAllMemberships(person.groups())
                .addAllCompetences(competences)
                .customer(person.customer())
                .mailAddress(address())
                .addAllAbsences(absences)
                .build();
    }

    /** The person as somebody who is supported; empty for those without a role in a unit. */
    Optional<Customer> customer() {
        return person.customer().map(this::customer);
    }

    private Customer customer(CustomerId id) {
        return Customer.builder()
                .id(id)
                .name(person.name())
                .kind(person.customerKind())
                .unit(person.unit())
                .mailAddress(address())
                .language(person.language())
                .build();
    }
}
