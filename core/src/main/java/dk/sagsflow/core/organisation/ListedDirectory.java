package dk.sagsflow.core.organisation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** Of people who are listed once for all. Immutable. */
final class ListedDirectory implements Directory {
    private final ImmutableMap<ActorId, Actor> actors;
    private final ImmutableMap<CustomerId, Customer> customers;
    private final ImmutableListMultimap<GroupId, Actor> members;

    ListedDirectory(ImmutableMap<ActorId, Actor> actors, ImmutableMap<CustomerId, Customer> customers) {
        this.actors = actors;
        this.customers = customers;
        ImmutableListMultimap.Builder<GroupId, Actor> byGroup = ImmutableListMultimap.builder();
        actors.values().forEach(actor -> actor.memberships().forEach(group -> byGroup.put(group, actor)));
        this.members = byGroup.build();
    }

    @Override
    public Optional<Actor> actor(ActorId id) {
        return Optional.ofNullable(actors.get(id));
    }

    @Override
    public Optional<Customer> customer(CustomerId id) {
        return Optional.ofNullable(customers.get(id));
    }

    @Override
    public ImmutableList<Actor> actingAs(CustomerId customer) {
        return actors.values().stream()
                .filter(actor -> actor.customer().filter(customer::equals).isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public ImmutableList<Actor> superusers() {
        return actors.values().stream()
                .filter(actor -> actor.customer()
                        .flatMap(this::customer)
                        .filter(one -> one.kind() == CustomerKind.SUPERUSER)
                        .isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public ImmutableList<Actor> members(GroupId group) {
        return members.get(requireNonNull(group, "group"));
    }
}
