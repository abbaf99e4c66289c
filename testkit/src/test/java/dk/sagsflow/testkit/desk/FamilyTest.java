package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID_OF_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RelationObstacle;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ForwardingCaseRepository;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.core.view.CaseViewPage;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.operation.SweepReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Major incidents and the cases that belong to them. */
class FamilyTest {
    private final CaseRepository store = CaseRepository.inMemory();
    private final Desks world = new Desks(store);
    private final CaseNumber parent = world.registerFor(ASTRID_OF_AARHUS);

    @Test
    void a_parent_is_read_and_written_alike_with_no_children_and_with_sixteen_thousand() {
        CaseNumber alone = world.registerFor(ASTRID_OF_AARHUS);
        world.places(parent, Cause.TECHNICAL);
        world.places(alone, Cause.TECHNICAL);
        children(16_000);
        Counting counting = new Counting(store);
        Desks counted = new Desks(counting);

        ImmutableList<Integer> ofNone = work(counted, counting, alone);
        ImmutableList<Integer> ofMany = work(counted, counting, parent);

        assertThat(ofMany).isEqualTo(ofNone);
        assertThat(world.current(parent).relatedCases()).isEmpty();
        assertThat(counting.sizes()).allSatisfy(events -> assertThat(events).isLessThan(10));
    }

    /** How many cases and events a note and an answer read, and how many they write. */
    private static ImmutableList<Integer> work(Desks desks, Counting counting, CaseNumber number) {
        counting.reset();
        assertThat(desks.does(KAREN, number, new CaseCommand.AddNote(Visibility.INTERNAL, "looked at"))
                        .version())
                .isPositive();
        assertThat(desks.answers(KAREN, number).status()).isEqualTo(CaseStatus.ANSWERED);
        return ImmutableList.of(counting.read, counting.queries, counting.written);
    }

    @Test
    void an_answer_reaches_its_children_by_and_by_in_steps_that_are_bounded() {
        ImmutableList<CaseNumber> children = children(250);
        world.places(parent, Cause.TECHNICAL);
        Counting counting = new Counting(store);
        SupportDesk counted = world.deskOn(counting);
        assertThat(world.answers(KAREN, parent).untold()).hasSize(1);

        SweepReport first = counted.operations().sweep(1);
        assertThat(first.moreDue()).isTrue();
        assertThat(answered(children)).isEqualTo(100);
        assertThat(counting.largestStep).isEqualTo(1);
        assertThat(counted.operations().sweep(1).moreDue()).isTrue();
        assertThat(counted.operations().sweep(1).handled()).isEqualTo(1);

        assertThat(answered(children)).isEqualTo(250);
        assertThat(world.current(parent).untold()).isEmpty();
    }

    @Test
    void what_was_under_way_when_a_process_died_is_taken_up_and_nobody_is_told_twice() {
        ImmutableList<CaseNumber> children = children(5);
        world.places(parent, Cause.TECHNICAL);
        assertThat(world.answers(KAREN, parent).untold()).hasSize(1);
        SupportDesk dying = world.deskOn(new ForwardingCaseRepository(store) {
            private int steps;

            @Override
            public void append(CaseStep step) {
                steps += step.changes().size();
                if (steps > 3) {
                    throw new OutOfMemoryError("the process dies");
                }
                super.append(step);
            }
        });

        assertThatThrownBy(() -> dying.operations().sweep(1)).hasMessage("the process dies");
        assertThat(answered(children)).isEqualTo(3);
        // The claim of the dead ends by itself.
        world.clock.advance(Duration.ofHours(1));
        sweepAll();

        assertThat(answered(children)).isEqualTo(5);
        assertThat(children).allSatisfy(child -> assertThat(heard(child)).isEqualTo(1));
    }

    @Test
    void a_case_that_is_linked_later_does_not_hear_what_was_said_before() {
        CaseNumber early = children(1).get(0);
        provides("use the old page");
        CaseNumber late = children(1).get(0);
        sweepAll();

        assertThat(heard(early)).isEqualTo(1);
        assertThat(heard(late)).isZero();
        provides("use the telephone");
        sweepAll();
        assertThat(heard(early)).isEqualTo(2);
        assertThat(heard(late)).isEqualTo(1);
    }

    @Test
    void a_case_that_is_linked_to_what_is_answered_already_is_answered_like_it_at_once() {
        world.places(parent, Cause.TECHNICAL);
        SupportCase answered = world.answers(KAREN, parent);

        CaseNumber late = children(1).get(0);
        assertThat(world.current(late).status()).isEqualTo(CaseStatus.ANSWERED);
        assertThat(world.current(late).answer()).isEqualTo(answered.answer());
        sweepAll();

        assertThat(heard(late)).isEqualTo(1);
    }

    @Test
    void news_that_follow_each_other_are_told_in_order() {
        CaseNumber child = children(1).get(0);
        provides("use the old page");
        world.places(parent, Cause.TECHNICAL);
        assertThat(world.answers(KAREN, parent).untold()).hasSize(2);

        sweepAll();

        assertThat(store.history(child).stream().map(event -> event.getClass().getSimpleName()))
                .endsWith("HeardFromParent", "WorkaroundProvided", "HeardFromParent", "Answered");
    }

    @Test
    void a_child_that_cannot_be_told_holds_up_none_of_the_others() {
        ImmutableList<CaseNumber> children = children(3);
        CaseNumber broken = children.get(1);
        world.places(parent, Cause.TECHNICAL);
        assertThat(world.answers(KAREN, parent).untold()).hasSize(1);
        SupportDesk beside = world.deskOn(new ForwardingCaseRepository(store) {
            @Override
            public Optional<StoredCase> load(CaseNumber number) {
                if (number.equals(broken)) {
                    throw new IllegalStateException("case " + broken + " cannot be read");
                }
                return super.load(number);
            }
        });

        assertThat(beside.operations().sweep(1).handled()).isEqualTo(1);

        assertThat(answered(children)).isEqualTo(2);
        assertThat(beside.operations().setAside(10))
                .extracting(UnhandledCase::number)
                .containsExactly(broken);
    }

    @Test
    void two_cases_that_become_parents_of_each_other_at_once_do_not_both_succeed() throws Exception {
        for (int round = 0; round < 50; round++) {
            CaseNumber one = world.registerFor(CITIZEN_CARL);
            CaseNumber other = world.registerFor(CITIZEN_CARL);
            CyclicBarrier together = new CyclicBarrier(2);
            List<CompletableFuture<Outcome<?>>> both = Stream.of(link(one, other), link(other, one))
                    .map(task -> CompletableFuture.<Outcome<?>>supplyAsync(
                            () -> {
                                try {
                                    together.await();
                                } catch (Exception interrupted) {
                                    throw new AssertionError(interrupted);
                                }
                                return task.get();
                            },
                            run -> new Thread(run).start()))
                    .toList();
            List<Outcome<?>> outcomes =
                    both.stream().<Outcome<?>>map(CompletableFuture::join).toList();

            assertThat(outcomes.stream().filter(Outcome::wasAccepted)).hasSize(1);
            assertThat(world.current(one).parent().isPresent())
                    .isNotEqualTo(world.current(other).parent().isPresent());
        }
    }

    @Test
    void a_circle_that_somebody_else_closes_meanwhile_is_refused_however_long_it_is() {
        CaseNumber middle = world.registerFor(CITIZEN_CARL);
        CaseNumber child = world.registerFor(CITIZEN_CARL);
        assertThat(link(middle, parent).get().wasAccepted()).isTrue();
        Desks slower = new Desks(new MeddlingRepository(store) {
            private boolean meddled;

            @Override
            void beforeAppend(ImmutableList<CaseChange> changes) {
                if (!meddled) {
                    meddled = true;
                    assertThat(link(parent, child).get().wasAccepted()).isTrue();
                }
            }
        });

        Outcome<?> outcome = slower.desk.submit(KAREN, child, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, middle));

        assertThat(outcome)
                .isEqualTo(Outcome.refused(
                        new Refusal.BadRelation(CaseRelation.CHILD_OF, middle, RelationObstacle.CIRCLE)));
    }

    @Test
    void an_answer_reaches_the_children_of_its_children() {
        CaseNumber middle = children(1).get(0);
        CaseNumber child = world.registerFor(CITIZEN_CARL);
        assertThat(link(child, middle).get().wasAccepted()).isTrue();
        world.places(parent, Cause.TECHNICAL);
        assertThat(world.answers(KAREN, parent).untold()).hasSize(1);

        sweepAll();
        sweepAll();

        assertThat(answered(ImmutableList.of(middle, child))).isEqualTo(2);
    }

    @Test
    void a_link_can_be_undone_and_a_wrong_parent_replaced_in_one_step() {
        CaseNumber child = children(1).get(0);
        CaseNumber right = world.registerFor(CITIZEN_CARL);

        assertThat(link(child, right).get())
                .isEqualTo(Outcome.refused(
                        new Refusal.BadRelation(CaseRelation.CHILD_OF, right, RelationObstacle.BELONGS_TO_ANOTHER)));
        world.desk
                .submitTogether(ImmutableList.of(
                        CaseRequest.of(KAREN, child, new CaseCommand.UnlinkCase(CaseRelation.CHILD_OF, parent)),
                        CaseRequest.of(KAREN, child, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, right))))
                .orElseThrow();

        assertThat(world.current(child).parent()).contains(right);
        provides("use the old page");
        sweepAll();
        assertThat(heard(child)).isZero();
        // The wrong one may belong to the right one as well, now that nothing is wrong any more.
        assertThat(link(parent, right).get().wasAccepted()).isTrue();
        assertThat(world.desk.submit(KAREN, child, new CaseCommand.UnlinkCase(CaseRelation.CHILD_OF, parent)))
                .isEqualTo(Outcome.refused(
                        new Refusal.BadRelation(CaseRelation.CHILD_OF, parent, RelationObstacle.NOT_RELATED)));
    }

    @Test
    void children_of_a_parent_that_ends_without_an_answer_are_left_to_their_groups_which_are_told() {
        CaseNumber child = children(1).get(0);
        assertThat(world.does(KAREN, parent, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""))
                        .untold())
                .hasSize(1);

        sweepAll();

        assertThat(world.current(child).parent()).isEmpty();
        assertThat(world.current(child).working()).isPresent();
        assertThat(world.desk.operations().deliver(100).dead()).isEmpty();
        assertThat(world.mailbox.receivedAt("supportcenter@example.dk"))
                .filteredOn(mail -> mail.kind() == Notification.Kind.LEFT_TO_GROUP)
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(child.value(), "sluttede uden svar"));
        assertThat(link(child, parent).get())
                .isEqualTo(Outcome.refused(
                        new Refusal.BadRelation(CaseRelation.CHILD_OF, parent, RelationObstacle.ENDED_WITHOUT_ANSWER)));
    }

    @Test
    void children_of_a_parent_that_is_referred_elsewhere_are_left_to_their_groups_which_are_told() {
        ImmutableList<CaseNumber> children = children(3);
        assertThat(world.does(KAREN, parent, new CaseCommand.Refer("the police", "it is theirs"))
                        .untold())
                .hasSize(1);

        sweepAll();

        assertThat(children).allSatisfy(child -> {
            assertThat(world.current(child).parent()).isEmpty();
            assertThat(world.current(child).working()).isPresent();
        });
        assertThat(world.current(parent).untold()).isEmpty();
        assertThat(world.desk.operations().deliver(100).dead()).isEmpty();
        assertThat(world.mailbox.receivedAt("supportcenter@example.dk"))
                .filteredOn(mail -> mail.kind() == Notification.Kind.LEFT_TO_GROUP)
                .hasSize(3)
                .allSatisfy(mail -> assertThat(mail.text()).contains("sluttede uden svar"));
        assertThat(link(children.get(0), parent).get())
                .isEqualTo(Outcome.refused(
                        new Refusal.BadRelation(CaseRelation.CHILD_OF, parent, RelationObstacle.ENDED_WITHOUT_ANSWER)));
    }

    @Test
    void children_of_a_parent_that_repeats_another_case_are_handed_on_to_that() {
        ImmutableList<CaseNumber> children = children(3);
        CaseNumber other = world.registerFor(CITIZEN_CARL);
        SupportCase unused = world.does(KAREN, parent, new CaseCommand.LinkCase(CaseRelation.DUPLICATE_OF, other));
        SupportCase closed = world.does(KAREN, parent, new CaseCommand.Close(ClosingReason.DUPLICATE, ""));
        assertThat(closed.untold()).hasSize(1);

        sweepAll();
        assertThat(children)
                .allSatisfy(child -> assertThat(world.current(child).parent()).contains(other));
        world.places(other, Cause.TECHNICAL);
        assertThat(world.answers(KAREN, other).untold()).hasSize(1);
        sweepAll();

        assertThat(answered(children)).isEqualTo(3);
        assertThat(world.current(parent).status()).isEqualTo(CaseStatus.ANSWERED);
    }

    @Test
    void children_of_a_parent_that_repeats_what_is_answered_already_have_that_answer() {
        ImmutableList<CaseNumber> children = children(3);
        CaseNumber other = world.registerFor(CITIZEN_CARL);
        world.places(other, Cause.TECHNICAL);
        SupportCase first = world.answers(KAREN, other);
        SupportCase unused = world.does(KAREN, parent, new CaseCommand.LinkCase(CaseRelation.DUPLICATE_OF, other));
        SupportCase closed = world.does(KAREN, parent, new CaseCommand.Close(ClosingReason.DUPLICATE, ""));
        assertThat(closed.answer()).isEqualTo(first.answer());

        sweepAll();

        assertThat(answered(children)).isEqualTo(3);
        assertThat(children)
                .allSatisfy(child -> assertThat(world.current(child).answer()).isEqualTo(first.answer()));
    }

    @Test
    void its_children_are_found_by_a_query_and_each_shows_where_it_belongs() {
        ImmutableList<CaseNumber> children = children(3);

        CaseViewPage page = world.desk
                .query(KAREN, CaseQuery.builder().parent(parent).pageSize(2).build())
                .orElseThrow();

        assertThat(page.cases())
                .hasSize(2)
                .allSatisfy(child -> assertThat(child.whole().parent()).contains(parent));
        assertThat(page.next()).isPresent();
        assertThat(world.current(children.get(2)).parent()).contains(parent);
    }

    private void provides(String workaround) {
        assertThat(world.does(KAREN, parent, new CaseCommand.ProvideWorkaround(workaround))
                        .untold())
                .isNotEmpty();
    }

    private Supplier<Outcome<?>> link(CaseNumber child, CaseNumber of) {
        return () -> world.desk.submit(KAREN, child, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, of));
    }

    private ImmutableList<CaseNumber> children(int many) {
        return IntStream.range(0, many)
                .mapToObj(child -> {
                    CaseNumber number = world.registerFor(CITIZEN_CARL);
                    assertThat(link(number, parent).get().wasAccepted()).isTrue();
                    return number;
                })
                .collect(ImmutableList.toImmutableList());
    }

    private void sweepAll() {
        while (world.desk.operations().sweep(10).moreDue()) {
            assertThat(world.current(parent).untold()).isNotNull();
        }
    }

    private long answered(ImmutableList<CaseNumber> children) {
        return children.stream()
                .filter(child -> world.current(child).status() == CaseStatus.ANSWERED)
                .count();
    }

    private long heard(CaseNumber child) {
        return store.history(child).stream()
                .filter(CaseEvent.HeardFromParent.class::isInstance)
                .count();
    }

    /** Counts what is asked of a store and what is stored. Not thread-safe. */
    private static final class Counting extends ForwardingCaseRepository {
        private int read;
        private int queries;
        private int written;
        private int largestStep;
        private final List<Integer> sizes = new ArrayList<>();

        Counting(CaseRepository delegate) {
            super(delegate);
        }

        void reset() {
            read = 0;
            queries = 0;
            written = 0;
        }

        List<Integer> sizes() {
            return sizes;
        }

        @Override
        public Optional<StoredCase> load(CaseNumber number) {
            Optional<StoredCase> found = super.load(number);
            read++;
            found.ifPresent(stored -> sizes.add(stored.history().size()));
            return found;
        }

        @Override
        public CasePage query(CaseQuery query) {
            queries++;
            return super.query(query);
        }

        @Override
        public void append(CaseStep step) {
            written += step.changes().size();
            largestStep = Math.max(largestStep, step.changes().size());
            super.append(step);
        }
    }
}
