package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.notification.CanonicalAddress;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.OutgoingMessage;
import dk.sagsflow.core.notification.Subscriptions.Wish;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Recipients who read one mailbox, however it is spelled. */
class OneMailboxTest {
    private static final String SHARED = "frontdesk@example.dk";

    private static final SupportModel GROUPS_TOLD = groupsTold(SupportModel.of(ReferenceOrganisation.organisation()));

    private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
    private final CaseRepository store = CaseRepository.inMemory();
    private final Mailbox mailbox = new Mailbox();

    private static SupportModel groupsTold(SupportModel model) {
        ImmutableMap<Notification.Kind, Wish> all = Stream.of(Notification.Kind.values())
                .filter(kind -> kind.name().startsWith("CASE_"))
                .collect(ImmutableMap.toImmutableMap(kind -> kind, kind -> Wish.AT_ONCE));
        return model.withRouting(model.routing().withGroupNotices(all));
    }

    private SupportDesk desk(String ofGroups, String ofCarl) {
        SupportOrganisation reference = ReferenceOrganisation.organisation();
        SupportOrganisation organisation = reference.withGroups(reference.groups().stream()
                .map(group -> group.withMailAddress(ofGroups))
                .toArray(SupportGroup[]::new));
        ImmutableList<Customer> customers = ReferenceOrganisation.customers().stream()
                .map(customer -> customer.id().equals(CITIZEN_CARL) ? customer.withMailAddress(ofCarl) : customer)
                .collect(ImmutableList.toImmutableList());
        return SupportDesk.builder(
                        GROUPS_TOLD.withOrganisation(organisation),
                        Directory.of(ReferenceOrganisation.actors(), customers),
                        clock)
                .withRepository(store)
                .withNotifier(mailbox)
                .build();
    }

    private CaseNumber registered(SupportDesk desk) {
        return desk.register(KAREN, Registration.of(CITIZEN_CARL.value(), "I cannot log in"))
                .orElseThrow()
                .number();
    }

    private List<Notification> waitingFor(String address) {
        CanonicalAddress same = CanonicalAddress.of(address);
        return store.outbox().waiting(100).stream()
                .filter(Notification.class::isInstance)
                .map(Notification.class::cast)
                .filter(mail -> CanonicalAddress.of(mail.address()).equals(same))
                .toList();
    }

    @Test
    void a_watcher_whose_mailbox_is_the_customers_in_another_spelling_gets_no_second_mail() {
        SupportDesk desk = desk("centre@example.dk", "carl@bücher.dk");
        CaseNumber number = registered(desk);
        for (String spelling : List.of("CARL@Bücher.dk", "other@bücher.dk", "Other@XN--bcher-kva.DK")) {
            // One that is there already is refused, which is as well.
            var unused = desk.submit(KAREN, number, new CaseCommand.AddWatcher(new Watcher.Colleague(spelling)));
        }
        clock.advance(Duration.ofMinutes(1));
        desk.submit(
                        KAREN,
                        number,
                        new CaseCommand.Classify(
                                CaseKind.INCIDENT, Optional.empty(), Optional.empty(), Cause.USER_ERROR))
                .orElseThrow();
        desk.submit(KAREN, number, new CaseCommand.Answer("like this")).orElseThrow();

        assertThat(waitingFor("carl@xn--bcher-kva.dk"))
                .filteredOn(mail -> mail.kind() == Notification.Kind.ANSWERED)
                .hasSize(1);
        assertThat(waitingFor("other@bücher.dk"))
                .filteredOn(mail -> mail.kind() == Notification.Kind.ANSWERED)
                .hasSize(1);
    }

    @Test
    void two_recipients_of_one_mailbox_who_are_told_different_things_lose_nothing() {
        SupportDesk apart = desk("centre@example.dk", "carl@example.dk");
        CaseNumber first = registered(apart);
        apart.submit(KAREN, first, new CaseCommand.HandOver(BIT, "unknown")).orElseThrow();
        int toCarl = waitingFor("carl@example.dk").size();
        int toGroups = waitingFor("centre@example.dk").size();
        assertThat(toCarl).isPositive();
        assertThat(toGroups).isPositive();

        SupportDesk together = desk(SHARED, SHARED.toUpperCase(Locale.ROOT));
        CaseNumber second = registered(together);
        together.submit(KAREN, second, new CaseCommand.HandOver(BIT, "unknown")).orElseThrow();

        assertThat(waitingFor(SHARED)).hasSize(toCarl + toGroups);
        assertThat(together.operations().deliver(100).dead()).isEmpty();
        assertThat(ImmutableList.builder()
                        .addAll(mailbox.receivedAt(SHARED))
                        .addAll(mailbox.receivedAt(SHARED.toUpperCase(Locale.ROOT)))
                        .build())
                .hasSize(toCarl + toGroups);
    }

    @Test
    void ids_and_lanes_say_of_no_address_what_it_is() {
        SupportDesk desk = desk("Centre.Desk@example.dk", "carl.citizen@example.dk");
        CaseNumber number = registered(desk);
        desk.submit(KAREN, number, new CaseCommand.AddWatcher(new Watcher.Colleague("neighbour@example.org")))
                .orElseThrow();
        desk.submit(KAREN, number, new CaseCommand.HandOver(BIT, "unknown")).orElseThrow();
        desk.submit(KAREN, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "we are on it"))
                .orElseThrow();

        List<OutgoingMessage> waiting = store.outbox().waiting(100);
        ImmutableSet<String> addresses = waiting.stream()
                .map(message -> ((Notification) message).address())
                .collect(ImmutableSet.toImmutableSet());
        assertThat(addresses).contains("Centre.Desk@example.dk", "carl.citizen@example.dk", "neighbour@example.org");
        assertThat(waiting)
                .allSatisfy(message -> assertThat(message.id() + " " + message.lane())
                        .doesNotContainIgnoringCase("@", "example", "carl", "neighbour", "centre.desk"));
    }
}
