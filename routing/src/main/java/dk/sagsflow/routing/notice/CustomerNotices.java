package dk.sagsflow.routing.notice;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.routing.notice.NotificationTexts.Recipient;
import dk.sagsflow.sla.clock.CaseHistory;
import java.util.Optional;

/** What customers are told: those without access to the helpdesk by mail (R20), those with access as they subscribe. */
public final class CustomerNotices {
    private final Directory directory;
    private final NotificationTexts texts;
    private final Wishes wishes;
    private final CustomerNews news;

    /** Notices to the customers that this directory knows. */
    public CustomerNotices(Directory directory, NotificationTexts texts, Wishes wishes, CustomerNews news) {
        this.directory = requireNonNull(directory, "directory");
        this.texts = requireNonNull(texts, "texts");
        this.wishes = requireNonNull(wishes, "wishes");
        this.news = requireNonNull(news, "news");
    }

    /**
     * What the customer is told of an event.
     *
     * @param place the place of the event in the history
     */
    Optional<Notification> of(CaseHistory history, int place) {
        CaseEvent event = history.timeline().recorded().get(place);
        SupportCase after = history.latest();
        return directory
                .customer(after.customer())
                .filter(customer -> customer.mailAddress().isPresent())
                .flatMap(customer -> news.of(history, place)
                        .map(message -> texts.written(after, event, message, reader(customer)))
                        .flatMap(notification -> wishes.of(customer, notification)));
    }

    private static Recipient reader(Customer customer) {
        return new Recipient(customer.mailAddress().orElseThrow(), customer.language());
    }
}
