package dk.sagsflow.core.organisation;

import com.google.common.collect.ImmutableSet;
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

    /** The customer that the actor is, if the actor is one. */
    Optional<CustomerId> customer();

    /** Where the actor reads mail; what is escalated to the actor goes there. */
    Optional<String> mailAddress();

    /** Whether this is a program acting for the organisation: a sweep, an import, an adapter. */
    @Value.Default
    default boolean automation() {
        return false;
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

    /** The library acting on its own, from a sweep. */
    static Actor sagsflow() {
        return builder()
                .id(ActorId.of("sagsflow"))
                .name("Sagsflow")
                .automation(true)
                .build();
    }

    /** Builds actors. Not thread-safe. */
    final class Builder extends ImmutableActor.Builder {
        Builder() {}
    }
}
