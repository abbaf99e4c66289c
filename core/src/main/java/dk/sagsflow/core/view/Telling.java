package dk.sagsflow.core.view;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.watcher.Watcher;
import java.util.Optional;

/**
 * What customers, and the superusers of their unit, are told of each event; nothing of those that have no line here. Reasons
 * and answers that go between groups stay inside, but for those to and from the tiers before the contact tier, which are for
 * superusers.
 */
final class Telling implements CaseEvent.Visitor<Optional<CustomerEvent>> {
    private final SupportOrganisation organisation;
    private final Audience audience;

    Telling(SupportOrganisation organisation, Audience audience) {
        this.organisation = organisation;
        this.audience = audience;
    }

    private static CustomerEvent.Builder of(CaseEvent event, EventKind kind) {
        return CustomerEvent.builder()
                .sequence(event.sequence())
                .at(event.occurredAt())
                .side(event.header().side())
                .kind(kind);
    }

    private static Optional<CustomerEvent> told(CustomerEvent.Builder event) {
        return Optional.of(event.build());
    }

    /** What is said between superusers and those above them. */
    private Optional<String> amongColleagues(Station below, String text) {
        boolean beforeContactTier = organisation.rank(below.tier()) < organisation.rank(organisation.contactTier());
        return Optional.of(text).filter(said -> audience == Audience.COLLEAGUE && beforeContactTier);
    }

    @Override
    public Optional<CustomerEvent> registered(CaseEvent.Registered event) {
        return told(of(event, EventKind.REGISTERED).station(event.station()).text(event.description()));
    }

    @Override
    public Optional<CustomerEvent> accepted(CaseEvent.Accepted event) {
        return told(of(event, EventKind.ACCEPTED).station(event.station()));
    }

    @Override
    public Optional<CustomerEvent> handedOver(CaseEvent.HandedOver event) {
        return told(of(event, EventKind.HANDED_OVER)
                .station(event.to())
                .text(amongColleagues(event.from(), event.reason())));
    }

    @Override
    public Optional<CustomerEvent> answered(CaseEvent.Answered event) {
        return told(of(event, EventKind.ANSWERED)
                .station(event.to())
                .text(
                        event.to().isEmpty()
                                ? Optional.of(event.answer())
                                : amongColleagues(event.to().get(), event.answer())));
    }

    @Override
    public Optional<CustomerEvent> givenBack(CaseEvent.GivenBack event) {
        return told(of(event, EventKind.GIVEN_BACK)
                .station(event.to())
                .text(amongColleagues(event.to(), event.explanation())
                        // That explanation names the major incident.
                        .filter(said -> event.reason() != GiveBackReason.SOLVED_BY_PARENT)));
    }

    @Override
    public Optional<CustomerEvent> putOnHold(CaseEvent.PutOnHold event) {
        return told(of(event, EventKind.PUT_ON_HOLD)
                .waitingFor(event.waitingFor())
                .until(event.until())
                .text(Optional.of(event.note()).filter(note -> event.waitingFor() == WaitingFor.CUSTOMER)));
    }

    @Override
    public Optional<CustomerEvent> resumed(CaseEvent.Resumed event) {
        return told(of(event, EventKind.RESUMED));
    }

    @Override
    public Optional<CustomerEvent> prioritised(CaseEvent.Prioritised event) {
        return told(of(event, EventKind.PRIORITISED).priority(event.priority()));
    }

    @Override
    public Optional<CustomerEvent> noteAdded(CaseEvent.NoteAdded event) {
        return event.visibility() == Visibility.CUSTOMER
                ? told(of(event, EventKind.NOTE_ADDED).text(event.text()))
                : Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> attachmentAdded(CaseEvent.AttachmentAdded event) {
        return event.visibility() == Visibility.CUSTOMER
                ? told(of(event, EventKind.ATTACHMENT_ADDED)
                        .attachment(event.attachment())
                        .note(event.note()))
                : Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> watcherAdded(CaseEvent.WatcherAdded event) {
        return watching(event, EventKind.WATCHER_ADDED, event.watcher());
    }

    @Override
    public Optional<CustomerEvent> watcherRemoved(CaseEvent.WatcherRemoved event) {
        return watching(event, EventKind.WATCHER_REMOVED, event.watcher());
    }

    /** Colleagues of the customer; who of the organisation watches stays inside. */
    private static Optional<CustomerEvent> watching(CaseEvent event, EventKind kind, Watcher watcher) {
        return watcher instanceof Watcher.Colleague colleague
                ? told(of(event, kind).text(colleague.address()))
                : Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> workaroundProvided(CaseEvent.WorkaroundProvided event) {
        return event.visibility() == Visibility.CUSTOMER
                ? told(of(event, EventKind.WORKAROUND_PROVIDED).text(event.workaround()))
                : Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> convertedToChange(CaseEvent.ConvertedToChange event) {
        return told(of(event, EventKind.CONVERTED_TO_CHANGE));
    }

    @Override
    public Optional<CustomerEvent> followedUp(CaseEvent.FollowedUp event) {
        return event.followUp().tellsCustomer() && !event.followUp().superseded()
                ? told(of(event, EventKind.FOLLOWED_UP))
                : Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> reopened(CaseEvent.Reopened event) {
        return told(of(event, EventKind.REOPENED).station(event.station()).text(event.reason()));
    }

    @Override
    public Optional<CustomerEvent> closed(CaseEvent.Closed event) {
        return told(of(event, EventKind.CLOSED)
                .closingReason(event.reason())
                .text(Optional.of(event.remark()).filter(remark -> !remark.isBlank())));
    }

    @Override
    public Optional<CustomerEvent> personalDataErased(CaseEvent.PersonalDataErased event) {
        return told(of(event, EventKind.PERSONAL_DATA_ERASED));
    }

    @Override
    public Optional<CustomerEvent> assigned(CaseEvent.Assigned event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> unassigned(CaseEvent.Unassigned event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> advisoryNoticeGiven(CaseEvent.AdvisoryNoticeGiven event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> classified(CaseEvent.Classified event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> attributeSet(CaseEvent.AttributeSet event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> supplierContactDocumented(CaseEvent.SupplierContactDocumented event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> knowledgeLinked(CaseEvent.KnowledgeLinked event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> referenceAdded(CaseEvent.ReferenceAdded event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> caseLinked(CaseEvent.CaseLinked event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> thresholdPassed(CaseEvent.ThresholdPassed event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> escalated(CaseEvent.Escalated event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> setAside(CaseEvent.SetAside event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> takenUp(CaseEvent.TakenUp event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> imported(CaseEvent.Imported event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> heardFromParent(CaseEvent.HeardFromParent event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> childrenTold(CaseEvent.ChildrenTold event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> personForgotten(CaseEvent.PersonForgotten event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> becameMajorIncident(CaseEvent.BecameMajorIncident event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> becameOriginal(CaseEvent.BecameOriginal event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> caseUnlinked(CaseEvent.CaseUnlinked event) {
        return Optional.empty();
    }

    @Override
    public Optional<CustomerEvent> thresholdRetracted(CaseEvent.ThresholdRetracted event) {
        return Optional.empty();
    }
}
