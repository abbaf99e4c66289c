package dk.sagsflow.routing.erasure;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.notification.CanonicalAddress;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.watcher.Watcher;
import java.net.IDN;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Somebody who is forgotten, as one who watches cases of others: by the addresses and by the ids that the directory knows.
 * Immutable.
 *
 * @param mailboxes where the person reads
 * @param ids as whom the person acts
 */
record ForgottenWatcher(ImmutableSet<CanonicalAddress> mailboxes, ImmutableSet<ActorId> ids) {
    ForgottenWatcher {
        requireNonNull(mailboxes, "mailboxes");
        requireNonNull(ids, "ids");
    }

    /** A customer; one whom the directory knows no longer is known by the id alone. */
    static ForgottenWatcher of(CustomerId customer, Directory directory) {
        ImmutableList<Actor> actors = directory.actingAs(customer);
        ActorId sameName = ActorId.of(customer.value());
        Stream<ActorId> ids = Stream.concat(
                actors.stream().map(Actor::id),
                directory.actor(sameName).isEmpty() ? Stream.of(sameName) : Stream.empty());
        Stream<String> addresses = Stream.concat(
                directory.customer(customer).flatMap(Customer::mailAddress).stream(),
                actors.stream().flatMap(actor -> actor.mailAddress().stream()));
        return new ForgottenWatcher(
                addresses.map(CanonicalAddress::of).collect(ImmutableSet.toImmutableSet()),
                ids.collect(ImmutableSet.toImmutableSet()));
    }

    /** The watchers by which its cases are found, addresses in either spelling of their domains. */
    ImmutableSet<Watcher> sought() {
        Stream<Watcher> colleagues = mailboxes.stream()
                .flatMap(mailbox -> Stream.of(mailbox.value(), unicode(mailbox.value())))
                .distinct()
                .map(Watcher.Colleague::new);
        Stream<Watcher> members = ids.stream().map(id -> new Watcher.Member(id, Watcher.Copies.CUSTOMER));
        return Stream.concat(colleagues, members).collect(ImmutableSet.toImmutableSet());
    }

    private static String unicode(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + IDN.toUnicode(address.substring(at + 1), IDN.ALLOW_UNASSIGNED);
    }

    boolean is(Watcher watcher) {
        return watcher instanceof Watcher.Colleague colleague
                ? mailboxes.contains(CanonicalAddress.of(colleague.address()))
                : ids.contains(((Watcher.Member) watcher).actor());
    }

    /** Those of the watchers that it is. */
    ImmutableList<Watcher> among(Set<Watcher> watchers) {
        return watchers.stream().filter(this::is).collect(ImmutableList.toImmutableList());
    }

    /** The events without it. */
    ImmutableList<CaseEvent> erasedFrom(List<CaseEvent> events) {
        return events.stream().map(this::erased).collect(ImmutableList.toImmutableList());
    }

    private CaseEvent erased(CaseEvent event) {
        if (event instanceof CaseEvent.WatcherAdded added && is(added.watcher())) {
            return new CaseEvent.WatcherAdded(header(added), Watcher.erased(added.watcher()));
        }
        return event instanceof CaseEvent.WatcherRemoved removed && is(removed.watcher())
                ? new CaseEvent.WatcherRemoved(header(removed), Watcher.erased(removed.watcher()))
                : event;
    }

    /** Who added or removed it, if it did that itself. */
    private EventHeader header(CaseEvent event) {
        return ids.contains(event.actor())
                ? event.header().toBuilder().actor(PersonalData.SOMEBODY).build()
                : event.header();
    }
}
