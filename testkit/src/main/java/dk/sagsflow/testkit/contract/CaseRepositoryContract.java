package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.repository.Agenda;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.core.repository.RepeatedRequestException;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link CaseRepository} must do. Inherit it and say where an empty one comes from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class CaseRepositoryContract extends LoadsContract {
    /** For those who inherit. */
    protected CaseRepositoryContract() {}

    /** An empty repository; called once for each test. */
    @Override
    protected abstract CaseRepository emptyRepository();

    @Nested
    class Appending {
        @Test
        void what_was_appended_is_found_and_folds_to_the_same_case() {
            ImmutableList<CaseEvent> registered = bench.register(FIRST, MORNING);
            ImmutableList<CaseEvent> accepted = bench.submit(FIRST, new CaseCommand.Accept());

            ImmutableList<CaseEvent> all = join(registered, accepted);
            assertThat(repository.history(FIRST)).isEqualTo(all);
            assertThat(repository.find(FIRST)).contains(SupportCase.of(all));
        }

        @Test
        void a_case_that_was_never_appended_is_empty_and_has_no_history() {
            assertThat(repository.find(FIRST)).isEmpty();
            assertThat(repository.history(FIRST)).isEmpty();
        }

        @Test
        void a_stale_version_is_refused_with_both_versions_and_changes_nothing() {
            bench.register(FIRST, MORNING);
            SupportCase stale = bench.found(FIRST);
            bench.submit(FIRST, new CaseCommand.Accept());

            ConcurrentUpdateException refused = catchThrowableOfType(
                    ConcurrentUpdateException.class,
                    () -> repository.append(ImmutableList.of(bench.changeOf(stale, new CaseCommand.Accept()))));

            assertThat(refused.number()).isEqualTo(FIRST);
            assertThat(refused.expectedVersion()).isEqualTo(1);
            assertThat(refused.foundVersion()).isEqualTo(2);
            assertThat(repository.history(FIRST)).hasSize(2);
        }

        @Test
        void a_number_that_is_taken_is_refused() {
            bench.register(FIRST, MORNING);

            assertThatThrownBy(() -> bench.register(FIRST, MORNING)).isInstanceOf(ConcurrentUpdateException.class);
        }

        @Test
        void several_cases_change_together_or_not_at_all() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            SupportCase stale = bench.found(SECOND);
            bench.submit(SECOND, new CaseCommand.Accept());
            CaseStep good = RepositoryBench.withMail(
                    bench.changeOf(bench.found(FIRST), new CaseCommand.Accept()), "a@example.dk");
            CaseChange bad = bench.changeOf(stale, new CaseCommand.Accept());

            assertThatThrownBy(() ->
                            repository.append(good.withChanges(good.changes().get(0), bad)))
                    .isInstanceOf(ConcurrentUpdateException.class);

            assertThat(bench.found(FIRST).status()).isEqualTo(CaseStatus.QUEUED);
            assertThat(repository.outbox().waiting(10)).isEmpty();
        }

        @Test
        void one_step_changes_a_case_once() {
            bench.register(FIRST, MORNING);
            CaseChange change = bench.changeOf(bench.found(FIRST), new CaseCommand.Accept());

            assertThatThrownBy(() -> repository.append(ImmutableList.of(change, change)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("C-1");
        }

        @Test
        void of_many_threads_exactly_one_wins_each_version() throws InterruptedException {
            bench.register(FIRST, MORNING);
            AtomicInteger won = new AtomicInteger();
            CaseChange change = bench.changeOf(bench.found(FIRST), new CaseCommand.Accept());

            inParallel(8, () -> {
                try {
                    repository.append(ImmutableList.of(change));
                    won.incrementAndGet();
                } catch (ConcurrentUpdateException lost) {
                    assertThat(lost.foundVersion()).isEqualTo(2);
                }
            });

            assertThat(won).hasValue(1);
            assertThat(repository.history(FIRST)).hasSize(2);
        }

        @Test
        void every_version_of_a_long_race_has_exactly_one_winner() throws InterruptedException {
            bench.register(FIRST, MORNING);
            Queue<Long> won = new ConcurrentLinkedQueue<>();

            inParallel(4, () -> {
                for (int attempt = 0; attempt < 50; attempt++) {
                    SupportCase seen = bench.found(FIRST);
                    try {
                        repository.append(
                                ImmutableList.of(bench.changeOf(seen, new CaseCommand.LinkKnowledge("FAQ 7"))));
                        won.add(seen.version() + 1);
                    } catch (ConcurrentUpdateException lost) {
                        assertThat(lost.foundVersion()).isGreaterThan(seen.version());
                    }
                }
            });

            long last = bench.found(FIRST).version();
            assertThat(won)
                    .hasSizeGreaterThanOrEqualTo(50)
                    .doesNotHaveDuplicates()
                    .hasSize((int) last - 1);
            assertThat(repository.history(FIRST))
                    .extracting(CaseEvent::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, last).boxed().toList());
        }

        @Test
        void threads_that_write_different_cases_are_never_in_each_others_way() throws InterruptedException {
            AtomicInteger threads = new AtomicInteger();
            Queue<RuntimeException> refused = new ConcurrentLinkedQueue<>();

            inParallel(4, () -> {
                CaseNumber own = CaseNumber.of("T-" + threads.incrementAndGet());
                try {
                    bench.register(own, MORNING);
                    for (int line = 0; line < 20; line++) {
                        bench.submit(own, new CaseCommand.LinkKnowledge("FAQ " + line));
                    }
                } catch (RuntimeException e) {
                    refused.add(e);
                }
            });

            assertThat(refused).isEmpty();
            assertThat(repository.query(CaseQuery.all()).cases())
                    .extracting(SupportCase::version)
                    .containsExactly(21L, 21L, 21L, 21L);
        }

        @Test
        void a_change_of_a_case_that_is_not_there_is_refused_as_version_0() {
            CaseChange orphan = bench.changeOf(
                    SupportCase.of(bench.registration(FIRST, MORNING, ReferenceOrganisation.COMPANY, "help")
                            .events()),
                    new CaseCommand.Accept());

            ConcurrentUpdateException refused = catchThrowableOfType(
                    ConcurrentUpdateException.class, () -> repository.append(ImmutableList.of(orphan)));

            assertThat(refused.expectedVersion()).isEqualTo(1);
            assertThat(refused.foundVersion()).isZero();
            assertThat(repository.find(FIRST)).isEmpty();
        }

        @Test
        void a_new_case_and_a_change_that_is_too_late_are_both_left_out() {
            bench.register(FIRST, MORNING);
            SupportCase stale = bench.found(FIRST);
            bench.submit(FIRST, new CaseCommand.Accept());
            CaseChange fresh = RepositoryBench.dueAt(
                    bench.registration(SECOND, MORNING, ReferenceOrganisation.COMPANY, "help"), Optional.of(MORNING));

            assertThatThrownBy(() ->
                            repository.append(ImmutableList.of(fresh, bench.changeOf(stale, new CaseCommand.Accept()))))
                    .isInstanceOf(ConcurrentUpdateException.class);

            assertThat(repository.find(SECOND)).isEmpty();
            assertThat(repository.history(SECOND)).isEmpty();
            assertThat(repository.query(CaseQuery.all()).cases()).hasSize(1);
            assertThat(repository.due(MORNING.plusSeconds(1), 10)).isEmpty();
        }

        @Test
        void no_changes_are_no_trouble() {
            repository.append(ImmutableList.of());

            assertThat(repository.query(CaseQuery.all()).cases()).isEmpty();
        }

        @Test
        void an_erased_history_takes_the_place_of_the_old_one_and_its_mails_are_dropped() {
            bench.register(FIRST, MORNING);
            SupportCase registered = bench.found(FIRST);
            repository.append(RepositoryBench.withMail(
                    bench.changeOf(registered, new CaseCommand.Close(ClosingReason.WITHDRAWN, "Carl wrote")),
                    "carl@example.dk"));
            SupportCase closed = bench.found(FIRST);
            CaseChange erasing = bench.changeOf(closed, new CaseCommand.ErasePersonalData());
            ImmutableList<CaseEvent> erased = PersonalData.erasedFrom(repository.history(FIRST));

            repository.append(CaseStep.of(erasing.erasing(erased)));

            assertThat(repository.history(FIRST).toString()).doesNotContain("Carl", "help");
            assertThat(bench.found(FIRST)).isEqualTo(SupportCase.of(repository.history(FIRST)));
            assertThat(repository
                            .query(CaseQuery.builder().text("help").build())
                            .cases())
                    .isEmpty();
            assertThat(repository.outbox().waiting(10)).isEmpty();
        }
    }

    @Nested
    class DueWork {
        @Test
        void is_given_when_its_time_has_come_the_longest_due_first() {
            bench.registerDue(FIRST, MORNING, MORNING.plusSeconds(20));
            bench.registerDue(SECOND, MORNING, MORNING.plusSeconds(10));
            bench.registerDue(THIRD, MORNING, MORNING.plusSeconds(30));

            assertThat(repository.due(MORNING.plusSeconds(9), 10)).isEmpty();
            assertThat(repository.due(MORNING.plusSeconds(20), 10)).containsExactly(SECOND, FIRST);
            assertThat(repository.due(MORNING.plusSeconds(99), 2)).containsExactly(SECOND, FIRST);
        }

        @Test
        void stays_due_until_a_change_says_otherwise() {
            bench.registerDue(FIRST, MORNING, MORNING);
            bench.registerDue(SECOND, MORNING, MORNING);

            assertThat(repository.due(MORNING, 10)).containsExactlyInAnyOrder(FIRST, SECOND);
            assertThat(repository.due(MORNING, 10)).containsExactlyInAnyOrder(FIRST, SECOND);
            assertThat(repository.due(MORNING, 0)).isEmpty();
        }

        @Test
        void moves_with_a_change() {
            bench.registerDue(FIRST, MORNING, MORNING.plusSeconds(20));
            CaseChange later = bench.changeOf(bench.found(FIRST), new CaseCommand.Accept());

            repository.append(ImmutableList.of(RepositoryBench.dueAt(later, Optional.of(MORNING.plusSeconds(30)))));

            assertThat(repository.due(MORNING.plusSeconds(29), 10)).isEmpty();
            assertThat(repository.due(MORNING.plusSeconds(30), 10)).containsExactly(FIRST);
        }

        @Test
        void keeps_the_microsecond() {
            bench.registerDue(FIRST, MORNING, MORNING.plusNanos(1_000));

            assertThat(repository.due(MORNING, 10)).isEmpty();
            assertThat(repository.due(MORNING.plusNanos(1_000), 10)).containsExactly(FIRST);
        }

        @Test
        void moves_without_a_change_if_the_case_is_as_it_was_read() {
            bench.registerDue(FIRST, MORNING, MORNING);

            repository.reschedule(FIRST, 1, Agenda.due(Optional.of(MORNING.plusSeconds(30))));
            assertThat(repository.due(MORNING.plusSeconds(29), 10)).isEmpty();
            assertThat(repository.due(MORNING.plusSeconds(30), 10)).containsExactly(FIRST);

            repository.reschedule(FIRST, 1, Agenda.empty());
            assertThat(repository.due(MORNING.plusSeconds(99), 10)).isEmpty();
            assertThat(repository.history(FIRST)).hasSize(1);
        }

        @Test
        void does_not_move_if_the_case_went_on_or_is_not_there() {
            bench.register(FIRST, MORNING);
            bench.submit(FIRST, new CaseCommand.Accept());

            ConcurrentUpdateException refused = catchThrowableOfType(
                    ConcurrentUpdateException.class,
                    () -> repository.reschedule(FIRST, 1, Agenda.due(Optional.of(MORNING))));

            assertThat(refused.foundVersion()).isEqualTo(2);
            assertThatThrownBy(() -> repository.reschedule(SECOND, 1, Agenda.due(Optional.of(MORNING))))
                    .isInstanceOf(ConcurrentUpdateException.class);
            assertThat(repository.due(MORNING.plusSeconds(99), 10)).isEmpty();
        }

        @Test
        void that_is_set_aside_is_listed_and_not_due_until_it_is_taken_up() {
            bench.registerDue(FIRST, MORNING, MORNING);
            bench.registerDue(SECOND, MORNING, MORNING);
            repository.setAside(SECOND, "unreadable");
            repository.setAside(FIRST, "broken");

            assertThat(repository.due(MORNING.plusSeconds(99), 10)).isEmpty();
            assertThat(repository.setAside(10))
                    .containsExactly(new UnhandledCase(SECOND, "unreadable"), new UnhandledCase(FIRST, "broken"));
            assertThat(repository.setAside(1)).hasSize(1);

            assertThat(repository.takeUp(FIRST, MORNING.plusSeconds(5))).isTrue();
            assertThat(repository.takeUp(THIRD, MORNING)).isFalse();

            assertThat(repository.due(MORNING.plusSeconds(4), 10)).isEmpty();
            assertThat(repository.due(MORNING.plusSeconds(5), 10)).containsExactly(FIRST);
            assertThat(repository.setAside(10))
                    .extracting(UnhandledCase::number)
                    .containsExactly(SECOND);
        }

        @Test
        void that_is_set_aside_comes_back_with_the_next_change() {
            bench.registerDue(FIRST, MORNING, MORNING);
            repository.setAside(FIRST, "broken");
            CaseChange change = bench.changeOf(bench.found(FIRST), new CaseCommand.Accept());

            repository.append(ImmutableList.of(RepositoryBench.dueAt(change, Optional.of(MORNING.plusSeconds(30)))));

            assertThat(repository.setAside(10)).isEmpty();
            assertThat(repository.due(MORNING.plusSeconds(30), 10)).containsExactly(FIRST);
        }

        @Test
        void follows_the_latest_change_alone() {
            bench.registerDue(FIRST, MORNING, MORNING.plusSeconds(20));

            bench.submit(FIRST, new CaseCommand.Accept());

            assertThat(repository.due(MORNING.plusSeconds(99), 10)).isEmpty();
        }
    }

    @Nested
    class Requests {
        private final RequestKey key = RequestKey.of("mail:1");

        private HandledRequest handled(String fingerprint) {
            return handled(fingerprint, FIRST, 2);
        }

        private HandledRequest handled(String fingerprint, CaseNumber number, long version) {
            return HandledRequest.of(key, new HandledRequest.Fingerprint(1, fingerprint), number, version, MORNING);
        }

        private void carryOut(HandledRequest request, CaseChange... changes) {
            repository.append(CaseStep.of(ImmutableList.copyOf(changes)).withRequest(request));
        }

        @Test
        void are_kept_with_the_step_that_carried_them_out() {
            bench.register(FIRST, MORNING);
            assertThat(repository.request(key)).isEmpty();

            carryOut(handled("a"), bench.changeOf(bench.found(FIRST), new CaseCommand.Accept()));

            assertThat(repository.request(key)).contains(handled("a"));
            assertThat(repository.request(RequestKey.of("mail:2"))).isEmpty();
            assertThat(repository.history(FIRST)).hasSize(2);
        }

        @Test
        void are_refused_the_second_time_and_nothing_of_the_step_is_stored() {
            bench.register(FIRST, MORNING);
            carryOut(handled("a"), bench.changeOf(bench.found(FIRST), new CaseCommand.Accept()));
            CaseChange next = bench.changeOf(bench.found(FIRST), new CaseCommand.LinkKnowledge("FAQ"));
            CaseChange fresh = bench.registration(SECOND, MORNING, ReferenceOrganisation.COMPANY, "help");

            RepeatedRequestException refused =
                    catchThrowableOfType(RepeatedRequestException.class, () -> carryOut(handled("b"), next, fresh));

            assertThat(refused.before()).isEqualTo(handled("a"));
            assertThat(repository.history(FIRST)).hasSize(2);
            assertThat(repository.find(SECOND)).isEmpty();
            assertThat(repository.request(key)).contains(handled("a"));
        }

        @Test
        void are_not_kept_if_the_step_came_too_late() {
            bench.register(FIRST, MORNING);
            CaseChange stale = bench.changeOf(bench.found(FIRST), new CaseCommand.Accept());
            bench.submit(FIRST, new CaseCommand.Accept());

            assertThatThrownBy(() -> carryOut(handled("a"), stale)).isInstanceOf(ConcurrentUpdateException.class);

            assertThat(repository.request(key)).isEmpty();
        }

        @Test
        void of_many_threads_that_send_one_exactly_one_is_carried_out() throws InterruptedException {
            AtomicInteger threads = new AtomicInteger();
            Queue<HandledRequest> before = new ConcurrentLinkedQueue<>();

            inParallel(8, () -> {
                CaseNumber own = CaseNumber.of("T-" + threads.incrementAndGet());
                try {
                    carryOut(
                            handled("a", own, 1),
                            bench.registration(own, MORNING, ReferenceOrganisation.COMPANY, "help"));
                } catch (RepeatedRequestException repeated) {
                    before.add(repeated.before());
                }
            });

            assertThat(repository.query(CaseQuery.all()).cases()).hasSize(1);
            assertThat(before).hasSize(7).containsOnly(repository.request(key).orElseThrow());
        }
    }

    static void inParallel(int threads, Runnable work) throws InterruptedException {
        List<Thread> started =
                Stream.generate(() -> new Thread(work)).limit(threads).toList();
        started.forEach(Thread::start);
        for (Thread thread : started) {
            thread.join();
        }
    }

    private static ImmutableList<CaseEvent> join(ImmutableList<CaseEvent> first, ImmutableList<CaseEvent> second) {
        return ImmutableList.<CaseEvent>builder().addAll(first).addAll(second).build();
    }
}
