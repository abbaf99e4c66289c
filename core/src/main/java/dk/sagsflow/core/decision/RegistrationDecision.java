package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.AttributeId;
import dk.sagsflow.core.organisation.AttributeValue;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.SystemId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether, and where, a case comes in. */
final class RegistrationDecision {
    private final SupportOrganisation organisation;
    private final Directory directory;

    RegistrationDecision(SupportOrganisation organisation, Directory directory) {
        this.organisation = organisation;
        this.directory = directory;
    }

    Outcome<ImmutableList<CaseEvent>> register(
            CaseNumber number, Registration registration, ActorId actor, Instant now) {
        Optional<Customer> customer = directory.customer(registration.customer());
        if (customer.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownCustomer(registration.customer()));
        }
        GroupId groupId = registration.group().orElseGet(organisation::contactEntrance);
        Optional<SupportGroup> group = organisation.group(groupId);
        if (group.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownGroup(groupId, organisation.groupIds()));
        }
        Station station = new Station(groupId, group.get().tier());
        Optional<Refusal> refusal = Deliberation.unlessText("subject", registration.subject())
                .or(() -> unknownSystem(organisation, registration.system()))
                .or(() -> misfit(registration))
                .or(() -> aboveContactTier(station))
                .or(() -> ChainDecisions.sideDoor(organisation, station));
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : Outcome.accepted(events(number, registration, customer.get(), station, actor, now));
    }

    static Optional<Refusal> unknownSystem(SupportOrganisation organisation, Optional<SystemId> system) {
        return system.filter(asked -> organisation.system(asked).isEmpty())
                .map(asked -> new Refusal.UnknownSystem(asked, organisation.systemIds()));
    }

    private Optional<Refusal> misfit(Registration registration) {
        return registration.attributes().entrySet().stream()
                .flatMap(field ->
                        RecordDecisions.misfit(organisation, field.getKey(), Optional.of(field.getValue())).stream())
                .findFirst();
    }

    private Optional<Refusal> aboveContactTier(Station station) {
        return organisation.rank(station.tier()) > organisation.rank(organisation.contactTier())
                ? Optional.of(
                        new Refusal.NotAboveContactTier(station.group(), station.tier(), organisation.contactTier()))
                : Optional.empty();
    }

    private ImmutableList<CaseEvent> events(
            CaseNumber number,
            Registration registration,
            Customer customer,
            Station station,
            ActorId actor,
            Instant now) {
        ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        events.add(new CaseEvent.Registered(
                new EventHeader(number, 1, now, actor),
                station,
                customer.id(),
                customer.kind(),
                customer.unit(),
                registration.kind(),
                registration.system(),
                registration.subject(),
                registration.description()));
        long sequence = 1;
        for (Map.Entry<AttributeId, AttributeValue> field :
                registration.attributes().entrySet()) {
            sequence++;
            EventHeader header = new EventHeader(number, sequence, now, actor);
            events.add(
                    RecordDecisions.attributeSet(organisation, header, field.getKey(), Optional.of(field.getValue())));
        }
        return events.build();
    }
}
