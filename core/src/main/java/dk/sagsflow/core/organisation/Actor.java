package dk.sagsflow.core.organisation;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.CompetenceState;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.style.PlainJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Somebody, or something, that acts on cases: a supporter by membership of groups, a customer by the customer that it
 * acts as, a superuser by both. Immutable.
 */
@Value.Immutable
public interface Actor extends WithActor {
    /** What events call the actor. */
    ActorId id();

    /** What people call the actor. */
    String name();

    /** The groups that the actor works in. */
    ImmutableSet<GroupId> memberships();

    /** What the actor is certified in, or on the way to (R29, R31); each competence once. */
    ImmutableSet<HeldCompetence> competences();

    /** The customer that the actor is, if the actor is one. */
    Optional<CustomerId> customer();

    /** Where the actor reads mail; what is escalated to the actor goes there. */
    Optional<String> mailAddress();

    /**
     * When the actor is away. A desk asks about it when something happens to a case; a host whose directory learns of an absence
     * later says so by {@code desk.operations().renewAgendasOf(actor)}, and what lies with the actor is looked at in time.
     */
    ImmutableList<Absence> absences();

    /** What the actor may do as a program: an adapter, an import, a bot. None for people, who get theirs from groups. */
    ImmutableSet<ProgramRight> rights();

    /** Whether this is a program acting for the organisation. */
    default boolean automation() {
        return !rights().isEmpty();
    }

    /** Refuses a competence that is listed twice. */
    @Value.Check
    default void check() {
        Bounds.name("name", name());
        mailAddress().ifPresent(Texts::requireAddress);
        long different = competences().stream()
                .map(HeldCompetence::competence)
                .distinct()
                .count();
        checkArgument(different == competences().size(), "actor %s holds a competence twice: %s", id(), competences());
    }

    /** What is known of this competence of the actor; empty if it is not held. */
    default Optional<HeldCompetence> competence(CompetenceId id) {
        // Asked of every member of a group for every case that comes to it, so without a stream.
        for (HeldCompetence held : competences()) {
            if (held.competence().equals(id)) {
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }

    /** The absence that the actor is on at this instant, the one that ends last if there are several; empty if the actor is there. */
    default Optional<Absence> absence(Instant at) {
        return absences().isEmpty()
                ? Optional.empty()
                : absences().stream().filter(absence -> absence.includes(at)).max(Comparator.comparing(Absence::until));
    }

    /** Whether the actor holds this competence on this day. */
    default boolean certified(CompetenceId id, LocalDate day) {
        return competence(id)
                .filter(held -> held.stateOn(day) == CompetenceState.CERTIFIED)
                .isPresent();
    }

    /** A builder; id and name are required. */
    static Builder builder() {
        return new Builder();
    }

    /** A supporter in these groups. */
    static Actor supporter(String id, String name, String... groups) {
        Builder builder = builder().id(ActorId.of(id)).name(name);
        for (String group : groups) {
            builder.addMembership(GroupId.of(group));
        }
        return builder.build();
    }

    /** A person who acts as this customer. */
    static Actor customer(String id, Customer customer) {
        return builder()
                .id(ActorId.of(id))
                .name(customer.name())
                .customer(customer.id())
                .build();
    }

    /** A program that sees cases, brings them in and writes on them, and does nothing else with them. */
    static Actor program(String id, String name) {
        return program(id, name, ProgramRight.READ, ProgramRight.REGISTER, ProgramRight.NOTE);
    }

    /** A program with these rights and no others. */
    static Actor program(String id, String name, ProgramRight first, ProgramRight... more) {
        return builder()
                .id(ActorId.of(id))
                .name(name)
                .addRight(first)
                .addRights(more)
                .build();
    }

    /** The library acting on its own, from a sweep; as an actor of a command it may do whatever a program may. */
    static Actor sagsflow() {
        return builder()
                .id(ActorId.of("sagsflow"))
                .name("Sagsflow")
                .addRights(ProgramRight.values())
                .build();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Actor.class, "people are kept by the Directory of the host");
    }

    /** Builds actors. Not thread-safe. */
    final class Builder extends ImmutableActor.Builder {
        Builder() {}
    }
}
