package dk.sagsflow.testkit.domain;

import static java.util.Objects.requireNonNull;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.UnitId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Who works at a desk that is played on: two in each group and its lead, a superuser who works in the lowest group and a
 * colleague of the same unit, a citizen, a supporter with cases of their own, a program. They go away for a time, leave and
 * come back. Not thread-safe.
 */
final class PlayedPeople implements Directory {
    static final CustomerId CLERK = CustomerId.of("clerk");
    private static final ActorId BOT = ActorId.of("bot");

    /** Before anybody went anywhere: generators ask for those of one organisation again and again. */
    private static final LoadingCache<SupportOrganisation, PlayedPeople> AT_FIRST =
            CacheBuilder.newBuilder().weakKeys().build(CacheLoader.from(PlayedPeople::atFirst));

    private final Map<ActorId, Actor> actors = new LinkedHashMap<>();
    private final Map<CustomerId, Customer> customers = new LinkedHashMap<>();
    private final Set<ActorId> gone = new LinkedHashSet<>();

    PlayedPeople(SupportOrganisation organisation) {
        PlayedPeople first = AT_FIRST.getUnchecked(organisation);
        actors.putAll(first.actors);
        customers.putAll(first.customers);
    }

    private PlayedPeople() {}

    private static PlayedPeople atFirst(SupportOrganisation organisation) {
        PlayedPeople people = new PlayedPeople();
        for (SupportGroup group : organisation.groups()) {
            people.joins(SupportDomain.memberOf(group.id()), group.id());
            people.joins(secondOf(group.id()), group.id());
            group.lead().ifPresent(lead -> people.joins(lead, group.id()));
        }
        people.customers(organisation);
        people.actors.put(ActorId.of("outsider"), Actor.supporter("outsider", "Outsider"));
        people.actors.put(BOT, Actor.program(BOT.value(), "Bot"));
        people.actors.put(Actor.sagsflow().id(), Actor.sagsflow());
        return people;
    }

    /** The helper works in the group that is farthest from the customer. */
    private void customers(SupportOrganisation organisation) {
        UnitId unit = UnitId.of("unit");
        acts(customer("citizen", CustomerKind.CITIZEN).withMailAddress("citizen@example.dk"));
        acts(customer("clerk", CustomerKind.OTHER).withUnit(unit));
        acts(customer("superuser", CustomerKind.SUPERUSER).withUnit(unit));
        acts(customer(SupportDomain.HELPER.value(), CustomerKind.OTHER).withMailAddress("helper@example.dk"));
        if (organisation.rank(organisation.contactTier()) > 0) {
            joins(ActorId.of("superuser"), organisation.groups().get(0).id());
        }
        organisation
                .groupsAt(organisation.highestTier())
                .findFirst()
                .ifPresent(group -> joins(SupportDomain.HELPER, group.id()));
    }

    private static Customer customer(String id, CustomerKind kind) {
        return Customer.builder()
                .id(CustomerId.of(id))
                .name("Name of " + id)
                .kind(kind)
                .build();
    }

    private void acts(Customer customer) {
        customers.put(customer.id(), customer);
        ActorId id = ActorId.of(customer.id().value());
        actors.put(id, Actor.customer(id.value(), customer));
    }

    private void joins(ActorId id, GroupId group) {
        Actor before = actors.getOrDefault(
                id, Actor.supporter(id.value(), "Name of " + id).withMailAddress(id + "@example.dk"));
        List<GroupId> memberships = new ArrayList<>(before.memberships());
        memberships.add(group);
        actors.put(id, before.withMemberships(memberships));
    }

    static ActorId secondOf(GroupId group) {
        return ActorId.of("second-of-" + group);
    }

    /** Anybody who is ever there, and a stranger. */
    static Arbitrary<ActorId> anybody(SupportOrganisation organisation) {
        List<ActorId> all =
                new ArrayList<>(AT_FIRST.getUnchecked(organisation).actors.keySet());
        all.add(ActorId.of("stranger"));
        return Arbitraries.of(all);
    }

    /** Those who are given cases. */
    static Arbitrary<ActorId> staff(SupportOrganisation organisation) {
        return Arbitraries.of(AT_FIRST.getUnchecked(organisation).actors.values().stream()
                .filter(actor -> !actor.memberships().isEmpty())
                .map(Actor::id)
                .toList());
    }

    /** Goes away for a time. */
    void away(ActorId who, Absence absence) {
        actors.computeIfPresent(
                requireNonNull(who, "who"),
                (id, actor) -> actor.withAbsences(ImmutableList.<Absence>builder()
                        .addAll(actor.absences())
                        .add(absence)
                        .build()));
    }

    /** Leaves for good, or comes back who had left. */
    void comesOrGoes(ActorId who) {
        if (!gone.remove(who)) {
            gone.add(who);
        }
    }

    @Override
    public Optional<Actor> actor(ActorId id) {
        return gone.contains(id) ? Optional.empty() : Optional.ofNullable(actors.get(id));
    }

    @Override
    public Optional<Customer> customer(CustomerId id) {
        return Optional.ofNullable(customers.get(id));
    }

    @Override
    public ImmutableList<Actor> members(GroupId group) {
        return actors.values().stream()
                .filter(actor -> actor.memberships().contains(group) && !gone.contains(actor.id()))
                .collect(ImmutableList.toImmutableList());
    }
}
