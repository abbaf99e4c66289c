package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RequiredText;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.util.Optional;

/** What is written down on a case without moving it. */
final class RecordDecisions {
    private final Deliberation deliberation;
    private final SupportOrganisation organisation;
    private final SupportCase current;

    RecordDecisions(Deliberation deliberation) {
        this.deliberation = deliberation;
        this.organisation = deliberation.organisation;
        this.current = deliberation.current;
    }

    Outcome<ImmutableList<CaseEvent>> classify(CaseCommand.Classify command) {
        Optional<Refusal> refusal = deliberation
                .unlessWorkedOn(CaseAction.CLASSIFY)
                .or(() -> RegistrationDecision.unknownSystem(organisation, command.system()));
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : deliberation.accept(new CaseEvent.Classified(
                        deliberation.next(), command.kind(), command.system(), command.category(), command.cause()));
    }

    Outcome<ImmutableList<CaseEvent>> prioritise(CaseCommand.Prioritise command) {
        Optional<Refusal> refusal = deliberation.unlessWorkedOn(CaseAction.PRIORITISE);
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : deliberation.accept(
                        prioritised(organisation, deliberation.next(), command.impact(), command.urgency()));
    }

    static CaseEvent prioritised(SupportOrganisation organisation, EventHeader header, Impact impact, Urgency urgency) {
        return new CaseEvent.Prioritised(
                header, impact, urgency, organisation.priorityMatrix().priority(impact, urgency));
    }

    Outcome<ImmutableList<CaseEvent>> setAttribute(CaseCommand.SetAttribute command) {
        Optional<Refusal> refusal = deliberation
                .unlessWorkedOn(CaseAction.SET_ATTRIBUTE)
                .or(() -> misfit(organisation, command.attribute(), command.value()));
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : deliberation.accept(
                        attributeSet(organisation, deliberation.next(), command.attribute(), command.value()));
    }

    /** What is against this value in this field. */
    static Optional<Refusal> misfit(
            SupportOrganisation organisation, AttributeId attribute, Optional<AttributeValue> value) {
        Optional<AttributeDefinition> definition = organisation.attribute(attribute);
        if (definition.isEmpty()) {
            return Optional.of(new Refusal.UnknownAttribute(attribute, organisation.attributeIds()));
        }
        return value.filter(given -> !definition.get().allows(given))
                .map(given -> new Refusal.ValueNotAllowed(
                        attribute, definition.get().type(), definition.get().choices(), given.type()));
    }

    static CaseEvent attributeSet(
            SupportOrganisation organisation, EventHeader header, AttributeId id, Optional<AttributeValue> value) {
        boolean personal =
                organisation.attribute(id).filter(AttributeDefinition::personal).isPresent();
        return new CaseEvent.AttributeSet(header, id, value, personal);
    }

    Outcome<ImmutableList<CaseEvent>> addNote(CaseCommand.AddNote command, Actor actor, ReplyTerms terms) {
        ReplyDecisions reply = new ReplyDecisions(deliberation, terms);
        Optional<Refusal> refusal = Deliberation.unlessText(RequiredText.NOTE, command.text())
                .or(() -> command.visibility() == Visibility.CUSTOMER ? reply.tooLate() : Optional.empty());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (command.visibility() == Visibility.CUSTOMER && !onCustomersSide(actor)) {
            return Outcome.refused(new Refusal.ContactTierSpeaks(
                    current.working().map(Station::tier).orElse(organisation.contactTier()),
                    organisation.contactTier()));
        }
        EventHeader header = deliberation.next();
        ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        events.add(new CaseEvent.NoteAdded(header, command.visibility(), command.text()));
        for (Attachment attachment : command.attachments()) {
            events.add(new CaseEvent.AttachmentAdded(
                    deliberation.next(), command.visibility(), attachment, Optional.of(header.sequence())));
        }
        return Outcome.accepted(events.addAll(reply.after(command.visibility())).build());
    }

    Outcome<ImmutableList<CaseEvent>> documentSupplierContact(CaseCommand.DocumentSupplierContact command) {
        Optional<Refusal> refusal = deliberation
                .unlessWorkedOn(CaseAction.DOCUMENT_SUPPLIER_CONTACT)
                .or(() -> Deliberation.unlessText(RequiredText.CONTACT_SUMMARY, command.summary()))
                .or(() -> organisation.group(command.supplier()).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Refusal.UnknownContact(command.supplier(), organisation.groupIds())));
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : deliberation.accept(new CaseEvent.SupplierContactDocumented(
                        deliberation.next(), command.supplier(), command.summary()));
    }

    Outcome<ImmutableList<CaseEvent>> escalate(CaseCommand.Escalate command, Optional<Actor> to) {
        Optional<Refusal> refusal = deliberation
                .unlessWorkedOn(CaseAction.ESCALATE)
                .or(() -> Deliberation.unlessText(RequiredText.ESCALATION_REASON, command.reason()))
                .or(() -> to.isPresent() ? Optional.empty() : Optional.of(new Refusal.UnknownActor(command.to())))
                .or(() -> to.filter(actor -> !ofTheOrganisation(actor))
                        .map(actor -> new Refusal.NotOfTheOrganisation(actor.id(), organisation.groupIds())));
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : deliberation.accept(new CaseEvent.Escalated(deliberation.next(), command.to(), command.reason()));
    }

    /** Whoever is told reads the number, the subject and the reason, so nobody is who is only a customer. */
    private boolean ofTheOrganisation(Actor actor) {
        return actor.memberships().stream().anyMatch(organisation.groupIds()::contains)
                || organisation.duty().contains(actor.id())
                || organisation.groups().stream()
                        .anyMatch(
                                group -> group.lead().filter(actor.id()::equals).isPresent());
    }

    Outcome<ImmutableList<CaseEvent>> provideWorkaround(CaseCommand.ProvideWorkaround command) {
        Optional<Refusal> refusal = deliberation
                .unlessWorkedOn(CaseAction.PROVIDE_WORKAROUND)
                .or(() -> Deliberation.unlessText(RequiredText.WORKAROUND, command.workaround()));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Visibility visibility = deliberation.atContactTierOrBelow() ? Visibility.CUSTOMER : Visibility.INTERNAL;
        return deliberation.accept(new CaseEvent.WorkaroundProvided(
                deliberation.next(), visibility, command.workaround(), Optional.empty()));
    }

    Outcome<ImmutableList<CaseEvent>> linkKnowledge(CaseCommand.LinkKnowledge command) {
        Optional<Refusal> refusal = Deliberation.unlessText(RequiredText.ARTICLE, command.article());
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : deliberation.accept(new CaseEvent.KnowledgeLinked(deliberation.next(), command.article()));
    }

    /** Whether another case has it is known where the step is stored. */
    Outcome<ImmutableList<CaseEvent>> addReference(CaseCommand.AddReference command) {
        return deliberation.current.references().contains(command.reference())
                ? Outcome.refused(
                        new Refusal.ReferenceTaken(command.reference(), Optional.of(deliberation.current.number())))
                : deliberation.accept(new CaseEvent.ReferenceAdded(deliberation.next(), command.reference()));
    }

    Outcome<ImmutableList<CaseEvent>> takeUp() {
        return current.setAside().isPresent()
                ? deliberation.accept(new CaseEvent.TakenUp(deliberation.next()))
                : Outcome.refused(new Refusal.NotSetAside(current.number()));
    }

    private boolean onCustomersSide(Actor actor) {
        int contact = organisation.rank(organisation.contactTier());
        return actor.automation()
                || actor.customer().isPresent()
                || actor.memberships().stream()
                        .flatMap(group -> organisation.group(group).stream())
                        .map(SupportGroup::tier)
                        .anyMatch(tier -> organisation.rank(tier) <= contact);
    }
}
