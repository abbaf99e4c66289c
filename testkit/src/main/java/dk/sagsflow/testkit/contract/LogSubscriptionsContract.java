package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.claim.LostClaimException;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.ForgottenPositionException;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LogSubscriptions;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.ParkedStep;
import dk.sagsflow.core.log.SubscriptionClaim;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.log.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a store keeps of those who follow its log. Inherit it and say where an empty store comes from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class LogSubscriptionsContract extends StoreContract {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Instant NOON = MORNING.plus(Duration.ofHours(6));
    private static final SubscriptionName INDEX = SubscriptionName.of("index");
    private static final SubscriptionName BRIDGE = SubscriptionName.of("bridge");

    /** For those who inherit. */
    protected LogSubscriptionsContract() {}

    private LogSubscriptions subscriptions() {
        return repository.subscriptions();
    }

    private EventLog log() {
        return repository.log();
    }

    private SubscriptionClaim claim(Instant now) {
        return subscriptions().claim(INDEX, now, LEASE).orElseThrow();
    }

    private boolean isClaimed(Instant now) {
        return subscriptions().claim(INDEX, now, LEASE).isEmpty();
    }

    private SubscriptionState state() {
        return subscriptions().all().stream()
                .filter(state -> state.name().equals(INDEX))
                .findFirst()
                .orElseThrow();
    }

    private ImmutableList<LoggedStep> steps() {
        return log().after(log().beginning(), 1_000);
    }

    @BeforeEach
    void three_steps() {
        bench.register(FIRST, MORNING);
        bench.register(SECOND, MORNING);
        bench.register(THIRD, MORNING);
        assertThat(subscriptions().begin(INDEX, log().beginning())).isTrue();
    }

    @Test
    void a_name_that_nobody_has_begun_cannot_be_claimed() {
        assertThat(subscriptions().claim(BRIDGE, NOON, LEASE)).isEmpty();
        assertThat(subscriptions().parked(BRIDGE, 10)).isEmpty();
        assertThat(subscriptions().end(BRIDGE)).isFalse();
    }

    @Test
    void begins_where_it_is_said_once_and_says_how_far_behind_it_is() {
        assertThat(subscriptions().begin(BRIDGE, log().end())).isTrue();
        assertThat(subscriptions().begin(BRIDGE, log().beginning())).isFalse();
        bench.register(CaseNumber.of("C-4"), MORNING);

        assertThat(subscriptions().all())
                .extracting(state -> state.name().value() + " " + state.lag())
                .containsExactly("bridge 1", "index 4");
    }

    @Test
    void one_at_a_time_has_it_until_the_claim_ends() {
        SubscriptionClaim claim = claim(NOON);

        assertThat(claim.position()).isEqualTo(log().beginning());
        assertThat(claim.attempt()).isEqualTo(1);
        assertThat(claim.until()).isEqualTo(NOON.plus(LEASE));
        assertThat(isClaimed(NOON.plus(LEASE).minusNanos(1_000))).isTrue();
        SubscriptionClaim next = claim(NOON.plus(LEASE));
        assertThat(next.fence()).isNotEqualTo(claim.fence());
        assertThat(next.attempt()).isEqualTo(2);
        assertThat(next.lastFailure().orElseThrow()).isNotBlank();
    }

    @Test
    void goes_on_where_it_was_stored_to_have_come() {
        SubscriptionClaim claim = claim(NOON);
        subscriptions().handled(claim, steps().get(0).position());
        assertThat(isClaimed(NOON)).isTrue();
        subscriptions().handled(claim, steps().get(1).position());
        subscriptions().release(claim);

        assertThat(claim(NOON).position()).isEqualTo(steps().get(1).position());
        assertThat(state().lag()).isEqualTo(1);
    }

    @Test
    void whoever_lost_the_claim_stores_no_position_and_changes_nothing() {
        SubscriptionClaim slow = claim(NOON);
        SubscriptionClaim other = claim(NOON.plus(LEASE));
        LogPosition position = steps().get(2).position();

        assertThatThrownBy(() -> subscriptions().handled(slow, position)).isInstanceOf(LostClaimException.class);
        assertThatThrownBy(() -> subscriptions().park(slow, position, "no", NOON))
                .isInstanceOf(LostClaimException.class);
        assertThatThrownBy(() -> subscriptions().unpark(slow, position)).isInstanceOf(LostClaimException.class);
        subscriptions().failed(slow, "late", NOON, NOON.plusSeconds(600));
        subscriptions().release(slow);

        assertThat(isClaimed(NOON.plus(LEASE))).isTrue();
        assertThat(state().position()).isEqualTo(log().beginning());
        assertThat(state().parked()).isZero();
        subscriptions().handled(other, position);
        assertThat(state().lag()).isZero();
    }

    @Test
    void what_failed_is_tried_again_when_its_time_has_come_and_counted() {
        subscriptions().failed(claim(NOON), "index is down", NOON, NOON.plusSeconds(60));

        assertThat(isClaimed(NOON.plusSeconds(60).minusNanos(1_000))).isTrue();
        assertThat(state().failures()).isEqualTo(1);
        assertThat(state().notBefore()).contains(NOON.plusSeconds(60));
        SubscriptionClaim again = claim(NOON.plusSeconds(60));
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.lastFailure()).contains("index is down");

        subscriptions().handled(again, steps().get(0).position());
        assertThat(state().failures()).isZero();
        assertThat(state().lastFailure()).isEmpty();
    }

    @Test
    void a_clock_that_is_set_back_stops_it_for_no_longer_than_was_meant() {
        Instant wrong = NOON.plus(Duration.ofDays(400));
        subscriptions().failed(claim(wrong), "down", wrong, wrong.plusSeconds(60));
        assertThat(claim(NOON).attempt()).isEqualTo(2);

        assertThat(isClaimed(NOON)).isTrue();
        assertThat(subscriptions().claim(INDEX, NOON.minus(LEASE).minusSeconds(1), LEASE))
                .isPresent();
    }

    @Test
    void a_step_that_cannot_be_handled_is_parked_and_gone_past() {
        SubscriptionClaim claim = claim(NOON);
        subscriptions().park(claim, steps().get(0).position(), "no such field", NOON);

        assertThat(subscriptions().parked(INDEX, 10))
                .containsExactly(new ParkedStep(steps().get(0), "no such field", NOON, false));
        assertThat(state().position()).isEqualTo(steps().get(0).position());
        assertThat(state().parked()).isEqualTo(1);
        subscriptions().handled(claim, steps().get(2).position());
        assertThat(subscriptions().parked(INDEX, 10)).hasSize(1);
    }

    @Test
    void parked_steps_come_in_order_of_the_log_and_no_more_than_asked_for() {
        SubscriptionClaim claim = claim(NOON);
        steps().forEach(step -> subscriptions().park(claim, step.position(), "no", NOON));

        assertThat(subscriptions().parked(INDEX, 10))
                .extracting(ParkedStep::step)
                .containsExactlyElementsOf(steps());
        assertThat(subscriptions().parked(INDEX, 2)).hasSize(2);
    }

    @Test
    void a_parked_step_can_be_revived_and_parked_again_without_going_back() {
        SubscriptionClaim claim = claim(NOON);
        LogPosition first = steps().get(0).position();
        subscriptions().park(claim, first, "no", NOON);
        subscriptions().handled(claim, steps().get(2).position());

        assertThat(subscriptions().revive(INDEX, first)).isTrue();
        assertThat(subscriptions().parked(INDEX, 1).get(0).revived()).isTrue();
        subscriptions().park(claim, first, "still no", NOON.plusSeconds(1));

        assertThat(subscriptions().parked(INDEX, 10))
                .containsExactly(new ParkedStep(steps().get(0), "still no", NOON.plusSeconds(1), false));
        assertThat(state().lag()).isZero();
        subscriptions().unpark(claim, first);
        assertThat(subscriptions().parked(INDEX, 10)).isEmpty();
        assertThat(subscriptions().revive(INDEX, first)).isFalse();
    }

    @Test
    void what_is_revived_is_found_however_much_is_parked_before_it() {
        SubscriptionClaim claim = claim(NOON);
        steps().forEach(step -> subscriptions().park(claim, step.position(), "no", NOON));
        assertThat(subscriptions().revived(INDEX, 10)).isEmpty();

        assertThat(subscriptions().revive(INDEX, steps().get(2).position())).isTrue();
        assertThat(subscriptions().revived(INDEX, 1)).containsExactly(new ParkedStep(steps().get(2), "no", NOON, true));

        assertThat(subscriptions().revive(INDEX, steps().get(0).position())).isTrue();
        assertThat(subscriptions().revived(INDEX, 1))
                .extracting(ParkedStep::step)
                .containsExactly(steps().get(0));
        assertThat(subscriptions().revived(BRIDGE, 10)).isEmpty();
    }

    @Test
    void nobody_begins_or_is_moved_where_the_log_is_forgotten() {
        LogPosition forgotten = log().beginning();
        subscriptions().handled(claim(NOON), steps().get(2).position());
        assertThat(log().forget(MORNING.plusSeconds(60), 2)).isEqualTo(2);

        assertThatThrownBy(() -> subscriptions().begin(BRIDGE, forgotten))
                .isInstanceOf(ForgottenPositionException.class);
        assertThatThrownBy(() -> subscriptions().moveTo(INDEX, forgotten))
                .isInstanceOf(ForgottenPositionException.class);

        assertThat(subscriptions().begin(INDEX, forgotten)).isFalse();
        assertThat(subscriptions().all()).hasSize(1);
        assertThat(state().lag()).isZero();
        assertThat(log().forget(MORNING.plusSeconds(60), 2)).isEqualTo(1);
    }

    @Test
    void a_parked_step_that_is_dropped_is_gone() {
        LogPosition first = steps().get(0).position();
        subscriptions().park(claim(NOON), first, "no", NOON);

        assertThat(subscriptions().drop(INDEX, first)).isTrue();
        assertThat(subscriptions().drop(INDEX, first)).isFalse();
        assertThat(subscriptions().parked(INDEX, 10)).isEmpty();
    }

    @Test
    void of_a_case_that_is_erased_a_parked_step_says_nothing() {
        bench.submit(FIRST, new CaseCommand.Close(ClosingReason.WITHDRAWN, "Carl wrote"));
        subscriptions().park(claim(NOON), steps().get(3).position(), "no field for \"Carl wrote\"", NOON);
        bench.erase(FIRST);

        assertThat(subscriptions().parked(INDEX, 10)).hasSize(1);
        assertThat(subscriptions().parked(INDEX, 10).toString()).doesNotContain("Carl");
    }

    @Test
    void once_a_case_is_erased_a_failure_that_may_have_been_about_it_says_nothing() {
        bench.submit(FIRST, new CaseCommand.Close(ClosingReason.WITHDRAWN, "Carl wrote"));
        subscriptions().failed(claim(NOON), "no field for \"Carl wrote\"", NOON, NOON.plusSeconds(60));
        bench.erase(FIRST);

        assertThat(state().failures()).isEqualTo(1);
        assertThat(state().lastFailure()).contains(PersonalData.TEXT);
    }

    @Test
    void can_be_moved_and_whoever_worked_on_it_finds_that_out() {
        SubscriptionClaim claim = claim(NOON);
        subscriptions().handled(claim, steps().get(2).position());
        subscriptions().moveTo(INDEX, log().beginning());

        assertThat(state().lag()).isEqualTo(3);
        assertThatThrownBy(() -> subscriptions().handled(claim, steps().get(1).position()))
                .isInstanceOf(LostClaimException.class);
        assertThat(claim(NOON).position()).isEqualTo(log().beginning());
        assertThatThrownBy(() -> subscriptions().moveTo(BRIDGE, log().beginning()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void can_be_ended_and_begun_anew_and_an_old_claim_is_worth_nothing_then() {
        SubscriptionClaim old = claim(NOON);
        assertThat(subscriptions().end(INDEX)).isTrue();
        assertThat(subscriptions().all()).isEmpty();
        assertThatThrownBy(() -> subscriptions().handled(old, steps().get(1).position()))
                .isInstanceOf(LostClaimException.class);

        assertThat(subscriptions().begin(INDEX, log().beginning())).isTrue();
        SubscriptionClaim fresh = claim(NOON);
        assertThatThrownBy(() -> subscriptions().handled(old, steps().get(1).position()))
                .isInstanceOf(LostClaimException.class);
        subscriptions().handled(fresh, steps().get(1).position());
    }

    @Test
    void many_threads_hand_on_every_step_once_and_in_order() throws InterruptedException {
        for (int place = 0; place < 40; place++) {
            bench.register(CaseNumber.of("L-" + place), MORNING);
        }
        Queue<LogPosition> handled = new ConcurrentLinkedQueue<>();

        inParallel(4, () -> {
            while (state().lag() > 0 && handled.size() <= steps().size()) {
                subscriptions().claim(INDEX, NOON, LEASE).ifPresent(claim -> handBatch(claim, handled));
            }
        });

        List<LogPosition> all = steps().stream().map(LoggedStep::position).toList();
        assertThat(List.copyOf(handled)).isEqualTo(all);
    }

    private void handBatch(SubscriptionClaim claim, Queue<LogPosition> handled) {
        ImmutableList<LoggedStep> batch = log().after(claim.position(), 3);
        Optional<LogPosition> last = batch.stream().map(LoggedStep::position).reduce((one, other) -> other);
        batch.forEach(step -> handled.add(step.position()));
        last.ifPresent(position -> subscriptions().handled(claim, position));
        subscriptions().release(claim);
    }
}
