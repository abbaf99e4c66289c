package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequiredText;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import java.util.Optional;

/** Whether, and where, a case comes in. */
final class RegistrationDecision {
    private final SupportOrganisation organisation;
    private final Directory directory;
    private final Sides sides;

    RegistrationDecision(SupportOrganisation organisation, Directory directory) {
        this.organisation = organisation;
        this.directory = directory;
        this.sides = new Sides(directory);
    }

    Outcome<ImmutableList<CaseEvent>> register(CaseNumber number, Registration registration, Act act) {
        Optional<Customer> customer = directory.customer(registration.customer());
        if (customer.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownCustomer(registration.customer()));
        }
        GroupId groupId = registration.group().orElseGet(organisation::contactEntrance);
        Optional<SupportGroup> group = organisation.group(groupId);
        if (group.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownGroup(groupId, open()));
        }
        Station station = new Station(groupId, group.get().tier());
        Optional<Refusal> refusal = Deliberation.unlessText(RequiredText.SUBJECT, registration.subject())
                .or(() -> unknownSystem(organisation, registration.system()))
                .or(() -> misfit(registration))
                .or(() -> halfJudged(registration))
                .or(() -> aboveContactTier(station))
                .or(() -> sideDoor(station));
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : signature(act, customer.get(), station)
                        .map(signature -> new RegistrationEvents(organisation, number, registration, signature)
                                .of(customer.get(), station));
    }

    private Outcome<Signature> signature(Act act, Customer customer, Station station) {
        return Signature.arriving(act, sides.of(act, customer.id(), customer.unit(), station.group()::equals));
    }

    static Optional<Refusal> unknownSystem(SupportOrganisation organisation, Optional<SystemId> system) {
        return system.filter(asked -> organisation.system(asked).isEmpty())
                .map(asked -> new Refusal.UnknownSystem(asked, organisation.systemIds()));
    }

    private Optional<Refusal> misfit(Registration registration) {
        return registration.attributes().isEmpty()
                ? Optional.empty()
                : registration.attributes().entrySet().stream()
                        .flatMap(field ->
                                RecordDecisions.misfit(organisation, field.getKey(), Optional.of(field.getValue()))
                                        .stream())
                        .findFirst();
    }

    private static Optional<Refusal> halfJudged(Registration registration) {
        return registration.impact().isPresent() == registration.urgency().isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal.HalfJudged(registration.impact(), registration.urgency()));
    }

    private boolean aboveContactTier(TierId tier) {
        return organisation.rank(tier) > organisation.rank(organisation.contactTier());
    }

    private Optional<Refusal> aboveContactTier(Station station) {
        return aboveContactTier(station.tier())
                ? Optional.of(new Refusal.NotAboveContactTier(
                        station.group(), station.tier(), organisation.contactTier(), open()))
                : Optional.empty();
    }

    private Optional<Refusal> sideDoor(Station station) {
        return ChainDecisions.entranceBeside(organisation, station)
                .map(entrance -> new Refusal.NotTheEntrance(station.group(), station.tier(), entrance, open()));
    }

    /** The groups at which cases come in. */
    private ImmutableSet<GroupId> open() {
        return organisation.groups().stream()
                .map(group -> new Station(group.id(), group.tier()))
                .filter(station -> !aboveContactTier(station.tier()))
                .filter(station ->
                        ChainDecisions.entranceBeside(organisation, station).isEmpty())
                .map(Station::group)
                .collect(ImmutableSet.toImmutableSet());
    }
}
