package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.claim.LostClaimException;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.core.repository.PostponedCase;
import dk.sagsflow.core.repository.UnhandledCase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a store does with cases that come due. Inherit it and say where an empty store comes from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class DueWorkContract extends StoreContract {
    /** For those who inherit. */
    protected DueWorkContract() {}

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
    void that_is_set_aside_is_listed_and_not_due() {
        setAsideBoth();

        assertThat(repository.due(MORNING.plusSeconds(99), 10)).isEmpty();
        assertThat(repository.setAside(10))
                .containsExactly(new UnhandledCase(SECOND, "unreadable"), new UnhandledCase(FIRST, "broken"));
        assertThat(repository.setAside(1)).hasSize(1);
    }

    @Test
    void that_is_taken_up_is_due_from_then_on_and_listed_no_more() {
        setAsideBoth();

        assertThat(repository.takeUp(FIRST, MORNING.plusSeconds(5))).isTrue();
        assertThat(repository.takeUp(THIRD, MORNING)).isFalse();

        assertThat(repository.due(MORNING.plusSeconds(4), 10)).isEmpty();
        assertThat(repository.due(MORNING.plusSeconds(5), 10)).containsExactly(FIRST);
        assertThat(repository.setAside(10)).extracting(UnhandledCase::number).containsExactly(SECOND);
    }

    private void setAsideBoth() {
        bench.registerDue(FIRST, MORNING, MORNING);
        bench.registerDue(SECOND, MORNING, MORNING);
        repository.setAside(SECOND, "unreadable");
        repository.setAside(FIRST, "broken");
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

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final PostponedCase FIRST_POSTPONED =
            new PostponedCase(FIRST, 1, "directory is down", MORNING.plusSeconds(60));
    private static final PostponedCase SECOND_POSTPONED =
            new PostponedCase(SECOND, 2, "still down", MORNING.plusSeconds(50));

    private ImmutableList<DueClaim> claim(Instant now, int limit) {
        return repository.claimDue(now, LEASE, limit);
    }

    private DueClaim claimOne(Instant now) {
        ImmutableList<DueClaim> claimed = claim(now, 10);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    @Test
    void nodes_that_sweep_at_once_share_what_is_due_the_longest_due_first() {
        bench.registerDue(FIRST, MORNING, MORNING.plusSeconds(20));
        bench.registerDue(SECOND, MORNING, MORNING.plusSeconds(10));
        bench.registerDue(THIRD, MORNING, MORNING.plusSeconds(30));

        assertThat(claim(MORNING.plusSeconds(9), 10)).isEmpty();
        assertThat(claim(MORNING.plusSeconds(29), 1))
                .extracting(DueClaim::number)
                .containsExactly(SECOND);
        assertThat(claim(MORNING.plusSeconds(29), 10))
                .extracting(DueClaim::number)
                .containsExactly(FIRST);
        assertThat(claim(MORNING.plusSeconds(29), 10)).isEmpty();
        assertThat(repository.due(MORNING.plusSeconds(29), 10)).containsExactly(SECOND, FIRST);
    }

    @Test
    void a_claim_of_no_length_is_refused() {
        assertThatThrownBy(() -> repository.claimDue(MORNING, Duration.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_claim_ends_by_itself() {
        bench.registerDue(FIRST, MORNING, MORNING);
        DueClaim first = claimOne(MORNING);
        assertThat(first.until()).isEqualTo(MORNING.plus(LEASE));
        assertThat(first.due()).isEqualTo(MORNING);

        assertThat(claim(MORNING.plus(LEASE).minusNanos(1_000), 10)).isEmpty();
        DueClaim second = claimOne(MORNING.plus(LEASE));
        assertThat(second.fence()).isNotEqualTo(first.fence());
    }

    @Test
    void a_claim_ends_however_long_it_was_meant_and_whatever_the_clock_does() {
        bench.registerDue(FIRST, MORNING, MORNING);
        Instant wrong = MORNING.plus(Duration.ofDays(400));
        DueClaim unused = claimOne(wrong);
        DueClaim afterwards = claimOne(MORNING.plusSeconds(1));
        repository.release(afterwards);

        assertThat(repository.claimDue(MORNING.plusSeconds(1), Duration.ofSeconds(Long.MAX_VALUE), 10))
                .hasSize(1);
        assertThat(claim(MORNING.plusSeconds(1), 10)).isEmpty();
    }

    @Test
    void what_is_done_under_a_claim_that_was_lost_is_not_stored() {
        bench.registerDue(FIRST, MORNING, MORNING);
        DueClaim slow = claimOne(MORNING);
        DueClaim other = claimOne(MORNING.plus(LEASE));
        CaseStep accepting = CaseStep.of(bench.changeOf(bench.found(FIRST), new CaseCommand.Accept()));
        CaseStep.Builder nothing = CaseStep.builder().putUnchanged(FIRST, 1).putAgenda(FIRST, Agenda.empty());

        assertThatThrownBy(() -> repository.append(accepting.withDueClaims(slow)))
                .isInstanceOf(LostClaimException.class);
        assertThatThrownBy(() -> repository.append(nothing.addDueClaim(slow).build()))
                .isInstanceOf(LostClaimException.class);
        assertThat(repository.history(FIRST)).hasSize(1);
        repository.append(accepting.withDueClaims(other));
        assertThat(repository.history(FIRST)).hasSize(2);
    }

    @Test
    void whoever_lost_a_claim_moves_nothing_and_ends_nobody_elses() {
        bench.registerDue(FIRST, MORNING, MORNING);
        DueClaim slow = claimOne(MORNING);
        DueClaim unused = claimOne(MORNING.plus(LEASE));

        repository.postpone(slow, "late", MORNING.plus(LEASE).plusSeconds(600));
        repository.release(slow);

        assertThat(repository.due(MORNING, 10)).containsExactly(FIRST);
        assertThat(claim(MORNING.plus(LEASE), 10)).isEmpty();
    }

    @Test
    void something_that_happens_to_a_case_ends_the_claim_and_what_was_counted() {
        bench.registerDue(FIRST, MORNING, MORNING);
        repository.postpone(claimOne(MORNING), "directory is down", MORNING.plusSeconds(60));
        DueClaim claim = claimOne(MORNING.plusSeconds(60));
        assertThat(claim.failures()).isEqualTo(1);
        CaseChange change = bench.changeOf(bench.found(FIRST), new CaseCommand.Accept());

        repository.append(CaseStep.of(RepositoryBench.dueAt(change, Optional.of(MORNING.plusSeconds(61)))));

        DueClaim fresh = claimOne(MORNING.plusSeconds(61));
        assertThat(fresh.failures()).isZero();
        assertThat(fresh.lastFailure()).isEmpty();
        assertThatThrownBy(() -> repository.append(
                        CaseStep.of(bench.changeOf(bench.found(FIRST), new CaseCommand.LinkKnowledge("FAQ")))
                                .withDueClaims(claim)))
                .isInstanceOf(LostClaimException.class);
    }

    @Test
    void what_could_not_be_looked_at_is_due_later_and_counted() {
        bench.registerDue(FIRST, MORNING, MORNING);
        repository.postpone(claimOne(MORNING), "directory is down", MORNING.plusSeconds(60));

        assertThat(claim(MORNING.plusSeconds(60).minusNanos(1_000), 10)).isEmpty();
        DueClaim again = failedBefore(MORNING.plusSeconds(60), 1, "directory is down");
        repository.postpone(again, "still down", MORNING.plusSeconds(180));
        DueClaim unused = failedBefore(MORNING.plusSeconds(180), 2, "still down");
        assertThat(repository.history(FIRST)).hasSize(1);

        assertThat(repository.takeUp(FIRST, MORNING)).isTrue();
        assertThat(claimOne(MORNING.plusSeconds(180)).failures()).isZero();
    }

    private DueClaim failedBefore(Instant now, int times, String latest) {
        DueClaim claim = claimOne(now);
        assertThat(claim.failures()).isEqualTo(times);
        assertThat(claim.lastFailure()).contains(latest);
        return claim;
    }

    @Test
    void what_could_not_be_looked_at_is_listed_what_is_tried_again_first_first() {
        assertThat(repository.postponed(10)).isEmpty();
        postponeBoth();

        assertThat(repository.postponed(10)).containsExactly(SECOND_POSTPONED, FIRST_POSTPONED);
        assertThat(repository.postponed(1)).containsExactly(SECOND_POSTPONED);
        DueClaim unused = claimOne(MORNING.plusSeconds(50));
        assertThat(repository.postponed(10)).containsExactly(SECOND_POSTPONED, FIRST_POSTPONED);
    }

    @Test
    void what_could_not_be_looked_at_is_listed_until_something_happens_to_it_or_it_is_taken_up_or_set_aside() {
        postponeBoth();

        repository.setAside(SECOND, "broken");
        assertThat(repository.postponed(10)).containsExactly(FIRST_POSTPONED);
        CaseChange change = bench.changeOf(bench.found(FIRST), new CaseCommand.Accept());
        repository.append(ImmutableList.of(RepositoryBench.dueAt(change, Optional.of(MORNING.plusSeconds(61)))));
        assertThat(repository.takeUp(SECOND, MORNING)).isTrue();
        assertThat(repository.postponed(10)).isEmpty();
    }

    private void postponeBoth() {
        bench.registerDue(FIRST, MORNING, MORNING);
        bench.registerDue(SECOND, MORNING, MORNING.plusSeconds(1));
        repository.postpone(claimOne(MORNING), "directory is down", MORNING.plusSeconds(60));
        repository.postpone(claimOne(MORNING.plusSeconds(1)), "down", MORNING.plusSeconds(30));
        repository.postpone(claimOne(MORNING.plusSeconds(30)), "still down", MORNING.plusSeconds(50));
    }

    @Test
    void what_was_not_looked_at_is_due_as_before() {
        bench.registerDue(FIRST, MORNING, MORNING);
        repository.release(claimOne(MORNING));

        DueClaim again = claimOne(MORNING);
        assertThat(again.failures()).isZero();
        assertThat(again.due()).isEqualTo(MORNING);
    }

    @Test
    void of_many_threads_that_sweep_each_case_is_had_by_one() throws InterruptedException {
        for (int place = 0; place < 60; place++) {
            bench.registerDue(CaseNumber.of("D-" + place), MORNING, MORNING.plusSeconds(place));
        }
        Queue<CaseNumber> had = new ConcurrentLinkedQueue<>();

        inParallel(4, () -> sweepAll(had));

        assertThat(had).hasSize(60).doesNotHaveDuplicates();
    }

    private void sweepAll(Queue<CaseNumber> had) {
        int empty = 0;
        while (empty < 3 && had.size() <= 60) {
            ImmutableList<DueClaim> claimed = claim(MORNING.plusSeconds(3_600), 7);
            claimed.forEach(claim -> had.add(claim.number()));
            empty = claimed.isEmpty() ? empty + 1 : 0;
        }
    }
}
