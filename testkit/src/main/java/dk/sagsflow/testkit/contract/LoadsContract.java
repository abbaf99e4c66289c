package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ConcurrentAssignmentException;
import dk.sagsflow.core.repository.LoadClaim;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a store keeps of the loads of those to whom cases are given. Inherit it and say where an empty store comes from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class LoadsContract extends StoreContract {
    /** For those who inherit. */
    protected LoadsContract() {}

    private static final GroupId CENTRE = ReferenceOrganisation.SUPPORT_CENTRE;
    private static final ActorId KAREN = ReferenceOrganisation.KAREN;
    private static final ActorId HEAD = ReferenceOrganisation.HEAD;

    @Nested
    class Loads {
        @Test
        void nobody_has_anything_to_do_at_first() {
            bench.register(FIRST, MORNING);

            assertThat(repository.loads(CENTRE)).isEmpty();
            assertThat(repository.loads(GroupId.of("nobody"))).isEmpty();
        }

        @Test
        void an_assignment_counts_and_so_does_the_case_while_the_member_has_it() {
            bench.register(FIRST, MORNING);
            bench.submit(FIRST, new CaseCommand.Assign(KAREN));
            Instant first = bench.found(FIRST).changedAt();

            assertThat(repository.loads(CENTRE)).isEqualTo(ImmutableMap.of(KAREN, load(1, 1, first)));

            bench.submit(FIRST, new CaseCommand.Assign(HEAD));
            Instant second = bench.found(FIRST).changedAt();

            assertThat(repository.loads(CENTRE))
                    .isEqualTo(ImmutableMap.of(KAREN, load(0, 1, first), HEAD, load(1, 1, second)));
        }

        @Test
        void a_case_that_a_member_takes_on_counts_and_is_no_assignment() {
            bench.register(FIRST, MORNING);
            bench.submit(FIRST, new CaseCommand.Accept());

            assertThat(repository.loads(CENTRE))
                    .isEqualTo(ImmutableMap.of(KAREN, new MemberLoad(1, 0, Optional.empty())));
        }

        @Test
        void a_case_on_hold_counts_and_one_that_was_handed_on_does_not_until_it_comes_back() {
            bench.register(FIRST, MORNING);
            bench.submit(FIRST, new CaseCommand.Assign(KAREN));
            bench.submit(FIRST, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "wait"));
            assertThat(openOf(CENTRE, KAREN)).isEqualTo(1);

            bench.submit(FIRST, new CaseCommand.Resume());
            bench.submit(FIRST, new CaseCommand.HandOver(ReferenceOrganisation.BIT, "unknown"));
            assertThat(openOf(CENTRE, KAREN)).isZero();
            assertThat(repository.loads(ReferenceOrganisation.BIT)).isEmpty();

            bench.submit(FIRST, new CaseCommand.GiveBack(GiveBackReason.MISROUTED, "no"));
            assertThat(openOf(CENTRE, KAREN)).isEqualTo(1);

            bench.submit(FIRST, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
            assertThat(openOf(CENTRE, KAREN)).isZero();
        }

        @Test
        void who_has_nothing_and_was_given_nothing_is_not_in_it() {
            bench.register(FIRST, MORNING);
            bench.submit(FIRST, new CaseCommand.Accept());
            bench.submit(FIRST, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));

            assertThat(repository.loads(CENTRE)).isEmpty();
        }

        @Test
        void what_is_erased_was_given_to_nobody_and_what_is_left_counts() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            bench.submit(FIRST, new CaseCommand.Assign(KAREN));
            bench.submit(FIRST, new CaseCommand.Assign(HEAD));
            bench.submit(SECOND, new CaseCommand.Assign(KAREN));
            Instant second = bench.found(SECOND).changedAt();
            bench.submit(FIRST, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
            bench.erase(FIRST);

            assertThat(repository.loads(CENTRE).keySet()).containsExactly(KAREN);
            assertThat(repository.loads(CENTRE).values())
                    .allMatch(load -> load.open() == 1 && load.assignments() == 1)
                    .noneMatch(load -> load.latest().orElseThrow().isBefore(second));

            bench.submit(SECOND, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
            bench.erase(SECOND);
            assertThat(repository.loads(CENTRE)).isEmpty();
        }

        @Test
        void whom_an_erased_case_still_names_was_given_it() {
            bench.register(FIRST, MORNING);
            bench.submit(FIRST, new CaseCommand.Assign(KAREN));
            bench.submit(FIRST, new CaseCommand.Assign(HEAD));
            MemberLoad before = repository.loads(CENTRE).getOrDefault(KAREN, MemberLoad.none());
            bench.submit(FIRST, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
            bench.erase(FIRST, HEAD::equals);

            assertThat(before.assignments()).isEqualTo(1);
            assertThat(repository.loads(CENTRE)).isEqualTo(ImmutableMap.of(KAREN, before));
        }

        @Test
        void whatever_happens_the_figures_are_those_of_the_cases() {
            Random random = new Random(7);
            for (int step = 0; step < 150; step++) {
                CaseNumber number = CaseNumber.of("C-" + random.nextInt(12));
                happen(number, random.nextInt(7));

                assertThat(repository.loads(CENTRE)).isEqualTo(counted(CENTRE));
            }
            assertThat(repository.loads(ReferenceOrganisation.BIT)).isEqualTo(counted(ReferenceOrganisation.BIT));
            assertThat(repository.loads(CENTRE)).isNotEmpty();
            for (CaseNumber number : bench.numbers(CaseQuery.builder())) {
                erasedIfOver(number);
                assertThat(figures(repository.loads(CENTRE))).isEqualTo(figures(counted(CENTRE)));
            }
        }

        private void erasedIfOver(CaseNumber number) {
            CaseCommand close = new CaseCommand.Close(ClosingReason.WITHDRAWN, "");
            if (bench.allows(bench.found(number), close)) {
                bench.submit(number, close);
                bench.erase(number, KAREN::equals);
            }
        }

        private void happen(CaseNumber number, int what) {
            Optional<SupportCase> found = repository.find(number);
            if (found.isEmpty()) {
                bench.register(number, MORNING);
            } else if (bench.allows(found.get(), command(what))) {
                bench.submit(number, command(what));
            }
        }

        private static CaseCommand command(int what) {
            return switch (what) {
                case 0 -> new CaseCommand.Assign(KAREN);
                case 1 -> new CaseCommand.Assign(HEAD);
                case 2 -> new CaseCommand.HandOver(ReferenceOrganisation.BIT, "unknown");
                case 3 -> new CaseCommand.Assign(ReferenceOrganisation.BO);
                case 4 -> new CaseCommand.Answer("this is how");
                case 5 -> new CaseCommand.Reopen("again");
                default -> new CaseCommand.Accept();
            };
        }
    }

    @Nested
    class Claims {
        @Test
        void an_assignment_is_stored_if_the_member_has_the_load_on_which_it_was_decided() {
            bench.register(FIRST, MORNING);

            repository.append(assigning(FIRST).withLoadClaims(claim(MemberLoad.none())));

            assertThat(openOf(CENTRE, KAREN)).isEqualTo(1);
        }

        @Test
        void and_nothing_of_the_step_is_stored_if_not() {
            bench.register(FIRST, MORNING);
            bench.register(SECOND, MORNING);
            bench.submit(FIRST, new CaseCommand.Assign(KAREN));
            MemberLoad now = repository.loads(CENTRE).getOrDefault(KAREN, MemberLoad.none());
            LoadClaim stale = new LoadClaim(CENTRE, KAREN, MemberLoad.none());

            ConcurrentAssignmentException refused = catchThrowableOfType(
                    ConcurrentAssignmentException.class,
                    () -> repository.append(assigning(SECOND).withLoadClaims(ImmutableList.of(stale))));

            assertThat(refused.claim()).isEqualTo(stale);
            assertThat(refused.found()).isEqualTo(now);
            assertThat(repository.history(SECOND)).hasSize(1);
            assertThat(repository.loads(CENTRE)).isEqualTo(ImmutableMap.of(KAREN, now));
        }

        @Test
        void of_many_threads_one_wins_each_load() throws InterruptedException {
            List<Integer> cases = IntStream.range(0, 20).boxed().toList();
            cases.forEach(i -> bench.register(CaseNumber.of("R-" + i), MORNING));
            Queue<Integer> left = new ConcurrentLinkedQueue<>(cases);
            Queue<Integer> seen = new ConcurrentLinkedQueue<>();

            inParallel(4, () -> {
                for (Integer next = left.poll(); next != null; next = left.poll()) {
                    seen.add(assignedOn(CaseNumber.of("R-" + next)));
                }
            });

            assertThat(seen).containsExactlyInAnyOrderElementsOf(cases);
            assertThat(openOf(CENTRE, KAREN)).isEqualTo(cases.size());
        }

        private int assignedOn(CaseNumber number) {
            for (int attempt = 0; attempt < 1_000; attempt++) {
                MemberLoad load = repository.loads(CENTRE).getOrDefault(KAREN, MemberLoad.none());
                try {
                    repository.append(assigning(number).withLoadClaims(claim(load)));
                    return load.open();
                } catch (ConcurrentAssignmentException faster) {
                    assertThat(faster.found()).isNotEqualTo(load);
                }
            }
            throw new AssertionError("the load of " + KAREN + " is never the one that was read");
        }

        private CaseStep assigning(CaseNumber number) {
            return CaseStep.of(ImmutableList.of(bench.changeOf(bench.found(number), new CaseCommand.Assign(KAREN))));
        }

        private ImmutableList<LoadClaim> claim(MemberLoad load) {
            return ImmutableList.of(new LoadClaim(CENTRE, KAREN, load));
        }
    }

    private static MemberLoad load(int open, int assignments, Instant latest) {
        return new MemberLoad(open, assignments, Optional.of(latest));
    }

    private int openOf(GroupId group, ActorId member) {
        return repository.loads(group).getOrDefault(member, MemberLoad.none()).open();
    }

    /** What the loads of a group are, told from every case there is. */
    private ImmutableMap<ActorId, MemberLoad> counted(GroupId group) {
        List<SupportCase> cases =
                repository.query(CaseQuery.builder().pageSize(1000).build()).cases();
        ImmutableMap.Builder<ActorId, MemberLoad> loads = ImmutableMap.builder();
        for (ActorId member : ImmutableList.of(KAREN, HEAD, ReferenceOrganisation.BO)) {
            MemberLoad load = counted(group, member, cases);
            if (!load.equals(MemberLoad.none())) {
                loads.put(member, load);
            }
        }
        return loads.buildOrThrow();
    }

    /** Of how many cases and assignments; the time of the latest assignment may be that of one that is erased. */
    private static ImmutableMap<ActorId, List<Long>> figures(ImmutableMap<ActorId, MemberLoad> loads) {
        return ImmutableMap.copyOf(
                Maps.transformValues(loads, load -> List.of((long) load.open(), load.assignments())));
    }

    private MemberLoad counted(GroupId group, ActorId member, List<SupportCase> cases) {
        List<Instant> times = cases.stream()
                .flatMap(found -> repository.history(found.number()).stream())
                .filter(event -> event instanceof CaseEvent.Assigned assigned
                        && assigned.station().group().equals(group)
                        && assigned.assignee().equals(member))
                .map(CaseEvent::occurredAt)
                .sorted()
                .toList();
        long open = cases.stream()
                .flatMap(found -> found.chain().working().stream())
                .filter(link ->
                        link.station().group().equals(group) && link.assignee().equals(Optional.of(member)))
                .count();
        return new MemberLoad((int) open, times.size(), times.stream().reduce((earlier, later) -> later));
    }
}
