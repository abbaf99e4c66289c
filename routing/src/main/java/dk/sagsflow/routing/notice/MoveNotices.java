package dk.sagsflow.routing.notice;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.notice.NotificationTexts.Message;
import dk.sagsflow.routing.notice.NotificationTexts.Recipient;
import java.util.Optional;

/**
 * What groups are told of where their cases are, as they subscribe: that one came in, is asked of them, came back, was given
 * to a member, has nobody any more. No group is told what its own members did, but who of it was given a case by somebody else.
 */
final class MoveNotices {
    private final SupportOrganisation organisation;
    private final Directory directory;
    private final NotificationTexts texts;
    private final Wishes wishes;

    MoveNotices(SupportOrganisation organisation, Directory directory, NotificationTexts texts, Wishes wishes) {
        this.organisation = organisation;
        this.directory = directory;
        this.texts = texts;
        this.wishes = wishes;
    }

    /** Where a case moved to, and what is said of it. */
    private record Move(GroupId to, Message message) {
        static Optional<Move> of(Station to, Notification.Kind kind, String text) {
            return Optional.of(new Move(to.group(), Message.of(kind, text)));
        }
    }

    Optional<Notification> of(SupportCase after, CaseEvent event) {
        return event instanceof CaseEvent.Assigned assigned
                ? given(assigned).flatMap(move -> written(after, event, move))
                : move(event)
                        .filter(move -> !member(event.actor(), move.to()))
                        .flatMap(move -> written(after, event, move));
    }

    private Optional<Move> move(CaseEvent event) {
        if (event instanceof CaseEvent.Registered registered) {
            return Move.of(registered.station(), Notification.Kind.CASE_ARRIVED, registered.description());
        }
        // What a customer wrote is told with the customer's words.
        if (event instanceof CaseEvent.Reopened reopened && event.side() != Side.CUSTOMER) {
            return Move.of(reopened.station(), Notification.Kind.CASE_ARRIVED, reopened.reason());
        }
        if (event instanceof CaseEvent.HandedOver over) {
            return Move.of(over.to(), Notification.Kind.CASE_HANDED_OVER, over.reason());
        }
        if (event instanceof CaseEvent.GivenBack back) {
            return Move.of(back.to(), Notification.Kind.CASE_RETURNED, back.explanation());
        }
        if (event instanceof CaseEvent.Unassigned unassigned) {
            return Move.of(unassigned.station(), Notification.Kind.CASE_UNASSIGNED, name(unassigned.assignee()));
        }
        return event instanceof CaseEvent.Answered answered
                ? answered.to().flatMap(to -> Move.of(to, Notification.Kind.CASE_RETURNED, answered.answer()))
                : Optional.empty();
    }

    private Optional<Move> given(CaseEvent.Assigned assigned) {
        return assigned.actor().equals(assigned.assignee())
                ? Optional.empty()
                : Move.of(assigned.station(), Notification.Kind.CASE_ASSIGNED, name(assigned.assignee()));
    }

    private String name(ActorId id) {
        return directory.actor(id).map(Actor::name).orElse("");
    }

    private boolean member(ActorId id, GroupId group) {
        return directory
                .actor(id)
                .filter(actor -> actor.memberships().contains(group))
                .isPresent();
    }

    private Optional<Notification> written(SupportCase after, CaseEvent event, Move move) {
        return organisation
                .group(move.to())
                .flatMap(group -> group.mailAddress().map(address -> new Recipient(address, group.language())))
                .flatMap(reader -> wishes.of(
                        move.to(), move.message().kind(), () -> texts.written(after, event, move.message(), reader)));
    }
}
