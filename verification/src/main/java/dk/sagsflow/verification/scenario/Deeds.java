package dk.sagsflow.verification.scenario;

import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.conversation.Channel;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.verification.script.Detail;
import dk.sagsflow.verification.script.Happening;
import dk.sagsflow.verification.script.Judgement;
import dk.sagsflow.verification.script.Values;
import dk.sagsflow.verification.script.Verb;
import java.time.Instant;
import java.util.Optional;

/** What is asked of a desk when something happens in a scenario. */
final class Deeds {
    private static final Circumstances BY_MAIL =
            Circumstances.builder().channel(Channel.MAIL).relays(Side.CUSTOMER).build();

    private final SupportOrganisation organisation;
    private final Cast cast;

    Deeds(SupportOrganisation organisation, Cast cast) {
        this.organisation = organisation;
        this.cast = cast;
    }

    CaseRequest request(Happening event, SupportCase current) {
        CaseRequest request = CaseRequest.of(actor(event, current), current.number(), command(event, current));
        return relayed(event) ? request.withCircumstances(BY_MAIL) : request;
    }

    /** A customer who has no access to the helpdesk is heard through somebody who has. */
    private boolean relayed(Happening event) {
        return event.verb() == Verb.WROTE
                && event.by().isEmpty()
                && !cast.customer().helpdeskAccess();
    }

    ActorId actor(Happening event, SupportCase current) {
        if (event.by().isPresent()) {
            return cast.named(event.by().get());
        }
        boolean customers =
                event.verb() == Verb.WROTE || event.verb() == Verb.REOPENED || event.verb() == Verb.CONFIRMED;
        if (customers && cast.customer().helpdeskAccess()) {
            return cast.asker().id();
        }
        return customers || event.verb() == Verb.CLOSED
                ? cast.somebodyOf(organisation.contactEntrance())
                : cast.worksOn(current);
    }

    private CaseCommand command(Happening event, SupportCase current) {
        return switch (event.verb()) {
            case ACCEPTED -> new CaseCommand.Accept();
            case ASSIGNED -> new CaseCommand.Assign(person(event));
            case HANDED_OVER, TRIAGED -> new CaseCommand.HandOver(group(event, Detail.GROUP), reason(event));
            case ANSWERED -> new CaseCommand.Answer(event.text());
            case GIVEN_BACK -> givenBack(event);
            case WAITS -> waits(event);
            case RESUMED -> new CaseCommand.Resume();
            case CLASSIFIED -> classified(event, current);
            case PRIORITISED -> prioritised(event, current);
            case FILLED_IN -> filledIn(event);
            case NOTED -> new CaseCommand.AddNote(Visibility.INTERNAL, event.text());
            case TOLD, WROTE -> new CaseCommand.AddNote(Visibility.CUSTOMER, event.text());
            default -> rarer(event);
        };
    }

    private CaseCommand rarer(Happening event) {
        return switch (event.verb()) {
            case DOCUMENTED -> new CaseCommand.DocumentSupplierContact(group(event, Detail.SUPPLIER), event.text());
            case ESCALATED -> new CaseCommand.Escalate(person(event), reason(event));
            case WORKAROUND -> new CaseCommand.ProvideWorkaround(event.text());
            case CONVERTED ->
                new CaseCommand.ConvertToChange(
                        event.constant(Detail.CHANGE, ChangeKind.class).orElse(ChangeKind.STANDARD),
                        event.detail(Detail.REFERENCE).orElse("RFC-1"));
            case REFERRED ->
                new CaseCommand.Refer(event.detail(Detail.UNIT_OUTSIDE).orElseThrow(), event.text());
            case REOPENED -> new CaseCommand.Reopen(reason(event));
            case CONFIRMED -> new CaseCommand.Confirm();
            case CLOSED ->
                new CaseCommand.Close(
                        event.constant(Detail.CLOSING_REASON, ClosingReason.class)
                                .orElse(ClosingReason.WITHDRAWN),
                        event.text());
            default -> throw new IllegalStateException("no command for " + event.verb());
        };
    }

    private static CaseCommand givenBack(Happening event) {
        return new CaseCommand.GiveBack(
                event.constant(Detail.GIVE_BACK_REASON, GiveBackReason.class).orElse(GiveBackReason.MISROUTED),
                event.text());
    }

    private static CaseCommand waits(Happening event) {
        return new CaseCommand.Pause(
                event.constant(Detail.WAITING, WaitingFor.class).orElseThrow(),
                event.detail(Detail.UNTIL).map(Instant::parse),
                event.text());
    }

    private static CaseCommand classified(Happening event, SupportCase current) {
        return new CaseCommand.Classify(
                event.constant(Detail.KIND, CaseKind.class).orElse(current.kind()),
                event.detail(Detail.SYSTEM).map(SystemId::of).or(current::system),
                event.detail(Detail.CATEGORY).or(current::category),
                event.constant(Detail.CAUSE, Cause.class).orElse(current.cause()));
    }

    private CaseCommand prioritised(Happening event, SupportCase current) {
        Judgement judged = Judgement.of(
                organisation.priorityMatrix(),
                event.constant(Detail.PRIORITY, Priority.class),
                event.constant(Detail.IMPACT, Impact.class),
                event.constant(Detail.URGENCY, Urgency.class));
        return new CaseCommand.Prioritise(
                judged.impact().or(current::impact).orElse(Impact.LOW),
                judged.urgency().or(current::urgency).orElse(Urgency.LOW));
    }

    private CaseCommand filledIn(Happening event) {
        AttributeId id = AttributeId.of(event.detail(Detail.ATTRIBUTE).orElseThrow());
        String text = event.detail(Detail.VALUE).orElseThrow();
        AttributeValue value =
                Values.attribute(organisation.attribute(id).orElseThrow().type(), text);
        return new CaseCommand.SetAttribute(id, Optional.of(value));
    }

    private ActorId person(Happening event) {
        return cast.named(event.detail(Detail.PERSON).orElseThrow());
    }

    private static GroupId group(Happening event, Detail detail) {
        return GroupId.of(event.detail(detail).orElseThrow());
    }

    private static String reason(Happening event) {
        return event.detail(Detail.REASON).orElse("as the scenario says");
    }
}
