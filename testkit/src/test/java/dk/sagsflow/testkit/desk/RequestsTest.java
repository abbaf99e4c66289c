package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.desk.SupportDesk;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests that another system sends twice, because it did not hear the answer. */
class RequestsTest {
    private static final RequestKey KEY = RequestKey.of("mail:<1@example.dk>");
    private static final Registration HELP = Registration.of(CITIZEN_CARL.value(), "I cannot log in");

    private final CaseRepository store = CaseRepository.inMemory();
    private final Desks world = new Desks(store);

    private ImmutableList<SupportCase> all() {
        return store.query(CaseQuery.all()).cases();
    }

    @Test
    void a_registration_that_comes_twice_is_one_case() {
        SupportCase first = world.desk.register(KAREN, HELP, KEY).orElseThrow().whole();
        SupportCase second = world.desk.register(KAREN, HELP, KEY).orElseThrow().whole();

        assertThat(second).isEqualTo(first);
        assertThat(all()).containsExactly(first);
        assertThat(store.outbox().waiting(10)).hasSize(1);
    }

    @Test
    void a_repetition_gives_what_the_first_time_gave_though_the_case_went_on() {
        SupportCase first = world.desk.register(KAREN, HELP, KEY).orElseThrow().whole();
        RequestKey handOver = RequestKey.of("hand-over");
        CaseCommand toBit = new CaseCommand.HandOver(BIT, "unknown to us");
        SupportCase handedOver = world.desk
                .submit(KAREN, first.number(), toBit, handOver)
                .orElseThrow()
                .whole();
        assertThat(world.does(BO, first.number(), new CaseCommand.Accept()).version())
                .isEqualTo(3);

        assertThat(world.desk.register(KAREN, HELP, KEY).orElseThrow().whole()).isEqualTo(first);
        assertThat(world.desk
                        .submit(KAREN, first.number(), toBit, handOver)
                        .orElseThrow()
                        .whole())
                .isEqualTo(handedOver);
        assertThat(store.history(first.number())).hasSize(3);
    }

    @Test
    void another_request_under_the_same_key_is_refused_with_the_case_that_the_first_was_about() {
        CaseNumber number = world.desk.register(KAREN, HELP, KEY).orElseThrow().number();
        Refusal taken = new Refusal.KeyOfAnotherRequest(KEY, Optional.of(number));

        assertThat(refusal(world.desk.register(KAREN, HELP.withSubject("I cannot print"), KEY)))
                .isEqualTo(taken);
        assertThat(refusal(world.desk.register(HEAD, HELP, KEY))).isEqualTo(taken);
        assertThat(refusal(world.desk.submit(KAREN, number, new CaseCommand.Accept(), KEY)))
                .isEqualTo(taken);
        assertThat(taken.describe()).contains("mail:<1@example.dk>", number.value());
        assertThat(all()).hasSize(1);
        assertThat(store.history(number)).hasSize(1);
    }

    @Test
    void a_request_that_was_refused_may_come_again_and_be_carried_out() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        CaseCommand resume = new CaseCommand.Resume();
        assertThat(world.desk.submit(KAREN, number, resume, KEY).wasAccepted()).isFalse();
        SupportCase held = world.does(
                KAREN, number, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));

        assertThat(world.desk.submit(KAREN, number, resume, KEY).orElseThrow().version())
                .isEqualTo(held.version() + 1);
    }

    @Test
    void a_hand_over_that_comes_at_two_desks_at_the_same_moment_is_one_hand_over_for_both() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        CaseCommand toBit = new CaseCommand.HandOver(BIT, "unknown to us");
        Desks slower = new Desks(new MeddlingRepository(store) {
            private boolean happened;

            @Override
            void beforeAppend(ImmutableList<CaseChange> changes) {
                if (!happened) {
                    happened = true;
                    world.desk.submit(KAREN, number, toBit, KEY).orElseThrow();
                }
            }
        });

        SupportCase repeated =
                slower.desk.submit(KAREN, number, toBit, KEY).orElseThrow().whole();

        assertThat(repeated).isEqualTo(world.current(number));
        assertThat(store.history(number)).hasSize(2);
    }

    @Test
    void a_hand_over_that_another_desk_carries_out_just_before_it_is_decided_is_no_refusal() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        CaseCommand toBit = new CaseCommand.HandOver(BIT, "unknown to us");
        Desks slower = new Desks(new MeddlingRepository(store) {
            private boolean happened;

            @Override
            public Optional<StoredCase> load(CaseNumber asked) {
                if (!happened) {
                    happened = true;
                    world.desk.submit(KAREN, number, toBit, KEY).orElseThrow();
                }
                return super.load(asked);
            }
        });

        assertThat(slower.desk.submit(KAREN, number, toBit, KEY).orElseThrow().whole())
                .isEqualTo(world.current(number));
        assertThat(store.history(number)).hasSize(2);
    }

    @Test
    void many_threads_at_two_desks_that_send_everything_twice_do_everything_once() throws InterruptedException {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        CaseNumbers numbers = CaseNumbers.counting("T-");
        List<SupportDesk> desks = Stream.generate(
                        () -> world.builder(store).withNumbers(numbers).build())
                .limit(2)
                .toList();
        Queue<SupportCase> got = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(sender -> new Thread(() -> IntStream.range(0, 20).forEach(each -> {
                    SupportDesk desk = desks.get(sender % 2);
                    RequestKey key = RequestKey.of("note " + each);
                    CaseCommand note = new CaseCommand.AddNote(Visibility.INTERNAL, "note " + each);
                    Outcome<CaseView> outcome = desk.submit(KAREN, number, note, key);
                    got.add(outcome.orElseThrow().whole());
                    got.add(desk.register(KAREN, HELP, RequestKey.of("case " + each))
                            .orElseThrow()
                            .whole());
                })))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(store.history(number)).hasSize(21);
        assertThat(all()).hasSize(21);
        assertThat(got).hasSize(160);
        assertThat(got.stream().distinct()).hasSize(40);
    }
}
