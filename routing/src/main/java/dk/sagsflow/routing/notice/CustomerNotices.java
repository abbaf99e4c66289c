package dk.sagsflow.routing.notice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.routing.notice.NotificationTexts.Message;
import dk.sagsflow.routing.notice.NotificationTexts.Recipient;
import dk.sagsflow.sla.clock.CaseHistory;
import java.util.Optional;

/** What customers are told: those without access to the helpdesk by mail (R20), those with access as they subscribe. */
final class CustomerNotices {
    private final Directory directory;
    private final NotificationTexts texts;
    private final Wishes wishes;
    private final CustomerNews news;
    private final WatcherNotices watchers;

    /** Notices to the customers that this directory knows. */
    CustomerNotices(
            Directory directory, NotificationTexts texts, Wishes wishes, CustomerNews news, WatcherNotices watchers) {
        this.directory = requireNonNull(directory, "directory");
        this.texts = requireNonNull(texts, "texts");
        this.wishes = requireNonNull(wishes, "wishes");
        this.news = requireNonNull(news, "news");
        this.watchers = requireNonNull(watchers, "watchers");
    }

    /**
     * What the customer is told of an event, and those who are sent copies of it.
     *
     * @param place the place of the event in the history
     */
    ImmutableList<Notification> of(CaseHistory history, int place) {
        Optional<Message> message = news.of(history, place);
        if (message.isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Notification> told = ImmutableList.builder();
        customer(history, place, message.get()).ifPresent(told::add);
        return told.addAll(watchers.asCustomer(history, place, message.get())).build();
    }

    private Optional<Notification> customer(CaseHistory history, int place, Message message) {
        CaseEvent event = history.timeline().recorded().get(place);
        SupportCase after = history.latest();
        return directory
                .customer(after.customer())
                .filter(customer -> customer.mailAddress().isPresent())
                .flatMap(customer -> wishes.of(
                        customer, message.kind(), () -> texts.written(after, event, message, reader(customer))));
    }

    private static Recipient reader(Customer customer) {
        return new Recipient(customer.mailAddress().orElseThrow(), customer.language());
    }
}
