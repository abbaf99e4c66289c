package dk.sagsflow.routing.notice;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.DefaultEventVisitor;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.routing.due.FollowUps;
import dk.sagsflow.routing.notice.NotificationTexts.Message;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an event of a case is to the customer: what was said, and every change of status (R20). */
final class CustomerNews {
    private final FollowUps followUps;

    /**
     * News of events.
     *
     * @param followUps when a case will be closed if nothing happens
     */
    CustomerNews(FollowUps followUps) {
        this.followUps = requireNonNull(followUps, "followUps");
    }

    /**
     * What the customer is told of an event.
     *
     * @param place the place of the event in the history
     */
    Optional<Message> of(CaseHistory history, int place) {
        CaseEvent event = history.timeline().recorded().get(place);
        Optional<Instant> closing = event instanceof CaseEvent.FollowedUp followed
                        && followed.followUp().tellsCustomer()
                ? followUps.nextClosing(history.first(place + 1))
                : Optional.empty();
        Optional<Message> said = answeredLikeOriginal(history, place)
                ? told(Notification.Kind.DUPLICATE_ANSWERED, ((CaseEvent.Answered) event).answer())
                : event.accept(new Saying(closing));
        return said.isPresent() || place == 0 ? said : status(history.state(place - 1), event, history.state(place));
    }

    /** Whether it is an answer that was given to the case of which this one is a duplicate. */
    private static boolean answeredLikeOriginal(CaseHistory history, int place) {
        List<CaseEvent> recorded = history.timeline().recorded();
        return recorded.get(place) instanceof CaseEvent.Answered
                && recorded.get(place - 1) instanceof CaseEvent.HeardFromParent heard
                && history.state(place)
                        .duplicateOf()
                        .filter(heard.parent()::equals)
                        .isPresent();
    }

    /**
     * What was said, if the event says anything to the customer.
     *
     * @param closing when the case will be closed if nothing happens
     */
    private record Saying(Optional<Instant> closing) implements DefaultEventVisitor<Optional<Message>> {
        @Override
        public Optional<Message> otherwise(CaseEvent event) {
            return Optional.empty();
        }

        @Override
        public Optional<Message> registered(CaseEvent.Registered event) {
            return told(Notification.Kind.REGISTERED, event.description());
        }

        @Override
        public Optional<Message> putOnHold(CaseEvent.PutOnHold event) {
            return event.waitingFor() == WaitingFor.CUSTOMER
                    ? told(Notification.Kind.WAITING_FOR_CUSTOMER, event.note())
                            .map(message -> message.at(event.until()))
                    : Optional.empty();
        }

        @Override
        public Optional<Message> answered(CaseEvent.Answered event) {
            return event.to().isEmpty() ? told(Notification.Kind.ANSWERED, event.answer()) : Optional.empty();
        }

        @Override
        public Optional<Message> workaroundProvided(CaseEvent.WorkaroundProvided event) {
            return event.visibility() == Visibility.CUSTOMER
                    ? told(Notification.Kind.WORKAROUND, event.workaround())
                    : Optional.empty();
        }

        @Override
        public Optional<Message> noteAdded(CaseEvent.NoteAdded event) {
            return event.visibility() == Visibility.CUSTOMER && event.side() == Side.ORGANISATION
                    ? told(Notification.Kind.MESSAGE, event.text())
                    : Optional.empty();
        }

        @Override
        public Optional<Message> followedUp(CaseEvent.FollowedUp event) {
            return event.followUp().tellsCustomer()
                    ? told(reminder(event.followUp().occasion()), "").map(message -> message.at(closing))
                    : Optional.empty();
        }

        @Override
        public Optional<Message> reopened(CaseEvent.Reopened event) {
            return told(Notification.Kind.REOPENED, event.reason());
        }

        @Override
        public Optional<Message> closed(CaseEvent.Closed event) {
            return told(Notification.Kind.CLOSED, event.remark())
                    .map(message -> message.because("reason." + event.reason()));
        }

        private static Notification.Kind reminder(FollowUpOccasion occasion) {
            return switch (occasion) {
                case ANSWERED -> Notification.Kind.ANSWER_REMINDER;
                case WAITING_FOR_CUSTOMER -> Notification.Kind.REPLY_REMINDER;
                case SILENCE, HANDED_OVER -> Notification.Kind.STILL_WORKED_ON;
            };
        }
    }

    private static Optional<Message> told(Notification.Kind kind, String text) {
        return Optional.of(Message.of(kind, text));
    }

    private static Optional<Message> status(SupportCase before, CaseEvent event, SupportCase after) {
        if (event instanceof CaseEvent.ConvertedToChange) {
            return Optional.of(Message.of(Notification.Kind.STATUS_CHANGED, "").because("status.CHANGE_REQUEST"));
        }
        Optional<String> now = status(after);
        return now.isEmpty() || now.equals(status(before))
                ? Optional.empty()
                : now.map(status -> Message.of(Notification.Kind.STATUS_CHANGED, "")
                        .because("status." + status)
                        .at(after.hold().flatMap(SupportCase.Hold::until)));
    }

    /** Where the case stands for its customer, who need not know which group has it; empty if there is nothing to tell. */
    private static Optional<String> status(SupportCase state) {
        if (state.hold().isPresent()) {
            return state.hold()
                    .map(SupportCase.Hold::waitingFor)
                    .filter(waitingFor -> waitingFor != WaitingFor.CUSTOMER)
                    .map(Enum::name);
        }
        boolean takenOn = state.chain().links().size() > 1
                || state.chain().working().flatMap(Link::acceptedAt).isPresent();
        return takenOn ? Optional.of(CaseStatus.IN_PROGRESS.name()) : Optional.empty();
    }
}
