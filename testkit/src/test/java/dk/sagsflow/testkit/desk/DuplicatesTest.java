package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.COMPANY;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RelationObstacle;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.UnlinkReason;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.routing.configuration.Replies;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cases that repeat others. */
class DuplicatesTest {
    private final Desks world = new Desks();
    private final CaseNumber original = registerFor(COMPANY);

    @Test
    void the_customer_of_a_duplicate_hears_the_answer_to_the_original_in_words_of_its_own() {
        CaseNumber duplicate = duplicate();
        assertThat(world.answers(KAREN, original).untold()).hasSize(1);

        sweepAndDeliver();

        assertThat(current(duplicate).status()).isEqualTo(CaseStatus.ANSWERED);
        assertThat(current(duplicate).answer()).contains("this is how");
        assertThat(world.mailbox.receivedAt("carl@example.dk"))
                .filteredOn(mail -> mail.kind() == Notification.Kind.DUPLICATE_ANSWERED)
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).isEqualTo(duplicate + ": sagen, som din gentager, er besvaret");
                    assertThat(mail.text()).contains("this is how").doesNotContain(original.value());
                });
        assertThat(mails(Notification.Kind.ANSWERED)).isEmpty();
    }

    @Test
    void a_duplicate_of_what_is_answered_already_is_answered_as_it_is_closed() {
        SupportCase answered = world.answers(KAREN, original);
        CaseNumber duplicate = duplicate();

        assertThat(current(duplicate).answer()).isEqualTo(answered.answer());
        sweepAndDeliver();
        assertThat(mails(Notification.Kind.DUPLICATE_ANSWERED)).hasSize(1);
    }

    @Test
    void duplicates_of_duplicates_hear_it_too() {
        CaseNumber middle = duplicate();
        CaseNumber last = registerFor(CITIZEN_CARL);
        repeats(last, middle);
        SupportCase unused = world.answers(KAREN, original);

        sweepAndDeliver();

        assertThat(current(last).answer()).contains("this is how");
    }

    @Test
    void the_customer_may_object_and_then_it_is_a_case_of_its_own_again() {
        CaseNumber duplicate = duplicate();
        writes(duplicate, "mine is about the printer");

        assertThat(current(duplicate).working()).isPresent();
        assertThat(current(duplicate).duplicateOf()).isEmpty();
        assertThat(world.repository.history(duplicate))
                .filteredOn(CaseEvent.CaseUnlinked.class::isInstance)
                .singleElement()
                .satisfies(event ->
                        assertThat(((CaseEvent.CaseUnlinked) event).reason()).isEqualTo(UnlinkReason.OBJECTED));
        SupportCase unused = world.answers(KAREN, original);
        sweepAndDeliver();
        assertThat(current(duplicate).answer()).isEmpty();
    }

    @Test
    void the_customer_may_object_after_the_answer_to_the_original_arrived() {
        objectsAfterTheAnswer(world);
    }

    @Test
    void an_objection_is_heard_even_where_a_word_counts_as_thanks() {
        objectsAfterTheAnswer(thanks());
        Desks other = thanks();
        CaseNumber repeated = registerFor(other, COMPANY);
        CaseNumber duplicate = registerFor(other, CITIZEN_CARL);
        repeats(other, duplicate, repeated);
        writes(other, duplicate, "mine is about the printer");

        assertObjected(other, duplicate);
    }

    private static Desks thanks() {
        return new Desks(CaseRepository.inMemory(), Replies.standard().withReopens(false));
    }

    private static void objectsAfterTheAnswer(Desks world) {
        CaseNumber repeated = registerFor(world, COMPANY);
        CaseNumber duplicate = registerFor(world, CITIZEN_CARL);
        repeats(world, duplicate, repeated);
        SupportCase unused = world.answers(KAREN, repeated);
        sweepAndDeliver(world);
        assertThat(world.mailbox.receivedAt("carl@example.dk"))
                .filteredOn(mail -> mail.kind() == Notification.Kind.DUPLICATE_ANSWERED)
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Så tager vi din sag op for sig"));

        writes(world, duplicate, "mine is about the printer");

        assertObjected(world, duplicate);
        sweepAndDeliver(world);
        assertThat(world.current(repeated).status()).isEqualTo(CaseStatus.ANSWERED);
    }

    private static void assertObjected(Desks world, CaseNumber duplicate) {
        assertThat(world.current(duplicate).working()).isPresent();
        assertThat(world.current(duplicate).duplicateOf()).isEmpty();
        assertThat(world.repository.history(duplicate))
                .filteredOn(CaseEvent.CaseUnlinked.class::isInstance)
                .singleElement()
                .satisfies(event ->
                        assertThat(((CaseEvent.CaseUnlinked) event).reason()).isEqualTo(UnlinkReason.OBJECTED));
    }

    @Test
    void a_duplicate_whose_original_ends_without_an_answer_is_worked_on_again_and_its_group_is_told() {
        CaseNumber duplicate = duplicate();
        SupportCase unused = world.does(KAREN, original, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));

        sweepAndDeliver();

        assertThat(current(duplicate).working()).isPresent();
        assertThat(world.mailbox.receivedAt("supportcenter@example.dk"))
                .filteredOn(mail -> mail.kind() == Notification.Kind.LEFT_TO_GROUP)
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("som den gentager, sluttede uden svar"));
    }

    @Test
    void nothing_is_closed_as_a_duplicate_of_what_ended_without_an_answer() {
        CaseNumber other = registerFor(CITIZEN_CARL);
        world.desk
                .submit(KAREN, other, new CaseCommand.LinkCase(CaseRelation.DUPLICATE_OF, original))
                .orElseThrow();
        SupportCase unused = world.does(KAREN, original, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));

        assertThat(world.desk.submit(KAREN, other, new CaseCommand.Close(ClosingReason.DUPLICATE, "")))
                .isEqualTo(Outcome.refused(new Refusal.BadRelation(
                        CaseRelation.DUPLICATE_OF, original, RelationObstacle.ENDED_WITHOUT_ANSWER)));
    }

    @Test
    void what_was_written_on_duplicates_is_seen_from_the_original() {
        CaseNumber middle = duplicate();
        CaseNumber last = registerFor(CITIZEN_CARL);
        repeats(last, middle);
        SupportCase unused = world.does(KAREN, last, new CaseCommand.AddNote(Visibility.INTERNAL, "see the log"));
        SupportCase unusedToo =
                world.does(KAREN, middle, new CaseCommand.AddNote(Visibility.INTERNAL, "in Aarhus too"));

        CaseFile.ForOperator seen =
                (CaseFile.ForOperator) world.desk.view(KAREN, original).orElseThrow();

        assertThat(seen.merged())
                .filteredOn(CaseEvent.NoteAdded.class::isInstance)
                .extracting(event -> event.caseNumber() + " " + ((CaseEvent.NoteAdded) event).text())
                .containsExactly(last + " see the log", middle + " in Aarhus too");
        assertThat(seen.events()).extracting(CaseEvent::caseNumber).containsOnly(original);
        SupportCase undone = world.does(KAREN, middle, new CaseCommand.UnlinkCase(CaseRelation.DUPLICATE_OF, original));
        assertThat(undone.duplicateOf()).isEmpty();
        assertThat(((CaseFile.ForOperator) world.desk.view(KAREN, original).orElseThrow()).merged())
                .isEmpty();
    }

    @Test
    void undoing_the_link_takes_the_case_up_again() {
        CaseNumber duplicate = duplicate();
        SupportCase undone =
                world.does(KAREN, duplicate, new CaseCommand.UnlinkCase(CaseRelation.DUPLICATE_OF, original));

        assertThat(undone.working()).isPresent();
        assertThat(undone.duplicateOf()).isEmpty();
    }

    @Test
    void two_agents_who_close_two_cases_as_duplicates_of_each_other_at_once_do_not_both_succeed() {
        for (int round = 0; round < 50; round++) {
            circleOf(2, CaseRelation.DUPLICATE_OF);
        }
    }

    @Test
    void nor_do_many_who_close_a_circle_of_many_of_any_kind() {
        for (CaseRelation relation : CaseRelation.values()) {
            for (int round = 0; round < 10; round++) {
                circleOf(4, relation);
            }
        }
    }

    /** Each links a case to the next, the last to the first, all at once. */
    private void circleOf(int many, CaseRelation relation) {
        List<CaseNumber> cases = IntStream.range(0, many)
                .mapToObj(each -> registerFor(CITIZEN_CARL))
                .toList();
        CyclicBarrier together = new CyclicBarrier(many);
        List<Thread> agents = new ArrayList<>();
        List<Outcome<?>> outcomes = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < many; i++) {
            CaseNumber one = cases.get(i);
            CaseCommand link = new CaseCommand.LinkCase(relation, cases.get((i + 1) % many));
            agents.add(new Thread(() -> {
                await(together);
                outcomes.add(world.desk.submit(KAREN, one, link));
            }));
        }
        agents.forEach(Thread::start);
        agents.forEach(DuplicatesTest::join);

        assertThat(outcomes.stream().filter(Outcome::wasAccepted)).hasSize(many - 1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.wasAccepted()).map(Desks::refusal))
                .allSatisfy(refusal ->
                        assertThat(((Refusal.BadRelation) refusal).why()).isEqualTo(RelationObstacle.CIRCLE));
        assertThat(cases.stream()
                        .flatMap(number -> Stream.of(
                                world.desk.submit(KAREN, number, new CaseCommand.Close(ClosingReason.DUPLICATE, ""))))
                        .filter(Outcome::wasAccepted))
                .hasSize(relation == CaseRelation.DUPLICATE_OF ? many - 1 : 0);
    }

    private static void await(CyclicBarrier together) {
        try {
            int unused = together.await();
        } catch (Exception interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void join(Thread agent) {
        try {
            agent.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private CaseNumber duplicate() {
        CaseNumber number = registerFor(CITIZEN_CARL);
        repeats(number, original);
        return number;
    }

    private void repeats(CaseNumber number, CaseNumber of) {
        repeats(world, number, of);
    }

    private static void repeats(Desks world, CaseNumber number, CaseNumber of) {
        SupportCase linked = world.does(KAREN, number, new CaseCommand.LinkCase(CaseRelation.DUPLICATE_OF, of));
        assertThat(linked.duplicateOf()).contains(of);
        SupportCase closed = world.does(KAREN, number, new CaseCommand.Close(ClosingReason.DUPLICATE, ""));
        assertThat(closed.working()).isEmpty();
    }

    private CaseNumber registerFor(CustomerId customer) {
        return registerFor(world, customer);
    }

    private static CaseNumber registerFor(Desks world, CustomerId customer) {
        CaseNumber number = world.registerFor(customer);
        world.places(number, Cause.USER_ERROR);
        return number;
    }

    private void writes(CaseNumber number, String text) {
        writes(world, number, text);
    }

    /** By telephone. */
    private static void writes(Desks world, CaseNumber number, String text) {
        CaseCommand note = new CaseCommand.AddNote(Visibility.CUSTOMER, text);
        Circumstances telephone = Circumstances.builder().relays(Side.CUSTOMER).build();
        world.desk
                .submit(CaseRequest.of(KAREN, number, note).withCircumstances(telephone))
                .orElseThrow();
    }

    private SupportCase current(CaseNumber number) {
        return world.current(number);
    }

    private List<Notification> mails(Notification.Kind kind) {
        return world.mailbox.receivedAt("carl@example.dk").stream()
                .filter(mail -> mail.kind() == kind)
                .toList();
    }

    private void sweepAndDeliver() {
        sweepAndDeliver(world);
    }

    private static void sweepAndDeliver(Desks world) {
        while (world.desk.operations().sweep(100).handled() > 0) {
            Thread.onSpinWait();
        }
        assertThat(world.desk.operations().deliver(1_000).dead()).isEmpty();
    }
}
