package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseRelation;
import dk.sagsflow.core.cases.Cause;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Reference;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.Visibility;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequiredText;
import dk.sagsflow.core.organisation.AttributeId;
import dk.sagsflow.core.organisation.AttributeValue;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.SystemId;
import dk.sagsflow.core.organisation.TierId;
import java.util.Map;
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
                        .map(signature -> events(number, registration, customer.get(), station, signature));
    }

    private Outcome<Signature> signature(Act act, Customer customer, Station station) {
        return Signature.arriving(act, sides.of(act, customer.id(), customer.unit(), station.group()::equals));
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

    private ImmutableList<CaseEvent> events(
            CaseNumber number, Registration registration, Customer customer, Station station, Signature signature) {
        ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        events.add(CaseEvent.Registered.builder()
                .header(signature.header(number, 1))
                .station(station)
                .customer(customer.id())
                .customerKind(customer.kind())
                .unit(customer.unit())
                .kind(registration.kind())
                .system(registration.system())
                .subject(registration.subject())
                .description(registration.description())
                .build());
        long sequence = 1;
        if (registration.category().isPresent() || registration.cause().isPresent()) {
            sequence++;
            events.add(new CaseEvent.Classified(
                    signature.header(number, sequence),
                    registration.kind(),
                    registration.system(),
                    registration.category(),
                    registration.cause().orElse(Cause.UNKNOWN)));
        }
        if (registration.impact().isPresent() && registration.urgency().isPresent()) {
            sequence++;
            events.add(RecordDecisions.prioritised(
                    organisation,
                    signature.header(number, sequence),
                    registration.impact().get(),
                    registration.urgency().get()));
        }
        for (Map.Entry<AttributeId, AttributeValue> field :
                registration.attributes().entrySet()) {
            sequence++;
            EventHeader header = signature.header(number, sequence);
            events.add(
                    RecordDecisions.attributeSet(organisation, header, field.getKey(), Optional.of(field.getValue())));
        }
        for (Reference reference : registration.references()) {
            sequence++;
            events.add(new CaseEvent.ReferenceAdded(signature.header(number, sequence), reference));
        }
        for (Attachment attachment : registration.attachments()) {
            sequence++;
            EventHeader header = signature.header(number, sequence);
            events.add(new CaseEvent.AttachmentAdded(header, Visibility.CUSTOMER, attachment, Optional.empty()));
        }
        if (registration.follows().isPresent()) {
            sequence++;
            events.add(new CaseEvent.CaseLinked(
                    signature.header(number, sequence),
                    CaseRelation.FOLLOWS,
                    registration.follows().get()));
        }
        return events.build();
    }
}
