package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.log.ForgottenPositionException;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.ParkedStep;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.log.SubscriptionState;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.desk.DeskOperations;
import dk.sagsflow.routing.listening.StepHandler;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.FollowReport;
import dk.sagsflow.routing.operation.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Those who follow what is stored: at least once, in order, whoever stored it. */
class SubscriptionTest {
    private static final SubscriptionName INDEX = SubscriptionName.of("search-index");

    private final CaseRepository store = CaseRepository.inMemory();
    private final List<String> handled = new ArrayList<>();
    private final Set<String> poison = new HashSet<>();
    private final StepHandler index = steps -> {
        for (LoggedStep step : steps) {
            if (poison.contains(word(step))) {
                throw new IllegalStateException("cannot index 010100-0000");
            }
        }
        steps.forEach(step -> handled.add(word(step)));
    };
    private final Desks world = following(SubscriptionStart.beginning());

    private Desks following(SubscriptionStart start) {
        return following(start, INDEX);
    }

    private Desks following(SubscriptionStart start, SubscriptionName name) {
        return new Desks(
                store,
                desk -> desk.withSubscription(name, start, index)
                        .withFollowing(Patience.builder().attempts(3).build()));
    }

    /** What a step is known by here: the text of its first event. */
    private static String word(LoggedStep step) {
        return step.events().get(0) instanceof CaseEvent.NoteAdded note ? note.text() : "registered";
    }

    private DeskOperations operations() {
        return world.desk.operations();
    }

    private CaseNumber noted(String... notes) {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        for (String note : notes) {
            assertThat(world.does(KAREN, number, new CaseCommand.AddNote(Visibility.INTERNAL, note))
                            .number())
                    .isEqualTo(number);
        }
        return number;
    }

    @Test
    void hear_every_step_once_in_order_from_where_they_begin() {
        CaseNumber unused = noted("a", "b");

        assertThat(operations().follow(100)).isEqualTo(new FollowReport(3, 0, 0, false));
        assertThat(operations().follow(100)).isEqualTo(new FollowReport(0, 0, 0, false));

        assertThat(handled).containsExactly("registered", "a", "b");
    }

    @Test
    void that_begin_now_hear_nothing_of_before_and_a_node_that_comes_later_goes_on_where_the_others_are() {
        CaseNumber before = noted("a");
        Desks later = new Desks(
                store, desk -> desk.withSubscription(SubscriptionName.of("live"), SubscriptionStart.now(), index));
        assertThat(world.does(KAREN, before, new CaseCommand.AddNote(Visibility.INTERNAL, "b"))
                        .version())
                .isEqualTo(3);

        assertThat(later.desk.operations().follow(100).handled()).isEqualTo(1);
        assertThat(handled).containsExactly("b");

        Desks another = new Desks(
                store,
                desk -> desk.withSubscription(SubscriptionName.of("live"), SubscriptionStart.beginning(), index));
        assertThat(another.desk.operations().follow(100).handled()).isZero();
    }

    @Test
    void are_handed_no_more_than_the_limit_and_hear_that_there_is_more() {
        String[] notes = IntStream.range(0, 249).mapToObj(Integer::toString).toArray(String[]::new);
        CaseNumber unused = noted(notes);

        assertThat(operations().follow(150)).isEqualTo(new FollowReport(150, 0, 0, true));
        assertThat(operations().follow(150)).isEqualTo(new FollowReport(100, 0, 0, false));
        assertThat(handled.subList(1, 250)).containsExactly(notes);
    }

    @Test
    void that_fail_go_on_up_to_the_step_that_fails_and_try_it_again_later() {
        CaseNumber unused = noted("a", "poison", "b");
        poison.add("poison");

        assertThat(operations().follow(100)).isEqualTo(new FollowReport(2, 1, 0, false));
        assertThat(operations().follow(100)).isEqualTo(new FollowReport(0, 0, 0, false));
        assertThat(operations().subscriptions())
                .extracting(SubscriptionState::lag, SubscriptionState::failures)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2L, 1));

        poison.clear();
        world.clock.advance(Duration.ofSeconds(31));
        assertThat(operations().follow(100)).isEqualTo(new FollowReport(2, 0, 0, false));
        assertThat(handled).containsExactly("registered", "a", "poison", "b");
    }

    @Test
    void park_what_fails_once_too_often_with_its_reason_and_handle_it_when_it_is_revived() {
        CaseNumber unused = noted("a", "poison", "b");
        poison.add("poison");
        for (int attempt = 1; attempt <= 3; attempt++) {
            FollowReport report = operations().follow(100);
            assertThat(report.parked()).isEqualTo(attempt == 3 ? 1 : 0);
            world.clock.advance(Duration.ofHours(1));
        }

        assertThat(handled).containsExactly("registered", "a", "b");
        List<ParkedStep> parked = operations().parked(INDEX, 10);
        assertThat(parked).hasSize(1);
        assertThat(parked.get(0).reason()).isEqualTo("java.lang.IllegalStateException: cannot index xxxxxx-xxxx");

        assertThat(operations().revive(INDEX, parked.get(0).step().position())).isTrue();
        assertThat(operations().follow(100)).isEqualTo(new FollowReport(0, 0, 1, false));
        poison.clear();
        assertThat(operations().revive(INDEX, parked.get(0).step().position())).isTrue();
        assertThat(operations().follow(100)).isEqualTo(new FollowReport(1, 0, 0, false));
        assertThat(operations().parked(INDEX, 10)).isEmpty();
        assertThat(handled).containsExactly("registered", "a", "b", "poison");
    }

    @Test
    void that_begin_after_a_step_hear_all_that_came_after_it_and_nothing_else() {
        CaseNumber unused = noted("a", "b", "c");
        LoggedStep second = store.log().after(store.log().beginning(), 2).get(1);
        SubscriptionStart after = SubscriptionStart.after(second.position());
        Desks later = new Desks(store, desk -> desk.withSubscription(SubscriptionName.of("late"), after, index));

        assertThat(later.desk.operations().follow(100).handled()).isEqualTo(2);
        assertThat(handled).containsExactly("b", "c");

        later.desk.operations().follow(SubscriptionName.of("late"), after);
        assertThat(later.desk.operations().follow(100).handled()).isEqualTo(2);
        assertThat(handled).containsExactly("b", "c", "b", "c");
    }

    @Test
    void that_go_on_failing_wait_twice_as_long_each_time() {
        CaseNumber unused = noted("poison");
        poison.add("poison");

        assertThat(operations().follow(100)).isEqualTo(new FollowReport(1, 1, 0, false));
        world.clock.advance(Duration.ofSeconds(31));
        assertThat(operations().follow(100)).isEqualTo(new FollowReport(0, 1, 0, false));
        world.clock.advance(Duration.ofSeconds(31));
        assertThat(operations().follow(100)).isEqualTo(new FollowReport(0, 0, 0, false));
        world.clock.advance(Duration.ofSeconds(30));
        assertThat(operations().follow(100)).isEqualTo(new FollowReport(0, 0, 1, false));
    }

    @Test
    void can_be_sent_back_to_the_beginning() {
        CaseNumber unused = noted("a");
        assertThat(operations().follow(100).handled()).isEqualTo(2);

        operations().follow(INDEX, SubscriptionStart.beginning());

        assertThat(operations().follow(100).handled()).isEqualTo(2);
        assertThat(handled).containsExactly("registered", "a", "registered", "a");
    }

    @Test
    void handle_what_is_revived_however_much_is_parked_before_it() {
        CaseNumber unused = noted("poison", "poison", "poison", "last");
        poison.addAll(List.of("registered", "poison", "last"));
        Desks impatient = new Desks(
                store,
                desk -> desk.withSubscription(INDEX, SubscriptionStart.beginning(), index)
                        .withFollowing(Patience.builder().attempts(1).build()));
        assertThat(impatient.desk.operations().follow(100).parked()).isEqualTo(5);
        poison.clear();
        LoggedStep last = operations().parked(INDEX, 10).get(4).step();

        assertThat(operations().revive(INDEX, last.position())).isTrue();

        assertThat(operations().follow(1).handled()).isEqualTo(1);
        assertThat(handled).containsExactly("last");
        assertThat(operations().parked(INDEX, 10)).hasSize(4).noneMatch(ParkedStep::revived);
    }

    @Test
    void cannot_begin_where_the_log_is_forgotten_and_those_who_go_on_need_not_say_where() {
        LogPosition forgotten = store.log().beginning();
        CaseNumber unused = noted("a", "b");
        assertThat(operations().follow(100).handled()).isEqualTo(3);
        world.clock.advance(Duration.ofDays(1));
        assertThat(operations().forgetLog(world.clock.instant(), 2)).isEqualTo(2);
        SubscriptionStart lost = SubscriptionStart.after(forgotten);

        assertThatThrownBy(() -> following(lost, SubscriptionName.of("late")))
                .isInstanceOf(ForgottenPositionException.class);
        assertThatThrownBy(() -> operations().follow(INDEX, lost)).isInstanceOf(ForgottenPositionException.class);
        assertThat(following(lost, INDEX).desk.operations().follow(100).handled())
                .isZero();
        assertThat(operations().forgetLog(world.clock.instant(), 2)).isEqualTo(1);
    }

    @Test
    void have_names_of_their_own_at_a_desk() {
        assertThatThrownBy(() -> new Desks(
                        store,
                        desk -> desk.withSubscription(INDEX, SubscriptionStart.beginning(), index)
                                .withSubscription(INDEX, SubscriptionStart.now(), index)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("search-index");
    }
}
