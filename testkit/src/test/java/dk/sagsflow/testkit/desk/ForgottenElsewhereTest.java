package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID_OF_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CASEWORKER_IN_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.COMPANY;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.OutgoingMessage;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.routing.operation.ErasureReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A person is forgotten in cases of others too: copies of the answer, copies that go to the person. */
class ForgottenElsewhereTest {
    private static final String MARK = "xyzzy";

    private final CaseRepository store = CaseRepository.inMemory();
    private final Desks world = new Desks(store);
    private final CaseNumber parent = world.registerFor(CITIZEN_CARL);

    @Test
    void the_copy_of_an_answer_on_children_and_in_the_mails_that_wait_goes_with_the_person_of_the_parent() {
        CaseNumber first = related(CaseRelation.CHILD_OF, parent, COMPANY);
        List<CaseNumber> children = IntStream.range(0, 130)
                .mapToObj(unused -> related(CaseRelation.CHILD_OF, parent, COMPANY))
                .toList();
        answered(parent);
        sweepAll();
        assertThat(texts()).contains(MARK);

        erased(CITIZEN_CARL);
        assertThat(world.current(parent).untold()).hasSize(1);
        sweepAll();

        assertThat(world.current(parent).untold()).isEmpty();
        assertThat(texts()).doesNotContain(MARK);
        assertThat(children).allSatisfy(child -> {
            assertThat(world.current(child).answer()).contains("[erased]");
            assertThat(world.current(child).status()).isEqualTo(CaseStatus.ANSWERED);
            assertThat(world.current(child).customer()).isEqualTo(COMPANY);
        });
        assertThat(store.outbox().waiting(100_000).stream()
                        .filter(message -> message.about().equals(Optional.of(first))))
                .as("what else waits is sent")
                .extracting(message -> ((Notification) message).kind())
                .contains(Notification.Kind.REGISTERED)
                .doesNotContain(Notification.Kind.ANSWERED);
    }

    @Test
    void so_do_workarounds_answers_to_duplicates_and_what_children_of_children_and_former_ones_were_told() {
        CaseNumber child = related(CaseRelation.CHILD_OF, parent, CITIZEN_CLARA);
        CaseNumber grandchild = related(CaseRelation.CHILD_OF, child, COMPANY);
        CaseNumber former = related(CaseRelation.CHILD_OF, parent, COMPANY);
        CaseNumber duplicate = related(CaseRelation.DUPLICATE_OF, parent, CITIZEN_CLARA);
        does(duplicate, new CaseCommand.Close(ClosingReason.DUPLICATE, ""));
        does(parent, new CaseCommand.ProvideWorkaround(MARK));
        sweepAll();
        does(former, new CaseCommand.UnlinkCase(CaseRelation.CHILD_OF, parent));
        answered(parent);
        sweepAll();
        CaseNumber late = related(CaseRelation.CHILD_OF, parent, COMPANY);
        does(former, new CaseCommand.AddNote(Visibility.INTERNAL, "of the company alone"));

        erased(CITIZEN_CARL);
        sweepAll();

        assertThat(texts()).doesNotContain(MARK).contains("of the company alone");
        assertThat(List.of(child, grandchild, duplicate, late))
                .allSatisfy(number -> assertThat(world.current(number).answer()).contains("[erased]"));
        assertThat(kinds(former)).contains(CaseEvent.PersonForgotten.class);
    }

    @Test
    void what_a_case_was_answered_of_its_own_stays_and_nothing_is_done_twice() {
        CaseNumber child = related(CaseRelation.CHILD_OF, parent, CITIZEN_CLARA);
        answered(child, "of its own");
        answered(parent);
        sweepAll();

        erased(CITIZEN_CARL);
        sweepAll();
        int events = store.history(child).size();
        sweepAll();

        assertThat(world.current(child).answer()).contains("of its own");
        assertThat(kinds(child)).doesNotContain(CaseEvent.PersonForgotten.class);
        assertThat(store.history(child)).hasSize(events);
    }

    @Test
    void nothing_hears_from_a_case_that_is_forgotten_and_notes_of_a_duplicate_are_gone_from_the_original_too() {
        CaseNumber duplicate = related(CaseRelation.DUPLICATE_OF, parent, CITIZEN_CLARA);
        does(duplicate, new CaseCommand.AddNote(Visibility.INTERNAL, MARK));
        does(duplicate, new CaseCommand.Close(ClosingReason.DUPLICATE, ""));
        assertThat(merged()).contains(MARK);

        erased(CITIZEN_CLARA);

        assertThat(merged()).doesNotContain(MARK);
        answered(parent, "known");
        sweepAll();
        erased(CITIZEN_CARL);
        CaseNumber next = world.registerFor(COMPANY);
        assertThat(world.desk
                        .submit(KAREN, next, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, parent))
                        .wasAccepted())
                .isFalse();
    }

    private String merged() {
        return ((CaseFile.ForOperator) world.desk.view(KAREN, parent).orElseThrow())
                .merged()
                .toString();
    }

    @Test
    void who_watches_a_case_of_somebody_else_is_forgotten_there_by_address_and_by_id_whether_it_is_open_or_not() {
        CaseNumber open = world.registerFor(CASEWORKER_IN_AARHUS);
        CaseNumber before = world.registerFor(CASEWORKER_IN_AARHUS);
        CaseNumber untouched = world.registerFor(CASEWORKER_IN_AARHUS);
        watch(open, new Watcher.Colleague("Carl@Example.DK"));
        watch(open, new Watcher.Colleague("other@example.dk"));
        watch(before, new Watcher.Colleague("carl@example.dk"));
        does(before, new CaseCommand.RemoveWatcher(new Watcher.Colleague("carl@example.dk")));
        does(open, new CaseCommand.AddNote(Visibility.CUSTOMER, "to all who watch"));
        does(parent, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
        assertThat(waitingFor("carl@example.dk")).isNotEmpty();
        int events = store.history(untouched).size();

        erased(CITIZEN_CARL);

        assertThat(texts()).doesNotContainIgnoringCase("carl@example.dk");
        assertThat(world.current(open).watchers()).containsExactly(new Watcher.Colleague("other@example.dk"));
        assertThat(waitingFor("other@example.dk")).isNotEmpty();
        assertThat(world.current(open).status()).isEqualTo(CaseStatus.QUEUED);
        assertThat(kinds(before)).contains(CaseEvent.PersonForgotten.class);
        assertThat(store.history(untouched)).hasSize(events);
    }

    @Test
    void a_superuser_who_watches_is_forgotten_by_id() {
        CaseNumber open = world.registerFor(CASEWORKER_IN_AARHUS);
        assertThat(world.desk
                        .submit(
                                ASTRID,
                                open,
                                new CaseCommand.AddWatcher(new Watcher.Member(ASTRID, Watcher.Copies.CUSTOMER)))
                        .wasAccepted())
                .as("has no address")
                .isFalse();
        store.append(ImmutableList.of(CaseChange.of(ImmutableList.of(new CaseEvent.WatcherAdded(
                EventHeader.of(
                        open, world.current(open).version() + 1, world.clock.instant(), ASTRID, Side.ORGANISATION),
                new Watcher.Member(ASTRID, Watcher.Copies.GROUP))))));

        erased(ASTRID_OF_AARHUS);

        assertThat(world.current(open).watchers()).isEmpty();
        assertThat(store.history(open).toString()).doesNotContain("astrid");
    }

    @Test
    void who_is_removed_as_a_watcher_is_not_sent_what_waits_and_who_reads_the_same_mailbox_otherwise_is() {
        watch(parent, new Watcher.Colleague("clara@example.dk"));
        watch(parent, new Watcher.Colleague("carl@example.dk"));
        watch(parent, new Watcher.Member(HEAD, Watcher.Copies.CUSTOMER));
        watch(parent, new Watcher.Colleague("hanne@example.dk"));
        does(parent, new CaseCommand.AddNote(Visibility.CUSTOMER, "hello"));

        does(parent, new CaseCommand.RemoveWatcher(new Watcher.Colleague("clara@example.dk")));
        does(parent, new CaseCommand.RemoveWatcher(new Watcher.Colleague("carl@example.dk")));
        does(parent, new CaseCommand.RemoveWatcher(new Watcher.Colleague("hanne@example.dk")));

        assertThat(waitingFor("clara@example.dk")).isEmpty();
        assertThat(waitingFor("hanne@example.dk")).as("watches by name still").hasSize(1);
        assertThat(waitingFor("carl@example.dk")).as("is the customer").hasSize(2);
    }

    private List<OutgoingMessage> waitingFor(String address) {
        return store.outbox().waiting(1_000).stream()
                .filter(message ->
                        message instanceof Notification told && told.address().equalsIgnoreCase(address))
                .toList();
    }

    private List<Class<?>> kinds(CaseNumber number) {
        return store.history(number).stream().<Class<?>>map(Object::getClass).toList();
    }

    private void watch(CaseNumber number, Watcher watcher) {
        does(number, new CaseCommand.AddWatcher(watcher));
    }

    private void does(CaseNumber number, CaseCommand command) {
        SupportCase unused = world.does(KAREN, number, command);
    }

    private CaseNumber related(CaseRelation relation, CaseNumber to, CustomerId customer) {
        CaseNumber number = world.desk
                .register(KAREN, Registration.of(customer.value(), "the same"))
                .orElseThrow()
                .number();
        does(number, new CaseCommand.LinkCase(relation, to));
        return number;
    }

    private void answered(CaseNumber number) {
        answered(number, MARK);
    }

    private void answered(CaseNumber number, String answer) {
        world.places(number, Cause.USER_ERROR);
        does(number, new CaseCommand.Answer(answer));
    }

    private void erased(CustomerId customer) {
        for (SupportCase found : store.query(CaseQuery.builder()
                        .customer(customer)
                        .addStatuses(CaseStatus.ANSWERED)
                        .build())
                .cases()) {
            does(found.number(), new CaseCommand.Confirm());
        }
        ErasureReport report = world.desk.operations().eraseCustomer(customer).orElseThrow();
        assertThat(report.left()).isEmpty();
    }

    private void sweepAll() {
        while (world.desk.operations().sweep(100).handled() > 0) {
            Thread.onSpinWait();
        }
    }

    /** All that is kept, in words. */
    private String texts() {
        ImmutableList<SupportCase> cases =
                store.query(CaseQuery.builder().pageSize(1_000).build()).cases();
        return cases.toString()
                + cases.stream()
                        .map(found -> found.watchers() + "" + found.formerWatchers() + store.history(found.number()))
                        .toList()
                + cases.stream().flatMap(found -> addresses(found).stream()).toList()
                + store.log().after(store.log().beginning(), 1_000_000)
                + store.outbox().waiting(1_000_000)
                + store.outbox().deadLetters(1_000_000);
    }

    /** Addresses are not told by {@code toString}. */
    private List<String> addresses(SupportCase found) {
        return store.history(found.number()).stream()
                .map(new CaseEventJson()::write)
                .toList();
    }
}
