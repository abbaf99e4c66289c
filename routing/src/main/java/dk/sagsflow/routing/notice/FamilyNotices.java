package dk.sagsflow.routing.notice;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.relation.UnlinkReason;
import dk.sagsflow.routing.notice.NotificationTexts.Message;
import dk.sagsflow.sla.clock.CaseHistory;
import java.util.Optional;

/** A group is told that a case is its own to answer, because what it waited for ended without an answer. */
final class FamilyNotices {
    private final GroupReaders readers;
    private final NotificationTexts texts;

    /** Notices to the groups of this organisation. */
    FamilyNotices(SupportOrganisation organisation, NotificationTexts texts) {
        this.readers = new GroupReaders(requireNonNull(organisation, "organisation"));
        this.texts = requireNonNull(texts, "texts");
    }

    /**
     * What a group is told of an event, if that leaves the case to it.
     *
     * @param place the place of the event in the history
     */
    Optional<Notification> of(CaseHistory history, int place) {
        SupportCase after = history.latest();
        return history.timeline().recorded().get(place) instanceof CaseEvent.CaseUnlinked left
                        && left.reason() == UnlinkReason.ENDED_WITHOUT_ANSWER
                ? readers.of(after).map(reader -> texts.written(after, left, message(left), reader))
                : Optional.empty();
    }

    private static Message message(CaseEvent.CaseUnlinked left) {
        return Message.of(Notification.Kind.LEFT_TO_GROUP, "")
                .because("left." + left.relation().name());
    }
}
