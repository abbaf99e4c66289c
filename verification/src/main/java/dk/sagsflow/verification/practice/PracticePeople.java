package dk.sagsflow.verification.practice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
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
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.agreement.ThresholdAction;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who is at a practice desk: those who practise, with addresses at which nobody reads mail, customers that are invented, and
 * somebody made up wherever the organisation needs somebody. Immutable.
 */
final class PracticePeople {
    /** A name of the Internet that is kept free for good (RFC 2606), so that no mail to it arrives. */
    static final String NOWHERE = "@practice.invalid";

    /** Brings the invented cases in. */
    static final ActorId RECEPTION = ActorId.of("practice");

    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9-]+");
    private static final int INVENTED_OF_A_KIND = 2;

    private final Map<ActorId, Actor> actors = new LinkedHashMap<>();
    private final Map<CustomerId, Customer> customers = new LinkedHashMap<>();

    PracticePeople(SupportModel model, People practising) {
        practising.customers().stream()
                .filter(customer -> customer.kind() == CustomerKind.SUPERUSER)
                .forEach(customer -> customers.put(
                        customer.id(),
                        customer.withMailAddress(address(customer.id().value()))));
        practising.actors().stream()
                .filter(actor -> !actor.automation())
                .forEach(actor -> actors.put(actor.id(), practising(actor)));
        fill(model.organisation());
        escalated(model).forEach(id -> actors.computeIfAbsent(id, PracticePeople::madeUp));
        actors.put(RECEPTION, Actor.sagsflow().withId(RECEPTION).withName("Practice"));
        Stream.of(CustomerKind.values()).forEach(this::invent);
    }

    private Actor practising(Actor actor) {
        Optional<CustomerId> customer = actor.customer().filter(customers::containsKey);
        return actor.withMailAddress(address(actor.id().value())).withCustomer(customer);
    }

    static String address(String name) {
        return NOT_PLAIN.matcher(name).replaceAll("-") + NOWHERE;
    }

    private static Actor madeUp(ActorId id) {
        return Actor.builder()
                .id(id)
                .name(id.value())
                .mailAddress(address(id.value()))
                .build();
    }

    private void fill(SupportOrganisation organisation) {
        for (SupportGroup group : organisation.groups()) {
            group.lead().ifPresent(lead -> actors.computeIfAbsent(lead, id -> member(id, group.id())));
            if (actors.values().stream().noneMatch(actor -> actor.memberships().contains(group.id()))) {
                ActorId id = ActorId.of("practice-" + group.id());
                actors.put(id, member(id, group.id()));
            }
        }
        organisation.duty().forEach(id -> actors.computeIfAbsent(id, PracticePeople::madeUp));
    }

    private static Actor member(ActorId id, GroupId group) {
        return madeUp(id).withMemberships(group);
    }

    private static ImmutableSet<ActorId> escalated(SupportModel model) {
        return model.agreements().all().stream()
                .flatMap(agreement -> agreement.targets().stream())
                .flatMap(target -> target.thresholds().stream())
                .flatMap(threshold -> threshold.actions().stream())
                .filter(ThresholdAction.EscalateTo.class::isInstance)
                .map(action -> ((ThresholdAction.EscalateTo) action).actor())
                .collect(ImmutableSet.toImmutableSet());
    }

    private void invent(CustomerKind kind) {
        for (int number = 1; number <= INVENTED_OF_A_KIND; number++) {
            String name = "practice-" + kind.name().toLowerCase(Locale.ROOT) + "-" + number;
            Customer invented = Customer.builder()
                    .id(CustomerId.of(name))
                    .name(name)
                    .kind(kind)
                    .mailAddress(address(name))
                    .build();
            customers.put(invented.id(), invented);
            actors.put(ActorId.of(name), Actor.customer(name, invented));
        }
    }

    /** The invented customers of this kind. */
    ImmutableList<CustomerId> invented(CustomerKind kind) {
        return customers.values().stream()
                .filter(customer -> customer.kind() == kind)
                .map(Customer::id)
                .filter(id -> id.value().startsWith("practice-"))
                .collect(ImmutableList.toImmutableList());
    }

    Directory directory() {
        return Directory.of(actors.values(), customers.values());
    }
}
