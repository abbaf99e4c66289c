package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID_OF_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KIM;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.OLE;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.OUTSIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.WatcherObstacle;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.json.ViewJson;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told of a case beside its customer and its groups. */
class WatchersTest {
    private static final Watcher COLLEAGUE = new Watcher.Colleague("colleague@example.dk");
    private static final Watcher LIKE_CUSTOMER = new Watcher.Member(HEAD, Watcher.Copies.CUSTOMER);
    private static final Watcher LIKE_GROUP = new Watcher.Member(HEAD, Watcher.Copies.GROUP);

    private final Desks world = new Desks();

    private CaseNumber registered(CustomerId customer) {
        CaseNumber number = world.registerFor(customer);
        world.places(number, Cause.TECHNICAL);
        return number;
    }

    private void adds(ActorId by, CaseNumber number, Watcher watcher) {
        SupportCase unused = world.does(by, number, new CaseCommand.AddWatcher(watcher));
    }

    private Refusal refused(ActorId by, CaseNumber number, Watcher watcher) {
        return refusal(world.desk.submit(by, number, new CaseCommand.AddWatcher(watcher)));
    }

    private List<Notification.Kind> told(String address) {
        return told(world.desk, address);
    }

    private List<Notification.Kind> told(SupportDesk desk, String address) {
        desk.operations().deliver(1_000);
        return world.mailbox.receivedAt(address).stream()
                .map(Notification::kind)
                .toList();
    }

    @Test
    void a_colleague_is_told_what_the_customer_is_told_from_then_on_until_removed() {
        CaseNumber number = registered(CITIZEN_CARL);
        adds(KAREN, number, COLLEAGUE);
        SupportCase noted = world.does(KAREN, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "we look"));
        assertThat(noted.watchers()).containsExactly(COLLEAGUE);
        assertThat(told("colleague@example.dk")).containsExactly(Notification.Kind.MESSAGE);
        SupportCase removed =
                world.does(KAREN, number, new CaseCommand.RemoveWatcher(new Watcher.Colleague("Colleague@Example.DK")));
        SupportCase unused = world.answers(KAREN, number);

        assertThat(removed.watchers()).isEmpty();
        assertThat(told("colleague@example.dk")).containsExactly(Notification.Kind.MESSAGE);
        assertThat(world.mailbox.receivedAt("colleague@example.dk").get(0).text())
                .isEqualTo(world.mailbox.receivedAt("carl@example.dk").get(1).text())
                .contains("we look");
        assertThat(told("carl@example.dk")).endsWith(Notification.Kind.ANSWERED);
    }

    @Test
    void a_superuser_adds_a_colleague_who_is_told_though_the_superuser_looks_into_the_helpdesk() {
        CaseNumber number = registered(ASTRID_OF_AARHUS);
        adds(ASTRID, number, COLLEAGUE);
        SupportCase unused = world.answers(KAREN, number);

        assertThat(told("colleague@example.dk")).containsExactly(Notification.Kind.ANSWERED);
        assertThat(refused(OLE, number, COLLEAGUE)).isEqualTo(new Refusal.UnknownCase(number));
        assertThat(refused(ASTRID, number, LIKE_GROUP)).isInstanceOf(Refusal.NotEntitled.class);
    }

    @Test
    void customers_see_which_colleagues_are_told_and_nobody_of_the_organisation() {
        CaseNumber number = registered(CITIZEN_CLARA);
        adds(CLARA, number, COLLEAGUE);
        adds(KAREN, number, LIKE_CUSTOMER);
        adds(KAREN, number, LIKE_GROUP);

        CaseFile.ForCustomer seen =
                (CaseFile.ForCustomer) world.desk.view(CLARA, number).orElseThrow();

        assertThat(seen.shown().watchers()).containsExactly("colleague@example.dk");
        assertThat(seen.told())
                .filteredOn(event -> event.kind() == EventKind.WATCHER_ADDED)
                .singleElement()
                .satisfies(event -> assertThat(event.text()).contains("colleague@example.dk"));
        assertThat(new ViewJson().write(seen)).doesNotContain(HEAD.value());
        assertThat(new ViewJson().write(world.desk.view(KAREN, number).orElseThrow()))
                .contains(HEAD.value(), "colleague@example.dk");
    }

    @Test
    void a_watcher_of_the_organisation_is_told_what_groups_are_told_but_not_what_the_customer_is() {
        CaseNumber number = registered(CITIZEN_CLARA);
        adds(KAREN, number, LIKE_GROUP);
        SupportCase wrote = world.does(CLARA, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "and the printer"));
        assertThat(wrote.watchers()).containsExactly(LIKE_GROUP);
        SupportCase unused = world.answers(KAREN, number);

        assertThat(told("hanne@example.dk")).containsExactly(Notification.Kind.CUSTOMER_WROTE);
        assertThat(world.mailbox.receivedAt("hanne@example.dk").get(0).text()).contains("and the printer");
        assertThat(told("supportcenter@example.dk")).containsExactly(Notification.Kind.CUSTOMER_WROTE);
    }

    @Test
    void who_watches_for_the_customer_and_did_it_is_not_told_of_it() {
        CaseNumber number = registered(CITIZEN_CARL);
        adds(KAREN, number, LIKE_CUSTOMER);
        SupportCase unused = world.answers(HEAD, number);
        SupportCase again = world.does(KAREN, number, new CaseCommand.Reopen("not yet"));

        assertThat(again.watchers()).containsExactly(LIKE_CUSTOMER);
        assertThat(told("hanne@example.dk")).containsExactly(Notification.Kind.REOPENED);
    }

    /** People whose places change. */
    private static final class Changing implements Directory {
        private final Directory others = ReferenceOrganisation.people();
        private Actor kim = others.actor(KIM).orElseThrow().withMailAddress("kim@example.dk");

        @Override
        public Optional<Actor> actor(ActorId id) {
            return id.equals(KIM) ? Optional.of(kim) : others.actor(id);
        }

        @Override
        public Optional<Customer> customer(CustomerId id) {
            return others.customer(id);
        }
    }

    @Test
    void who_may_not_see_the_case_is_not_added_and_who_may_not_any_longer_is_silent() {
        Changing people = new Changing();
        SupportDesk desk = SupportDesk.builder(world.deskModel(), people, world.clock)
                .withNotifier(world.mailbox)
                .build();
        CaseNumber number = desk.register(
                        KAREN, Registration.of("citizen", "help").withCause(Cause.TECHNICAL))
                .orElseThrow()
                .number();
        CaseCommand add = new CaseCommand.AddWatcher(new Watcher.Member(KIM, Watcher.Copies.CUSTOMER));
        assertThat(refusal(desk.submit(KAREN, number, add)))
                .isEqualTo(new Refusal.WatcherRefused(WatcherObstacle.MAY_NOT_SEE));

        people.kim = people.kim.withMemberships(ReferenceOrganisation.BIT);
        assertThat(desk.submit(KAREN, number, add).wasAccepted()).isTrue();
        desk.submit(KAREN, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "we look"))
                .orElseThrow();
        assertThat(told(desk, "kim@example.dk")).containsExactly(Notification.Kind.MESSAGE);

        people.kim = people.kim.withMemberships(ReferenceOrganisation.KMD);
        desk.submit(KAREN, number, new CaseCommand.Answer("this is how")).orElseThrow();
        assertThat(told(desk, "kim@example.dk")).containsExactly(Notification.Kind.MESSAGE);
    }

    @Test
    void each_watches_once_can_be_reached_and_there_is_a_most() {
        CaseNumber number = registered(CITIZEN_CARL);
        adds(KAREN, number, COLLEAGUE);

        assertThat(refused(KAREN, number, new Watcher.Colleague("COLLEAGUE@example.dk")))
                .isEqualTo(new Refusal.WatcherRefused(WatcherObstacle.WATCHES_ALREADY));
        assertThat(refused(KAREN, number, new Watcher.Member(BO, Watcher.Copies.GROUP)))
                .isEqualTo(new Refusal.WatcherRefused(WatcherObstacle.NO_ADDRESS));
        assertThat(refused(KAREN, number, new Watcher.Member(OUTSIDER, Watcher.Copies.GROUP)))
                .isEqualTo(new Refusal.WatcherRefused(WatcherObstacle.MAY_NOT_SEE));
        ActorId nobody = ActorId.of("nobody");
        assertThat(refused(KAREN, number, new Watcher.Member(nobody, Watcher.Copies.GROUP)))
                .isEqualTo(new Refusal.UnknownActor(nobody));
        assertThat(refusal(world.desk.submit(KAREN, number, new CaseCommand.RemoveWatcher(LIKE_GROUP))))
                .isEqualTo(new Refusal.WatcherRefused(WatcherObstacle.NOT_WATCHING));
        for (int more = 1; more < Bounds.MOST_WATCHERS; more++) {
            adds(KAREN, number, new Watcher.Colleague("colleague%d@example.dk".formatted(more)));
        }
        assertThat(refused(KAREN, number, LIKE_GROUP)).isEqualTo(new Refusal.WatcherRefused(WatcherObstacle.TOO_MANY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "colleague", "@example.dk", "colleague@", "a@b.dk\nBcc: c@d.dk", " a@b.dk"})
    void what_is_no_address_is_refused_where_it_enters(String address) {
        assertThatThrownBy(() -> new Watcher.Colleague(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mail address of a watcher");
    }

    @Test
    void nobody_finds_the_address_in_a_log() {
        assertThat(new CaseCommand.AddWatcher(COLLEAGUE).toString().toLowerCase(Locale.ROOT))
                .doesNotContain("example");
    }

    @Test
    void watchers_of_a_duplicate_are_told_the_answer_to_the_original_and_are_seen_from_it() {
        CaseNumber original = registered(CITIZEN_CLARA);
        CaseNumber duplicate = registered(CITIZEN_CARL);
        adds(KAREN, duplicate, COLLEAGUE);
        SupportCase linked =
                world.does(KAREN, duplicate, new CaseCommand.LinkCase(CaseRelation.DUPLICATE_OF, original));
        assertThat(linked.duplicateOf()).contains(original);
        SupportCase closed = world.does(KAREN, duplicate, new CaseCommand.Close(ClosingReason.DUPLICATE, ""));
        assertThat(closed.watchers()).containsExactly(COLLEAGUE);
        SupportCase unused = world.answers(KAREN, original);
        var report = world.desk.operations().sweep(100);

        assertThat(report).isNotNull();
        assertThat(told("colleague@example.dk")).endsWith(Notification.Kind.DUPLICATE_ANSWERED);
        CaseFile.ForOperator seen =
                (CaseFile.ForOperator) world.desk.view(KAREN, original).orElseThrow();
        assertThat(seen.merged()).extracting(CaseEvent::eventKind).contains(EventKind.WATCHER_ADDED);
    }

    @Test
    void erasing_leaves_no_address_and_no_customer_and_tells_nobody() {
        CaseRepository store = world.repository;
        CaseNumber number = registered(CITIZEN_CARL);
        adds(KAREN, number, COLLEAGUE);
        adds(KAREN, number, LIKE_GROUP);
        SupportCase closed = world.does(KAREN, number, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
        assertThat(closed.watchers()).hasSize(2);
        SupportCase erased = world.does(HEAD, number, new CaseCommand.ErasePersonalData());

        assertThat(erased.watchers()).isEmpty();
        assertThat(store.history(number))
                .filteredOn(CaseEvent.WatcherAdded.class::isInstance)
                .extracting(event -> ((CaseEvent.WatcherAdded) event).watcher())
                .isEqualTo(ImmutableList.of(Watcher.erased(COLLEAGUE), LIKE_GROUP));
        assertThat(refused(KAREN, number, COLLEAGUE)).isInstanceOf(Refusal.PersonalDataErased.class);
    }
}
