package dk.sagsflow.routing.notice;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.notice.NotificationTexts.Message;
import dk.sagsflow.sla.clock.CaseHistory;
import java.util.List;
import java.util.Optional;

/**
 * Every word of a customer is told to the group that works on the case, or else to the next that answers for it and reads
 * mail; of a case that is over to the group that answered it, and if none of them reads mail to the entrance of the contact
 * tier.
 */
final class ReplyNotices {
    private final GroupReaders readers;
    private final NotificationTexts texts;

    /** Notices to the groups of this organisation. */
    ReplyNotices(SupportOrganisation organisation, NotificationTexts texts) {
        this.readers = new GroupReaders(requireNonNull(organisation, "organisation"));
        this.texts = requireNonNull(texts, "texts");
    }

    /**
     * What a group is told of an event, if that is a word of the customer.
     *
     * @param place the place of the event in the history
     */
    Optional<Notification> of(CaseHistory history, int place) {
        CaseEvent event = history.timeline().recorded().get(place);
        return word(event).flatMap(word -> written(history, place, event, word));
    }

    private static Optional<String> word(CaseEvent event) {
        if (event instanceof CaseEvent.NoteAdded note && CaseHistory.hearsFromCustomer(note)) {
            return Optional.of(note.text());
        }
        // One that a word brought about has nothing to say beside it.
        return event instanceof CaseEvent.Reopened reopened && reopened.side() == Side.CUSTOMER
                ? Optional.of(reopened.reason()).filter(reason -> !reason.isBlank())
                : Optional.empty();
    }

    private Optional<Notification> written(CaseHistory history, int place, CaseEvent event, String word) {
        SupportCase after = history.latest();
        Message message = Message.of(Notification.Kind.CUSTOMER_WROTE, word);
        Message told = effect(history, place)
                .map(effect -> message.because("reply." + effect))
                .orElse(message);
        return readers.of(after).map(reader -> texts.written(after, event, told, reader));
    }

    /** What the word did to the case, by which a reader knows what there is to do. */
    private static Optional<String> effect(CaseHistory history, int place) {
        List<CaseEvent> recorded = history.timeline().recorded();
        List<CaseEvent> brought = recorded.subList(place, recorded.size()).stream()
                .filter(following -> following.side() == Side.CUSTOMER)
                .toList();
        if (brought.stream().anyMatch(CaseEvent.Reopened.class::isInstance)) {
            return Optional.of("REOPENED");
        }
        if (brought.stream().anyMatch(CaseEvent.Resumed.class::isInstance)) {
            return Optional.of("RESUMED");
        }
        return history.state(place).working().isPresent() ? Optional.empty() : Optional.of("OVER");
    }
}
