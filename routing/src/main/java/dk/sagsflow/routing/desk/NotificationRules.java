package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.Visibility;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * Who is told what: customers without access to the helpdesk by mail (R20), groups by advisory notice (R08, R10), groups
 * and those who answer for them when a limit is near or used up (R17).
 */
final class NotificationRules {
    private static final String TEXTS = "dk.sagsflow.routing.desk.notifications";
    private static final Locale DANISH = Locale.forLanguageTag("da");

    private final SupportOrganisation organisation;
    private final Directory directory;
    private final OpeningHoursHold hold;

    NotificationRules(SupportOrganisation organisation, Directory directory, OpeningHoursHold hold) {
        this.organisation = organisation;
        this.directory = directory;
        this.hold = hold;
    }

    /** What these new events of the case have to be told. */
    ImmutableList<Notification> of(SupportCase after, ImmutableList<CaseEvent> events) {
        ImmutableList.Builder<Notification> all = ImmutableList.builder();
        Optional<Instant> tellFrom = Optional.empty();
        for (CaseEvent event : events) {
            if (event instanceof CaseEvent.ThresholdPassed threshold) {
                tellFrom = hold.tellFrom(threshold.passed(), event.at());
            }
            if (event instanceof CaseEvent.FollowedUp followed) {
                tellFrom = hold.tellFrom(followed.followUp(), event.at());
            }
            // An escalation follows the threshold that asks for it, and is held as that is.
            boolean holdable = event instanceof CaseEvent.ThresholdPassed
                    || event instanceof CaseEvent.FollowedUp
                    || event instanceof CaseEvent.Escalated;
            Optional<Instant> opening = holdable ? tellFrom : Optional.empty();
            Stream.concat(toCustomer(after, event), toGroups(after, event))
                    .map(notification -> opening.map(notification::heldUntil).orElse(notification))
                    .forEach(all::add);
        }
        return all.build();
    }

    private Stream<Notification> toCustomer(SupportCase after, CaseEvent event) {
        Optional<Customer> customer = directory.customer(after.customer()).filter(known -> !known.helpdeskAccess());
        Optional<String> address = customer.flatMap(Customer::mailAddress);
        if (customer.isEmpty() || address.isEmpty()) {
            return Stream.empty();
        }
        Locale language = customer.get().language();
        return told(event)
                .map(message -> notification(after, event, message.kind(), address.get(), language, message.text()))
                .stream();
    }

    private Stream<Notification> toGroups(SupportCase after, CaseEvent event) {
        if (event instanceof CaseEvent.AdvisoryNoticeGiven notice) {
            return organisation
                    .groupsAt(notice.tier())
                    .flatMap(group -> group.mailAddress().stream())
                    .distinct()
                    .map(address -> notification(
                            after, event, Notification.Kind.ADVISORY_NOTICE, address, DANISH, after.subject()));
        }
        if (event instanceof CaseEvent.ThresholdPassed threshold) {
            Notification.Kind kind = threshold.passed().exceeded()
                    ? Notification.Kind.TIME_LIMIT_EXCEEDED
                    : Notification.Kind.TIME_LIMIT_NEAR;
            return threshold.passed().told().stream()
                    .flatMap(group -> organisation.group(group).flatMap(SupportGroup::mailAddress).stream())
                    .distinct()
                    .map(address -> notification(after, event, kind, address, DANISH, after.subject()));
        }
        if (event instanceof CaseEvent.FollowedUp followed) {
            return followed.followUp().told().stream()
                    .flatMap(group -> organisation.group(group).flatMap(SupportGroup::mailAddress).stream())
                    .distinct()
                    .map(address ->
                            notification(after, event, Notification.Kind.FOLLOW_UP, address, DANISH, after.subject()));
        }
        if (event instanceof CaseEvent.Escalated escalated) {
            return directory.actor(escalated.to()).flatMap(Actor::mailAddress).stream()
                    .map(address -> notification(
                            after, event, Notification.Kind.ESCALATED, address, DANISH, escalated.reason()));
        }
        return Stream.empty();
    }

    private record Message(Notification.Kind kind, String text) {}

    private static Optional<Message> told(CaseEvent event) {
        if (event instanceof CaseEvent.Registered registered) {
            return Optional.of(new Message(Notification.Kind.REGISTERED, registered.subject()));
        }
        if (event instanceof CaseEvent.PutOnHold hold && hold.waitingFor() == WaitingFor.CUSTOMER) {
            return Optional.of(new Message(Notification.Kind.WAITING_FOR_CUSTOMER, hold.note()));
        }
        if (event instanceof CaseEvent.Answered answered && answered.to().isEmpty()) {
            return Optional.of(new Message(Notification.Kind.ANSWERED, answered.answer()));
        }
        if (event instanceof CaseEvent.WorkaroundProvided provided && provided.visibility() == Visibility.CUSTOMER) {
            return Optional.of(new Message(Notification.Kind.WORKAROUND, provided.workaround()));
        }
        if (event instanceof CaseEvent.FollowedUp followed
                && followed.followUp().tellsCustomer()) {
            return Optional.of(new Message(reminder(followed.followUp().occasion()), ""));
        }
        if (event instanceof CaseEvent.Reopened reopened) {
            return Optional.of(new Message(Notification.Kind.REOPENED, reopened.reason()));
        }
        return event instanceof CaseEvent.Closed closed
                ? Optional.of(new Message(Notification.Kind.CLOSED, closed.remark()))
                : Optional.empty();
    }

    private static Notification.Kind reminder(FollowUpOccasion occasion) {
        return switch (occasion) {
            case ANSWERED -> Notification.Kind.ANSWER_REMINDER;
            case WAITING_FOR_CUSTOMER -> Notification.Kind.REPLY_REMINDER;
            case SILENCE, HANDED_OVER -> Notification.Kind.STILL_WORKED_ON;
        };
    }

    private static Notification notification(
            SupportCase after, CaseEvent event, Notification.Kind kind, String address, Locale language, String text) {
        // Only languages that have a file: any other would make the bundle fall back to the language of the machine.
        Locale written = language.getLanguage().equals(DANISH.getLanguage()) ? DANISH : Locale.ENGLISH;
        ResourceBundle texts = ResourceBundle.getBundle(TEXTS, written);
        return new Notification(
                new Notification.Id(after.number() + "/" + event.sequence() + "/" + address),
                after.number(),
                kind,
                address,
                written,
                after.number() + ": " + texts.getString(kind.name()),
                PersonalNumbers.masked(text),
                event.at(),
                Optional.empty());
    }
}
