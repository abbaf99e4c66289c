package dk.sagsflow.core.cases;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.watcher.Watcher;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes names and free text out of the events of a case and leaves the flow: who worked on it when, and what it was
 * about by kind, unit and system. Immutable.
 */
public final class PersonalData implements CaseEvent.Visitor<CaseEvent> {
    /** What stands where text stood. */
    public static final String TEXT = "[erased]";

    /** Who stands where the customer stood. */
    public static final CustomerId CUSTOMER = CustomerId.of("erased");

    /** Who stands where somebody stood who acted. */
    public static final ActorId SOMEBODY = ActorId.of("erased");

    private final Predicate<ActorId> customer;
    private final Predicate<String> category;

    private PersonalData(Predicate<ActorId> customer, Predicate<String> category) {
        this.customer = customer;
        this.category = category;
    }

    /**
     * The same events without personal data: who acted on the customer's side stays so, without a name; who acted for the
     * organisation stays named, unless the same one acted on the customer's side as well.
     */
    public static ImmutableList<CaseEvent> erasedFrom(Iterable<? extends CaseEvent> events) {
        return erasedFrom(events, actor -> false);
    }

    /**
     * The same events without personal data.
     *
     * @param customer whose names go as well, though they acted for the organisation: superusers, who are customers too
     */
    public static ImmutableList<CaseEvent> erasedFrom(
            Iterable<? extends CaseEvent> events, Predicate<ActorId> customer) {
        return erasedFrom(events, customer, category -> false);
    }

    /**
     * The same events without personal data.
     *
     * @param customer whose names go as well, though they acted for the organisation: superusers, who are customers too
     * @param category which categories stay, because rules ask for them; others are free text
     */
    public static ImmutableList<CaseEvent> erasedFrom(
            Iterable<? extends CaseEvent> events, Predicate<ActorId> customer, Predicate<String> category) {
        requireNonNull(customer, "customer");
        requireNonNull(category, "category");
        ImmutableSet.Builder<ActorId> customers = ImmutableSet.builder();
        for (CaseEvent event : events) {
            if (event.side() == Side.CUSTOMER) {
                customers.add(event.actor());
            }
        }
        PersonalData eraser = new PersonalData(customer.or(customers.build()::contains), category);
        ImmutableList.Builder<CaseEvent> erased = ImmutableList.builder();
        events.forEach(event -> erased.add(event.accept(eraser)));
        return erased.build();
    }

    private EventHeader header(CaseEvent event) {
        return event.header().toBuilder()
                .actor(unlessCustomer(event.actor()))
                .correlation(Optional.empty())
                .build();
    }

    private ActorId unlessCustomer(ActorId actor) {
        return customer.test(actor) ? SOMEBODY : actor;
    }

    @Override
    public CaseEvent registered(CaseEvent.Registered event) {
        return new CaseEvent.Registered(
                header(event),
                event.station(),
                CUSTOMER,
                event.customerKind(),
                event.unit(),
                event.kind(),
                event.system(),
                TEXT,
                TEXT);
    }

    @Override
    public CaseEvent accepted(CaseEvent.Accepted event) {
        return new CaseEvent.Accepted(header(event), event.station());
    }

    @Override
    public CaseEvent assigned(CaseEvent.Assigned event) {
        return new CaseEvent.Assigned(
                header(event),
                event.station(),
                unlessCustomer(event.assignee()),
                event.reason().map(reason -> TEXT));
    }

    @Override
    public CaseEvent unassigned(CaseEvent.Unassigned event) {
        return new CaseEvent.Unassigned(header(event), event.station(), unlessCustomer(event.assignee()), TEXT);
    }

    @Override
    public CaseEvent handedOver(CaseEvent.HandedOver event) {
        return new CaseEvent.HandedOver(header(event), event.from(), event.to(), TEXT);
    }

    @Override
    public CaseEvent advisoryNoticeGiven(CaseEvent.AdvisoryNoticeGiven event) {
        return new CaseEvent.AdvisoryNoticeGiven(header(event), event.tier(), event.reason());
    }

    @Override
    public CaseEvent answered(CaseEvent.Answered event) {
        return new CaseEvent.Answered(header(event), event.by(), event.to(), TEXT);
    }

    @Override
    public CaseEvent givenBack(CaseEvent.GivenBack event) {
        return new CaseEvent.GivenBack(header(event), event.by(), event.to(), event.reason(), TEXT);
    }

    @Override
    public CaseEvent putOnHold(CaseEvent.PutOnHold event) {
        return new CaseEvent.PutOnHold(header(event), event.waitingFor(), event.until(), TEXT);
    }

    @Override
    public CaseEvent resumed(CaseEvent.Resumed event) {
        return new CaseEvent.Resumed(header(event));
    }

    @Override
    public CaseEvent classified(CaseEvent.Classified event) {
        return new CaseEvent.Classified(
                header(event),
                event.kind(),
                event.system(),
                event.category().map(told -> category.test(told) ? told : TEXT),
                event.cause());
    }

    @Override
    public CaseEvent prioritised(CaseEvent.Prioritised event) {
        return new CaseEvent.Prioritised(header(event), event.impact(), event.urgency(), event.priority());
    }

    @Override
    public CaseEvent attributeSet(CaseEvent.AttributeSet event) {
        return new CaseEvent.AttributeSet(
                header(event),
                event.attribute(),
                event.personal() ? Optional.empty() : event.value(),
                event.personal());
    }

    @Override
    public CaseEvent noteAdded(CaseEvent.NoteAdded event) {
        return new CaseEvent.NoteAdded(header(event), event.visibility(), TEXT);
    }

    @Override
    public CaseEvent supplierContactDocumented(CaseEvent.SupplierContactDocumented event) {
        return new CaseEvent.SupplierContactDocumented(header(event), event.supplier(), TEXT);
    }

    @Override
    public CaseEvent workaroundProvided(CaseEvent.WorkaroundProvided event) {
        return new CaseEvent.WorkaroundProvided(header(event), event.visibility(), TEXT, event.parent());
    }

    @Override
    public CaseEvent convertedToChange(CaseEvent.ConvertedToChange event) {
        return new CaseEvent.ConvertedToChange(header(event), event.changeKind(), TEXT);
    }

    @Override
    public CaseEvent knowledgeLinked(CaseEvent.KnowledgeLinked event) {
        return new CaseEvent.KnowledgeLinked(header(event), TEXT);
    }

    @Override
    public CaseEvent attachmentAdded(CaseEvent.AttachmentAdded event) {
        return new CaseEvent.AttachmentAdded(header(event), event.visibility(), Attachment.erased(), event.note());
    }

    /** What it is called elsewhere leads to what stands there. */
    @Override
    public CaseEvent referenceAdded(CaseEvent.ReferenceAdded event) {
        return new CaseEvent.ReferenceAdded(
                header(event), new Reference(event.reference().system(), TEXT));
    }

    @Override
    public CaseEvent watcherAdded(CaseEvent.WatcherAdded event) {
        return new CaseEvent.WatcherAdded(header(event), erased(event.watcher()));
    }

    @Override
    public CaseEvent watcherRemoved(CaseEvent.WatcherRemoved event) {
        return new CaseEvent.WatcherRemoved(header(event), erased(event.watcher()));
    }

    private Watcher erased(Watcher watcher) {
        return watcher instanceof Watcher.Member member
                ? new Watcher.Member(unlessCustomer(member.actor()), member.copies())
                : Watcher.erased(watcher);
    }

    @Override
    public CaseEvent caseLinked(CaseEvent.CaseLinked event) {
        return new CaseEvent.CaseLinked(header(event), event.relation(), event.other(), event.otherVersion());
    }

    @Override
    public CaseEvent becameMajorIncident(CaseEvent.BecameMajorIncident event) {
        return new CaseEvent.BecameMajorIncident(header(event));
    }

    @Override
    public CaseEvent becameOriginal(CaseEvent.BecameOriginal event) {
        return new CaseEvent.BecameOriginal(header(event));
    }

    @Override
    public CaseEvent caseUnlinked(CaseEvent.CaseUnlinked event) {
        return new CaseEvent.CaseUnlinked(header(event), event.relation(), event.other(), event.reason());
    }

    @Override
    public CaseEvent childrenTold(CaseEvent.ChildrenTold event) {
        return new CaseEvent.ChildrenTold(header(event), event.said(), event.upTo());
    }

    @Override
    public CaseEvent heardFromParent(CaseEvent.HeardFromParent event) {
        return new CaseEvent.HeardFromParent(header(event), event.parent(), event.said());
    }

    @Override
    public CaseEvent thresholdPassed(CaseEvent.ThresholdPassed event) {
        return new CaseEvent.ThresholdPassed(header(event), event.passed(), event.unheard());
    }

    @Override
    public CaseEvent thresholdRetracted(CaseEvent.ThresholdRetracted event) {
        return new CaseEvent.ThresholdRetracted(header(event), event.threshold());
    }

    @Override
    public CaseEvent escalated(CaseEvent.Escalated event) {
        return new CaseEvent.Escalated(header(event), unlessCustomer(event.to()), TEXT, event.occasion());
    }

    @Override
    public CaseEvent followedUp(CaseEvent.FollowedUp event) {
        return new CaseEvent.FollowedUp(header(event), event.followUp());
    }

    @Override
    public CaseEvent setAside(CaseEvent.SetAside event) {
        return new CaseEvent.SetAside(header(event), TEXT);
    }

    @Override
    public CaseEvent takenUp(CaseEvent.TakenUp event) {
        return new CaseEvent.TakenUp(header(event));
    }

    @Override
    public CaseEvent reopened(CaseEvent.Reopened event) {
        return new CaseEvent.Reopened(header(event), event.station(), TEXT);
    }

    @Override
    public CaseEvent closed(CaseEvent.Closed event) {
        return new CaseEvent.Closed(header(event), event.reason(), TEXT);
    }

    @Override
    public CaseEvent imported(CaseEvent.Imported event) {
        return new CaseEvent.Imported(header(event), event.origin());
    }

    @Override
    public CaseEvent personForgotten(CaseEvent.PersonForgotten event) {
        return new CaseEvent.PersonForgotten(header(event));
    }

    @Override
    public CaseEvent personalDataErased(CaseEvent.PersonalDataErased event) {
        return new CaseEvent.PersonalDataErased(header(event));
    }
}
