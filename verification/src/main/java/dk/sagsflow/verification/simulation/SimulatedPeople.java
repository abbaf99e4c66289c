package dk.sagsflow.verification.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.verification.load.CaseMix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who works, who asks, and who is told: those who are known, and others made up where somebody is missing. */
final class SimulatedPeople {
    static final ActorId RECEPTION = ActorId.of("simulation");

    private final Map<ActorId, Actor> actors = new LinkedHashMap<>();
    private final Map<CustomerId, Customer> customers = new LinkedHashMap<>();
    private final ImmutableMap<GroupId, ImmutableList<ActorId>> members;

    SimulatedPeople(Simulation simulation) {
        simulation.actors.forEach(actor -> actors.put(actor.id(), actor));
        simulation.customers.forEach(customer -> customers.put(customer.id(), customer));
        leads(simulation).forEach(lead -> actors.computeIfAbsent(lead, SimulatedPeople::lead));
        this.members = simulation.model.organisation().groups().stream()
                .collect(ImmutableMap.toImmutableMap(SupportGroup::id, group -> members(simulation, group)));
        actors.put(RECEPTION, Actor.sagsflow().withId(RECEPTION).withName("Simulation"));
        invent(simulation.load.mix());
        customers.values().forEach(customer -> actors.putIfAbsent(asking(customer), actor(customer)));
    }

    private void invent(CaseMix mix) {
        ImmutableSet<String> kinds = mix.values(CaseField.CUSTOMER_KIND).keySet();
        ImmutableSet<String> units = mix.values(CaseField.UNIT).keySet();
        for (String kind : kinds.isEmpty() ? ImmutableSet.of(CustomerKind.SUPERUSER.name()) : kinds) {
            Stream.concat(Stream.of(""), units.stream())
                    .distinct()
                    .forEach(unit -> invent(CustomerKind.valueOf(kind), unit));
        }
    }

    /** Those to whom thresholds escalate. */
    private static ImmutableSet<ActorId> leads(Simulation simulation) {
        Stream<ActorId> leads =
                simulation.model.organisation().groups().stream().flatMap(group -> group.lead().stream());
        Stream<ActorId> named = simulation.model.agreements().all().stream()
                .flatMap(agreement -> agreement.targets().stream())
                .flatMap(target -> target.thresholds().stream())
                .flatMap(threshold -> threshold.actions().stream())
                .filter(ThresholdAction.EscalateTo.class::isInstance)
                .map(action -> ((ThresholdAction.EscalateTo) action).actor());
        return Stream.concat(leads, named).collect(ImmutableSet.toImmutableSet());
    }

    private static Actor lead(ActorId id) {
        return Actor.builder()
                .id(id)
                .name(id.value())
                .mailAddress(id.value() + "@example.dk")
                .build();
    }

    private ImmutableList<ActorId> members(Simulation simulation, SupportGroup group) {
        ImmutableList<ActorId> known = simulation.actors.stream()
                .filter(actor -> actor.memberships().contains(group.id()))
                .map(Actor::id)
                .collect(ImmutableList.toImmutableList());
        int staff = simulation.load.work(group).orElseThrow().staff();
        return known.isEmpty() ? invented(group, staff) : known;
    }

    private ImmutableList<ActorId> invented(SupportGroup group, int staff) {
        List<ActorId> invented = new ArrayList<>();
        for (int i = 1; i <= staff; i++) {
            Actor actor = Actor.supporter(
                    group.id() + "-" + i, group.name() + " " + i, group.id().value());
            actors.put(actor.id(), actor);
            invented.add(actor.id());
        }
        return ImmutableList.copyOf(invented);
    }

    private void invent(CustomerKind kind, String unit) {
        if (customers.values().stream().noneMatch(customer -> fits(customer, kind, unit))) {
            CustomerId id = CustomerId.of("simulated-" + kind + (unit.isEmpty() ? "" : "-" + unit));
            customers.put(
                    id,
                    Customer.builder()
                            .id(id)
                            .name(id.value())
                            .kind(kind)
                            .unit(unit.isEmpty() ? Optional.empty() : Optional.of(UnitId.of(unit)))
                            .mailAddress(id.value() + "@example.dk")
                            .build());
        }
    }

    private static boolean fits(Customer customer, CustomerKind kind, String unit) {
        return customer.kind() == kind
                && (unit.isEmpty()
                        || customer.unit()
                                .filter(own -> own.value().equals(unit))
                                .isPresent());
    }

    /** A customer of this kind and unit; chance decides between several. */
    CustomerId customer(CustomerKind kind, String unit, Dice dice) {
        return dice.oneOf(customers.values().stream()
                .filter(customer -> fits(customer, kind, unit))
                .collect(Collectors.toMap(Customer::id, customer -> 1.0, (a, b) -> a, LinkedHashMap::new)));
    }

    /** What a customer asks for: in the helpdesk, or, without access to it, by a mail that is passed on. */
    CaseRequest word(CustomerId customer, CaseNumber number, CaseCommand command) {
        if (Optional.ofNullable(customers.get(customer))
                .filter(Customer::helpdeskAccess)
                .isPresent()) {
            return CaseRequest.of(asking(customer), number, command);
        }
        Circumstances byMail = Circumstances.builder().relays(Side.CUSTOMER).build();
        return CaseRequest.of(RECEPTION, number, command).withCircumstances(byMail);
    }

    /** The person who acts as this customer. */
    ActorId asking(CustomerId customer) {
        return actors.values().stream()
                .filter(actor -> actor.customer().filter(customer::equals).isPresent())
                .map(Actor::id)
                .findFirst()
                .orElseGet(() -> ActorId.of("customer-" + customer));
    }

    private ActorId asking(Customer customer) {
        return asking(customer.id());
    }

    private Actor actor(Customer customer) {
        return Actor.customer(asking(customer).value(), customer);
    }

    /** The people of this group, in order. */
    ImmutableList<ActorId> members(GroupId group) {
        return members.getOrDefault(group, ImmutableList.of());
    }

    Directory directory() {
        return Directory.of(actors.values(), customers.values());
    }
}
