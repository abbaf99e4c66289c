package dk.sagsflow.routing.notice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.CanonicalAddress;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.routing.notice.NotificationTexts.Message;
import dk.sagsflow.routing.notice.NotificationTexts.Recipient;
import dk.sagsflow.routing.watcher.Watching;
import dk.sagsflow.sla.clock.CaseHistory;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies for those who watch a case: for colleagues of the customer at once, for people of the organisation as they subscribe. Who
 * was removed is told nothing any more, and neither is who may no longer see the case.
 */
final class WatcherNotices {
    private static final Locale DANISH = Locale.forLanguageTag("da");

    private final SupportOrganisation organisation;
    private final Directory directory;
    private final NotificationTexts texts;
    private final Wishes wishes;
    private final Watching watching;

    /** Copies for watchers that this directory knows, as far as they may watch. */
    WatcherNotices(
            SupportOrganisation organisation,
            Directory directory,
            NotificationTexts texts,
            Wishes wishes,
            Watching watching) {
        this.organisation = requireNonNull(organisation, "organisation");
        this.directory = requireNonNull(directory, "directory");
        this.texts = requireNonNull(texts, "texts");
        this.wishes = requireNonNull(wishes, "wishes");
        this.watching = requireNonNull(watching, "watching");
    }

    /**
     * Copies of what the customer is told of an event, whether the customer wishes to be told or not.
     *
     * @param place the place of the event in the history
     */
    ImmutableList<Notification> asCustomer(CaseHistory history, int place, Message message) {
        SupportCase after = history.latest();
        if (after.watchers().isEmpty()) {
            return ImmutableList.of();
        }
        CaseEvent event = history.timeline().recorded().get(place);
        Optional<Customer> customer = directory.customer(after.customer());
        Set<CanonicalAddress> told = new HashSet<>();
        customer.flatMap(Customer::mailAddress).map(CanonicalAddress::of).ifPresent(told::add);
        Locale language = customer.map(Customer::language).orElse(DANISH);
        return readers(history, place, Watcher.Copies.CUSTOMER, language)
                .filter(reader -> told.add(reader.mailbox()))
                .flatMap(reader -> asWished(
                        reader,
                        copy(
                                texts.written(after, event, message, reader.recipient()),
                                event.sequence(),
                                new Copied(reader.recipient().address(), Watcher.Copies.CUSTOMER))))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Copies of what groups are told of an event, in the words in which they are.
     *
     * @param place the place of the event in the history
     */
    ImmutableList<Notification> asGroups(CaseHistory history, int place, List<Notification> groups) {
        boolean toOnePerson = history.timeline().recorded().get(place) instanceof CaseEvent.Escalated;
        if (groups.isEmpty() || toOnePerson || history.latest().watchers().isEmpty()) {
            return ImmutableList.of();
        }
        Set<CanonicalAddress> told = new HashSet<>();
        groups.forEach(notification -> told.add(CanonicalAddress.of(notification.address())));
        long sequence = history.timeline().recorded().get(place).sequence();
        return readers(history, place, Watcher.Copies.GROUP, DANISH)
                .filter(reader -> told.add(reader.mailbox()))
                .flatMap(reader -> copies(groups, sequence, reader.recipient()).flatMap(copy -> asWished(reader, copy)))
                .collect(ImmutableList.toImmutableList());
    }

    /** Where a watcher reads, and who that is, if it is somebody of the organisation. */
    private record Reader(Recipient recipient, Optional<ActorId> actor) {
        CanonicalAddress mailbox() {
            return CanonicalAddress.of(recipient.address());
        }
    }

    private Stream<Notification> asWished(Reader reader, Notification notification) {
        return reader
                .actor()
                .map(actor -> wishes.of(actor, notification.kind(), () -> notification))
                .orElseGet(() -> Optional.of(notification))
                .stream();
    }

    /** One of each kind, in the language of the reader if some group is told in that. */
    private static Stream<Notification> copies(List<Notification> groups, long sequence, Recipient reader) {
        return groups.stream()
                .map(Notification::kind)
                .distinct()
                .map(kind -> groups.stream()
                        .filter(notification -> notification.kind() == kind)
                        .min((one, other) -> Boolean.compare(
                                other.language().equals(reader.language()),
                                one.language().equals(reader.language())))
                        .orElseThrow())
                .map(notification -> copy(notification, sequence, new Copied(reader.address(), Watcher.Copies.GROUP)));
    }

    /** To whom a copy goes, and of what it is one. */
    private record Copied(String address, Watcher.Copies copies) {}

    /** Known as a copy, so that it can be taken back alone. */
    private static Notification copy(Notification notification, long sequence, Copied to) {
        MessageId.Told told =
                new MessageId.Told(CanonicalAddress.of(to.address()), notification.subject(), notification.text());
        return Notification.builder()
                .id(MessageId.ofCopy(notification.caseNumber(), sequence, notification.kind(), told, to.copies()))
                .caseNumber(notification.caseNumber())
                .kind(notification.kind())
                .address(to.address())
                .language(notification.language())
                .subject(notification.subject())
                .text(notification.text())
                .at(notification.at())
                .build();
    }

    /** Those who watched when it happened and still do. */
    private Stream<Reader> readers(CaseHistory history, int place, Watcher.Copies copies, Locale customers) {
        SupportCase after = history.latest();
        if (after.watchers().isEmpty()) {
            return Stream.empty();
        }
        ImmutableSet<Watcher> then = history.state(place).watchers();
        CaseEvent event = history.timeline().recorded().get(place);
        return after.watchers().stream()
                .filter(watcher -> watcher.copies() == copies && then.contains(watcher))
                .flatMap(watcher -> reader(watcher, after, event, customers).stream());
    }

    /** Nobody is told of what that person did. */
    private Optional<Reader> reader(Watcher watcher, SupportCase after, CaseEvent event, Locale customers) {
        if (watcher instanceof Watcher.Colleague colleague) {
            return Optional.of(new Reader(new Recipient(colleague.address(), customers), Optional.empty()));
        }
        Watcher.Member member = (Watcher.Member) watcher;
        return member.actor().equals(event.actor())
                ? Optional.empty()
                : watching.who(member, after)
                        .flatMap(actor -> actor.mailAddress()
                                .map(address -> new Recipient(address, language(actor)))
                                .map(recipient -> new Reader(recipient, Optional.of(actor.id()))));
    }

    private Locale language(Actor actor) {
        return actor.memberships().stream()
                .flatMap(group -> organisation.group(group).stream())
                .map(SupportGroup::language)
                .findFirst()
                .orElse(DANISH);
    }
}
