package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.relation.CaseRelation;
import java.util.Optional;

/** What a registration brings along, as events of one instant. Not thread-safe. */
final class RegistrationEvents {
    private final ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
    private final SupportOrganisation organisation;
    private final CaseNumber number;
    private final Registration registration;
    private final Signature signature;
    private long sequence;

    RegistrationEvents(
            SupportOrganisation organisation, CaseNumber number, Registration registration, Signature signature) {
        this.organisation = organisation;
        this.number = number;
        this.registration = registration;
        this.signature = signature;
    }

    ImmutableList<CaseEvent> of(Customer customer, Station station) {
        registered(customer, station);
        judged();
        filledIn();
        accompanied();
        return events.build();
    }

    private EventHeader next() {
        sequence++;
        return signature.header(number, sequence);
    }

    private void registered(Customer customer, Station station) {
        events.add(CaseEvent.Registered.builder()
                .header(next())
                .station(station)
                .customer(customer.id())
                .customerKind(customer.kind())
                .unit(customer.unit())
                .kind(registration.kind())
                .system(registration.system())
                .subject(registration.subject())
                .description(registration.description())
                .build());
    }

    private void judged() {
        if (registration.category().isPresent() || registration.cause().isPresent()) {
            events.add(new CaseEvent.Classified(
                    next(),
                    registration.kind(),
                    registration.system(),
                    registration.category(),
                    registration.cause().orElse(Cause.UNKNOWN)));
        }
        if (registration.impact().isPresent() && registration.urgency().isPresent()) {
            events.add(RecordDecisions.prioritised(
                    organisation,
                    next(),
                    registration.impact().get(),
                    registration.urgency().get()));
        }
    }

    private void filledIn() {
        registration
                .attributes()
                .forEach((field, value) ->
                        events.add(RecordDecisions.attributeSet(organisation, next(), field, Optional.of(value))));
    }

    private void accompanied() {
        registration.references().forEach(reference -> events.add(new CaseEvent.ReferenceAdded(next(), reference)));
        registration
                .attachments()
                .forEach(attachment -> events.add(
                        new CaseEvent.AttachmentAdded(next(), Visibility.CUSTOMER, attachment, Optional.empty())));
        registration
                .follows()
                .ifPresent(other -> events.add(new CaseEvent.CaseLinked(next(), CaseRelation.FOLLOWS, other)));
    }
}
