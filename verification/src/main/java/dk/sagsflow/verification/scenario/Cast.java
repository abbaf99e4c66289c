package dk.sagsflow.verification.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.verification.script.Names;
import dk.sagsflow.verification.script.Opening;
import dk.sagsflow.verification.script.SubjectModel;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who plays in a scenario: the people of the model, and somebody made up where nobody is there: a member of each group, its
 * lead, whoever is on duty, the customer. Immutable.
 */
final class Cast {
    private static final String DOMAIN = "@people.example";

    private final SupportOrganisation organisation;
    private final Customer customer;
    private final Actor asker;
    private final ImmutableMap<ActorId, Actor> actors;
    private final Directory directory;

    Cast(SubjectModel subject, Opening.Asker asked) {
        this.organisation = subject.model().organisation();
        this.customer = customer(subject.people(), asked);
        Map<ActorId, Actor> all = new LinkedHashMap<>();
        subject.people().actors().forEach(actor -> all.put(actor.id(), actor));
        this.asker = all.values().stream()
                .filter(actor -> actor.customer().equals(Optional.of(customer.id())))
                .findFirst()
                .orElseGet(this::madeUp);
        all.putIfAbsent(asker.id(), asker);
        all.putIfAbsent(ActorId.of(Names.PROGRAM), Actor.program(Names.PROGRAM, "Program"));
        fill(all);
        this.actors = ImmutableMap.copyOf(all);
        Set<Customer> customers = new LinkedHashSet<>(subject.people().customers());
        customers.add(customer);
        this.directory = Directory.of(actors.values(), customers);
    }

    private static Customer customer(People people, Opening.Asker asked) {
        return people.customers().stream()
                .filter(one -> asked.named().map(id -> one.id().equals(id)).orElseGet(() -> fits(one, asked)))
                .findFirst()
                .orElseGet(() -> Customer.builder()
                        .id(CustomerId.of(Names.CUSTOMER))
                        .name("Customer")
                        .kind(asked.kind())
                        .unit(asked.unit())
                        .mailAddress(Names.CUSTOMER + DOMAIN)
                        .build());
    }

    private static boolean fits(Customer one, Opening.Asker asked) {
        return one.kind() == asked.kind()
                && (asked.unit().isEmpty() || asked.unit().equals(one.unit()));
    }

    private Actor madeUp() {
        Actor actor = Actor.customer(customer.id().value() + "-in-person", customer);
        return customer.kind() == CustomerKind.SUPERUSER
                ? actor.withMemberships(organisation.groups().stream()
                        .filter(group ->
                                organisation.rank(group.tier()) < organisation.rank(organisation.contactTier()))
                        .map(SupportGroup::id)
                        .toList())
                : actor;
    }

    private void fill(Map<ActorId, Actor> all) {
        for (SupportGroup group : organisation.groups()) {
            group.lead().ifPresent(lead -> all.computeIfAbsent(lead, id -> reachable(id, group.id())));
            boolean nobody =
                    all.values().stream().noneMatch(actor -> actor.memberships().contains(group.id()));
            if (nobody) {
                String name = "somebody-of-" + group.id();
                all.put(ActorId.of(name), Actor.supporter(name, name, group.id().value()));
            }
        }
        organisation
                .duty()
                .forEach(id -> all.computeIfAbsent(id, one -> reachable(one, organisation.contactEntrance())));
    }

    private static Actor reachable(ActorId id, GroupId group) {
        return Actor.supporter(id.value(), id.value(), group.value()).withMailAddress(id.value() + DOMAIN);
    }

    Directory directory() {
        return directory;
    }

    Customer customer() {
        return customer;
    }

    Actor asker() {
        return asker;
    }

    /** Whoever is called so. */
    ActorId named(String name) {
        if (name.equals(Names.CUSTOMER)) {
            return asker.id();
        }
        ActorId id = ActorId.of(name);
        return actors.containsKey(id) ? id : somebodyOf(GroupId.of(name));
    }

    /** A member of the group who is no customer, if there is one. */
    ActorId somebodyOf(GroupId group) {
        ImmutableList<Actor> members = directory.members(group);
        return members.stream()
                .filter(member -> member.customer().isEmpty())
                .findFirst()
                .orElseGet(() -> members.get(0))
                .id();
    }

    /** Whoever has the case, or somebody of the group that works on it, or of the one that customers meet. */
    ActorId worksOn(SupportCase current) {
        return current.chain()
                .working()
                .map(link -> link.assignee()
                        .filter(actors::containsKey)
                        .orElseGet(() -> somebodyOf(link.station().group())))
                .orElseGet(() -> somebodyOf(organisation.contactEntrance()));
    }

    /** Somebody who sees all of it. */
    ActorId looksOn() {
        return somebodyOf(organisation.contactEntrance());
    }

    /** Who reads what goes to this address. */
    String reader(String address) {
        if (customer.mailAddress().equals(Optional.of(address))) {
            return Names.CUSTOMER;
        }
        return organisation.groups().stream()
                .filter(group -> group.mailAddress().equals(Optional.of(address)))
                .map(group -> group.id().value())
                .findFirst()
                .or(() -> actors.values().stream()
                        .filter(actor -> actor.mailAddress().equals(Optional.of(address)))
                        .map(actor -> actor.id().value())
                        .findFirst())
                .orElse(address);
    }
}
