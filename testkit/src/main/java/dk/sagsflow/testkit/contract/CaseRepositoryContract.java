package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.ContentDigest;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.ReferenceTakenException;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a store does with the steps that it is handed. Inherit it and say where an empty store comes from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class CaseRepositoryContract extends StoreContract {
    /** For those who inherit. */
    protected CaseRepositoryContract() {}

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
            CaseStep step = CaseStep.of(bench.changeOf(bench.found(FIRST), new CaseCommand.Accept()));

            inParallel(8, () -> {
                if (inTime(step, lost -> assertThat(lost.foundVersion()).isEqualTo(2))) {
                    won.incrementAndGet();
                }
            });

            assertThat(won).hasValue(1);
            assertThat(repository.history(FIRST)).hasSize(2);
        }

        @Test
        void every_version_of_a_long_race_has_exactly_one_winner() throws InterruptedException {
            bench.register(FIRST, MORNING);
            Queue<Long> won = new ConcurrentLinkedQueue<>();

            inParallel(4, () -> IntStream.range(0, 50).forEach(attempt -> race(won)));

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

        private void race(Queue<Long> won) {
            SupportCase seen = bench.found(FIRST);
            if (inTime(linking(seen), lost -> assertThat(lost.foundVersion()).isGreaterThan(seen.version()))) {
                won.add(seen.version() + 1);
            }
        }

        @Test
        void threads_that_write_different_cases_are_never_in_each_others_way() throws InterruptedException {
            AtomicInteger threads = new AtomicInteger();
            Queue<RuntimeException> refused = new ConcurrentLinkedQueue<>();

            inParallel(4, () -> {
                try {
                    writeTwenty(CaseNumber.of("T-" + threads.incrementAndGet()));
                } catch (RuntimeException e) {
                    refused.add(e);
                }
            });

            assertThat(refused).isEmpty();
            assertThat(repository.query(CaseQuery.all()).cases())
                    .extracting(SupportCase::version)
                    .containsExactly(21L, 21L, 21L, 21L);
        }

        private void writeTwenty(CaseNumber own) {
            bench.register(own, MORNING);
            for (int line = 0; line < 20; line++) {
                bench.submit(own, new CaseCommand.LinkKnowledge("FAQ " + line));
            }
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

            bench.erase(FIRST);

            assertThat(repository.history(FIRST).toString()).doesNotContain("Carl", "help Carl");
            assertThat(bench.found(FIRST)).isEqualTo(SupportCase.of(repository.history(FIRST)));
            assertThat(repository
                            .query(CaseQuery.builder().text("help").build())
                            .cases())
                    .isEmpty();
            assertThat(repository.outbox().waiting(10)).isEmpty();
        }
    }

    @Nested
    class Loading {
        @Test
        void gives_state_history_and_agenda_of_one_version() {
            Agenda agenda = agenda(MORNING.plusSeconds(60));
            CaseChange change = bench.registration(FIRST, MORNING, ReferenceOrganisation.CITIZEN_CARL, "help");
            repository.append(CaseStep.of(change.withAgenda(agenda)));

            StoredCase loaded = repository.load(FIRST).orElseThrow();
            assertThat(loaded).isEqualTo(new StoredCase(SupportCase.of(change.events()), change.events(), agenda));
            assertThat(repository.load(SECOND)).isEmpty();
        }

        @Test
        void gives_many_at_once_in_the_order_asked_for_and_leaves_out_what_is_not_there() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            bench.submit(FIRST, new CaseCommand.Accept());

            ImmutableMap<CaseNumber, StoredCase> loaded = repository.loadAll(ImmutableList.of(SECOND, THIRD, FIRST));

            assertThat(loaded.keySet()).containsExactly(SECOND, FIRST);
            assertThat(loaded.values().asList().get(1).history()).isEqualTo(repository.history(FIRST));
            assertThat(repository.loadAll(ImmutableList.of())).isEmpty();
        }

        @Test
        void gives_the_events_after_a_version_with_the_state_and_what_is_ahead() {
            bench.register(FIRST, MORNING);
            bench.submit(FIRST, new CaseCommand.Accept());
            bench.submit(FIRST, new CaseCommand.LinkKnowledge("FAQ 1"));
            StoredCase whole = repository.load(FIRST).orElseThrow();

            for (int version = 0; version <= 4; version++) {
                StoredCase.Tail tail = repository.loadAfter(FIRST, version).orElseThrow();
                assertThat(tail.events()).isEqualTo(whole.history().subList(Math.min(version, 3), 3));
                assertThat(tail.state()).isEqualTo(whole.state());
                assertThat(tail.agenda()).isEqualTo(whole.agenda());
            }
            assertThat(repository.loadAfter(SECOND, 0)).isEmpty();
        }

        @Test
        void never_gives_a_state_and_a_history_of_two_versions() throws InterruptedException {
            bench.register(FIRST, MORNING);
            Queue<StoredCase> seen = new ConcurrentLinkedQueue<>();

            inParallel(3, () -> {
                for (int time = 0; time < 60; time++) {
                    StoredCase loaded = repository.load(FIRST).orElseThrow();
                    seen.add(loaded);
                    var unused = inTime(linking(loaded.state()), lost -> {});
                }
            });

            assertThat(seen)
                    .allSatisfy(loaded ->
                            assertThat(SupportCase.of(loaded.history())).isEqualTo(loaded.state()));
        }
    }

    private static Agenda agenda(Instant due) {
        Agenda.Outlook members = new Agenda.Outlook(
                Optional.of(new Agenda.Limit(due.plusSeconds(1), "RESOLUTION", "answer in 2 days")),
                Optional.of(due.plusSeconds(2)));
        Agenda.Outlook customers = new Agenda.Outlook(Optional.empty(), Optional.of(due.plusSeconds(3)));
        return new Agenda(Optional.of(due), members, customers);
    }

    @Nested
    class Conditions {
        @Test
        void a_step_is_stored_if_the_cases_that_it_leaves_alone_are_as_they_were_read() {
            bench.register(FIRST, MORNING);
            CaseStep step =
                    CaseStep.of(bench.registration(SECOND, MORNING, ReferenceOrganisation.COMPANY, "belongs to C-1"));

            repository.append(step.withUnchanged(ImmutableMap.of(FIRST, 1L, THIRD, 0L)));

            assertThat(repository.find(SECOND)).isPresent();
            assertThat(bench.found(FIRST).version()).isEqualTo(1);
        }

        @Test
        void and_not_if_one_of_them_has_gone_on_is_not_there_or_is_there_already() {
            bench.register(FIRST, MORNING);
            CaseStep step =
                    CaseStep.of(bench.registration(SECOND, MORNING, ReferenceOrganisation.COMPANY, "belongs to C-1"));
            bench.submit(FIRST, new CaseCommand.Accept());

            for (ImmutableMap<CaseNumber, Long> wrong :
                    List.of(ImmutableMap.of(FIRST, 1L), ImmutableMap.of(FIRST, 0L), ImmutableMap.of(THIRD, 1L))) {
                assertThatThrownBy(() -> repository.append(step.withUnchanged(wrong)))
                        .isInstanceOf(ConcurrentUpdateException.class);
            }
            assertThat(repository.find(SECOND)).isEmpty();
        }

        @Test
        void an_agenda_is_written_anew_without_an_event() {
            bench.register(FIRST, MORNING);

            repository.reschedule(FIRST, 1, agenda(MORNING.plusSeconds(60)));

            StoredCase loaded = repository.load(FIRST).orElseThrow();
            assertThat(loaded.agenda()).isEqualTo(agenda(MORNING.plusSeconds(60)));
            assertThat(loaded.history()).hasSize(1);
            assertThat(repository.due(MORNING.plusSeconds(60), 10)).containsExactly(FIRST);
        }

        @Test
        void of_two_that_lean_on_each_others_cases_one_is_too_late() throws InterruptedException {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            Queue<CaseStep> steps =
                    new ConcurrentLinkedQueue<>(List.of(leaning(FIRST, SECOND), leaning(SECOND, FIRST)));
            AtomicInteger stored = new AtomicInteger();

            inParallel(2, () -> {
                if (inTime(
                        steps.remove(), late -> assertThat(late.foundVersion()).isEqualTo(2))) {
                    stored.incrementAndGet();
                }
            });

            assertThat(stored).hasValue(1);
        }

        private CaseStep leaning(CaseNumber number, CaseNumber on) {
            return CaseStep.of(bench.changeOf(bench.found(number), new CaseCommand.Accept()))
                    .withUnchanged(ImmutableMap.of(on, 1L));
        }
    }

    @Nested
    class References {
        private final Reference remote = Reference.of("servicenow", "INC0012345");
        private final Attachment file = new Attachment(
                AttachmentId.of("6f6b2ad0-4a1f-4a8e-9a53-000000000001"),
                "screen.png",
                "image/png",
                7,
                ContentDigest.of("0".repeat(64)));

        @Test
        void a_case_is_found_by_what_other_systems_call_it() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            bench.submit(SECOND, new CaseCommand.AddReference(remote));
            bench.submit(SECOND, new CaseCommand.AddReference(Reference.of("jira", "K-7")));

            assertThat(bench.numbers(CaseQuery.builder().reference(remote))).containsExactly(SECOND);
            assertThat(bench.numbers(CaseQuery.builder().reference(Reference.of("jira", "INC0012345"))))
                    .isEmpty();
            assertThat(bench.numbers(CaseQuery.builder().reference(remote).reference(Reference.of("jira", "K-7"))))
                    .containsExactly(SECOND);
        }

        @Test
        void no_two_cases_have_the_same() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            bench.submit(FIRST, new CaseCommand.AddReference(remote));

            ReferenceTakenException refused = catchThrowableOfType(
                    ReferenceTakenException.class, () -> bench.submit(SECOND, new CaseCommand.AddReference(remote)));

            assertThat(refused.reference()).isEqualTo(remote);
            assertThat(refused.number()).isEqualTo(FIRST);
            assertThat(repository.history(SECOND)).hasSize(1);
            bench.submit(FIRST, new CaseCommand.Accept());
        }

        @Test
        void not_even_in_one_step() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            CaseChange one = bench.changeOf(bench.found(FIRST), new CaseCommand.AddReference(remote));
            CaseChange other = bench.changeOf(bench.found(SECOND), new CaseCommand.AddReference(remote));

            assertThatThrownBy(() -> repository.append(ImmutableList.of(one, other)))
                    .isInstanceOf(ReferenceTakenException.class);
            assertThat(repository.history(FIRST)).hasSize(1);
        }

        @Test
        void of_many_threads_that_add_one_exactly_one_gets_it() throws InterruptedException {
            AtomicInteger threads = new AtomicInteger();
            AtomicInteger got = new AtomicInteger();

            inParallel(4, () -> {
                if (referred(CaseNumber.of("T-" + threads.incrementAndGet()))) {
                    got.incrementAndGet();
                }
            });

            assertThat(got).hasValue(1);
            assertThat(bench.numbers(CaseQuery.builder().reference(remote))).hasSize(1);
        }

        private boolean referred(CaseNumber own) {
            bench.register(own, MORNING);
            try {
                bench.submit(own, new CaseCommand.AddReference(remote));
                return true;
            } catch (ReferenceTakenException taken) {
                assertThat(taken.reference()).isEqualTo(remote);
                return false;
            }
        }

        @Test
        void no_two_cases_have_the_same_file_until_one_is_erased() {
            CaseCommand note = new CaseCommand.AddNote(Visibility.INTERNAL, "look", ImmutableList.of(file));
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            bench.submit(FIRST, note);

            assertThatThrownBy(() -> bench.submit(SECOND, note))
                    .isInstanceOfSatisfying(
                            ReferenceTakenException.class,
                            taken -> assertThat(taken.reference()).isEqualTo(file.claim()));
            assertThat(repository.history(SECOND)).hasSize(1);
            assertThat(bench.numbers(CaseQuery.builder().reference(file.claim())))
                    .containsExactly(FIRST);
            bench.submit(FIRST, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
            bench.erase(FIRST);
            bench.submit(SECOND, note);
            assertThat(bench.numbers(CaseQuery.builder().reference(file.claim())))
                    .containsExactly(SECOND);
        }

        @Test
        void a_history_in_which_somebody_else_is_forgotten_is_rewritten_and_its_requests_and_mails_stay() {
            bench.register(FIRST, MORNING);
            Watcher carl = new Watcher.Colleague("carl@example.dk");
            Watcher dora = new Watcher.Colleague("dora@example.dk");
            bench.submit(FIRST, new CaseCommand.AddWatcher(carl));
            bench.submit(FIRST, new CaseCommand.AddWatcher(dora));
            bench.submit(FIRST, new CaseCommand.RemoveWatcher(dora));
            assertThat(bench.numbers(CaseQuery.builder().addWatchers(carl))).containsExactly(FIRST);
            assertThat(bench.numbers(CaseQuery.builder().addWatchers(dora))).containsExactly(FIRST);
            SupportCase found = bench.found(FIRST);
            EventHeader header = EventHeader.of(
                    FIRST, found.version() + 1, found.changedAt(), ReferenceOrganisation.KAREN, Side.ORGANISATION);
            ImmutableList<CaseEvent> left = repository.history(FIRST).stream()
                    .map(event -> event instanceof CaseEvent.WatcherAdded added
                                    && added.watcher().equals(carl)
                            ? new CaseEvent.WatcherAdded(added.header(), Watcher.erased(added.watcher()))
                            : event)
                    .collect(ImmutableList.toImmutableList());

            repository.append(CaseStep.of(CaseChange.of(ImmutableList.of(new CaseEvent.PersonForgotten(header)))
                    .erasing(left)));

            assertThat(bench.numbers(CaseQuery.builder().addWatchers(carl))).isEmpty();
            assertThat(bench.numbers(CaseQuery.builder().addWatchers(dora))).containsExactly(FIRST);
            assertThat(repository.history(FIRST).subList(0, left.size())).isEqualTo(left);
            assertThat(bench.found(FIRST).watchers()).isEmpty();
            assertThat(bench.found(FIRST).personalDataErased()).isFalse();
        }

        @Test
        void of_a_case_that_is_erased_nothing_leads_elsewhere() {
            bench.register(FIRST, MORNING);
            bench.submit(FIRST, new CaseCommand.AddReference(remote));
            bench.submit(FIRST, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
            bench.erase(FIRST);

            assertThat(bench.numbers(CaseQuery.builder().reference(remote))).isEmpty();
            assertThat(repository.history(FIRST).toString()).doesNotContain("INC0012345");
            bench.register(SECOND, MORNING);
            bench.submit(SECOND, new CaseCommand.AddReference(remote));
        }
    }

    private static ImmutableList<CaseEvent> join(ImmutableList<CaseEvent> first, ImmutableList<CaseEvent> second) {
        return ImmutableList.<CaseEvent>builder().addAll(first).addAll(second).build();
    }

    private CaseStep linking(SupportCase seen) {
        return CaseStep.of(bench.changeOf(seen, new CaseCommand.LinkKnowledge("FAQ 7")));
    }

    /** Whether it was stored; else another was faster, and whoever comes too late is told what is there. */
    private boolean inTime(CaseStep step, Consumer<ConcurrentUpdateException> told) {
        try {
            repository.append(step);
            return true;
        } catch (ConcurrentUpdateException late) {
            assertThat(late.number()).isIn(FIRST, SECOND);
            told.accept(late);
            return false;
        }
    }
}
