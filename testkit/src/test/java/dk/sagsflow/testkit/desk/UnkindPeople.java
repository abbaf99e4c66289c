package dk.sagsflow.testkit.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The reference organisation with confidential names and addresses; Kim has cases too. It does not answer now and then. */
final class UnkindPeople implements Directory {
    private static final CustomerId KIM = CustomerId.of(ReferenceOrganisation.KIM.value());

    private final Unkindness unkind;
    private final Map<ActorId, Absence> absences = new HashMap<>();

    UnkindPeople(Unkindness unkind) {
        this.unkind = unkind;
    }

    void away(ActorId who, Absence absence) {
        absences.put(who, absence);
    }

    Customer anybody() {
        return confidential(ReferenceOrganisation.customers().get(3));
    }

    @Override
    public Optional<Actor> actor(ActorId id) {
        if (id.equals(Actor.sagsflow().id())) {
            return Optional.of(Actor.sagsflow());
        }
        return ReferenceOrganisation.people()
                .actor(id)
                .map(actor -> id.equals(ReferenceOrganisation.KIM) ? actor.withCustomer(KIM) : actor)
                .map(this::confidential);
    }

    private Actor confidential(Actor actor) {
        Actor named = actor.withName("CONFIDENTIAL " + actor.name())
                .withMailAddress("confidential." + actor.id() + "@example.dk");
        return Optional.ofNullable(absences.get(actor.id()))
                .map(absence -> named.withAbsences(absence))
                .orElse(named);
    }

    @Override
    public Optional<Customer> customer(CustomerId id) {
        unkind.peopleMayFail(() -> "no answer about CONFIDENTIAL customer " + id);
        return id.equals(KIM)
                ? Optional.of(confidential(Customer.builder()
                        .id(KIM)
                        .name("Kim")
                        .kind(CustomerKind.OTHER)
                        .build()))
                : ReferenceOrganisation.people().customer(id).map(UnkindPeople::confidential);
    }

    private static Customer confidential(Customer customer) {
        return customer.withName("CONFIDENTIAL " + customer.name())
                .withMailAddress("confidential." + customer.id() + "@example.dk");
    }

    @Override
    public ImmutableList<Actor> members(GroupId group) {
        return ReferenceOrganisation.people().members(group).stream()
                .map(this::confidential)
                .collect(ImmutableList.toImmutableList());
    }
}
