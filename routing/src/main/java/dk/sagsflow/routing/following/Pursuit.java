package dk.sagsflow.routing.following;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.claim.LostClaimException;
import dk.sagsflow.core.json.UnreadableEventException;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LogSubscriptions;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.ParkedStep;
import dk.sagsflow.core.log.SubscriptionClaim;
import dk.sagsflow.core.log.SubscriptionState;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.listening.Follower;
import dk.sagsflow.routing.operation.FollowReport;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.routing.privacy.Failures;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One follower while one node has its claim. Not thread-safe. */
final class Pursuit {
    private static final Logger LOG = LoggerFactory.getLogger(Pursuit.class);
    private static final int BATCH = 100;

    private final EventLog log;
    private final LogSubscriptions subscriptions;
    private final Follower follower;
    private final Patience patience;
    private final InstantSource clock;
    private final SubscriptionClaim claim;
    private LogPosition position;
    private int handled;
    private int parked;

    Pursuit(
            CaseRepository repository,
            Follower follower,
            Patience patience,
            InstantSource clock,
            SubscriptionClaim claim) {
        this.log = repository.log();
        this.subscriptions = repository.subscriptions();
        this.follower = follower;
        this.patience = patience;
        this.clock = clock;
        this.claim = claim;
        this.position = claim.position();
    }

    FollowReport follow(int limit) {
        try {
            handleRevived(limit);
            return followLog(limit);
        } catch (LostClaimException lost) {
            LOG.info("subscription {} goes on at another node: its claim has ended here", follower.name());
            return report(0, false);
        } catch (UnreadableEventException broken) {
            // Not an attempt: once the row is mended, the step is handled as if nothing had been.
            LOG.warn(
                    "subscription {} waits after {}, because the next step cannot be read",
                    follower.name(),
                    position,
                    Failures.trace(broken));
            subscriptions.release(claim);
            return report(1, false);
        }
    }

    private FollowReport followLog(int limit) {
        while (handled < limit && clock.instant().isBefore(claim.until())) {
            ImmutableList<LoggedStep> steps = log.after(position, Math.min(BATCH, limit - handled));
            if (steps.isEmpty()) {
                subscriptions.release(claim);
                return report(0, false);
            }
            if (!handle(steps)) {
                return report(1, false);
            }
        }
        subscriptions.release(claim);
        return report(0, true);
    }

    /** All at once, or, if that fails, one by one, so that those before the one that fails are handled. */
    private boolean handle(ImmutableList<LoggedStep> steps) {
        boolean failedBefore = position.equals(claim.position()) && claim.attempt() > 1;
        if (steps.size() > 1 && !failedBefore && failureOf(steps).isEmpty()) {
            return true;
        }
        for (LoggedStep step : steps) {
            if (!handle(step)) {
                return false;
            }
        }
        return true;
    }

    private boolean handle(LoggedStep step) {
        int attempt = position.equals(claim.position()) ? claim.attempt() : 1;
        if (attempt > patience.attempts()) {
            park(step, claim.lastFailure().orElse("tried too often"));
            return true;
        }
        Optional<Throwable> failure = failureOf(ImmutableList.of(step));
        if (failure.isEmpty()) {
            return true;
        }
        if (attempt == patience.attempts()) {
            park(step, Failures.describe(failure.get()));
            return true;
        }
        failed(failure.get(), attempt);
        return false;
    }

    private void failed(Throwable failure, int attempt) {
        Instant now = clock.instant();
        Instant next = now.plus(patience.delayAfter(attempt));
        LOG.warn(
                "subscription {} failed after {} and is tried again from {} on",
                follower.name(),
                position,
                next,
                Failures.trace(failure));
        subscriptions.failed(claim, Failures.describe(failure), now, next);
    }

    private void park(LoggedStep step, String reason) {
        LOG.warn("subscription {} cannot handle the step at {}, which is parked", follower.name(), step.position());
        subscriptions.park(claim, step.position(), reason, clock.instant());
        position = step.position();
        parked++;
    }

    private void handleRevived(int limit) {
        for (ParkedStep revived : subscriptions.revived(follower.name(), limit)) {
            handleRevived(revived.step());
        }
    }

    private void handleRevived(LoggedStep step) {
        Optional<Throwable> failure = failureOf(
                ImmutableList.of(step), held -> held.unpark(claim, step.position()), () -> !parked(step.position()));
        if (failure.isPresent()) {
            LOG.warn("subscription {} cannot handle the step at {} still", follower.name(), step.position());
            subscriptions.park(claim, step.position(), Failures.describe(failure.get()), clock.instant());
            parked++;
        }
    }

    /** Why these could not be handled; nothing if they were, and then the subscription has come so far. */
    private Optional<Throwable> failureOf(ImmutableList<LoggedStep> steps) {
        LogPosition upTo = steps.get(steps.size() - 1).position();
        Optional<Throwable> failure = failureOf(steps, held -> held.handled(claim, upTo), () -> stored().equals(upTo));
        if (failure.isEmpty()) {
            position = upTo;
        }
        return failure;
    }

    /** How far the subscription has come, as the store says. */
    private LogPosition stored() {
        return subscriptions.all().stream()
                .filter(state -> state.name().equals(follower.name()))
                .map(SubscriptionState::position)
                .findFirst()
                .orElse(position);
    }

    private boolean parked(LogPosition step) {
        return subscriptions.parked(follower.name(), Integer.MAX_VALUE).stream()
                .anyMatch(held -> held.step().position().equals(step));
    }

    /**
     * Why these could not be handled.
     *
     * @param settled whether the store says that they were; a handler may fail when its transaction is committed already
     */
    private Optional<Throwable> failureOf(
            ImmutableList<LoggedStep> steps, Consumer<LogSubscriptions> settling, BooleanSupplier settled) {
        Settlement settlement = new Settlement(settling);
        try {
            follower.handler().handle(steps, settlement);
        } catch (LostClaimException lost) {
            throw lost;
        } catch (Throwable failure) {
            if (!settlement.joined() || !settled.getAsBoolean()) {
                return Optional.of(failure);
            }
            LOG.warn(
                    "subscription {} failed after its transaction was committed, so the steps are handled",
                    follower.name(),
                    Failures.trace(failure));
        }
        settlement.finish(subscriptions);
        handled += steps.size();
        return Optional.empty();
    }

    private FollowReport report(int failed, boolean mayBeMore) {
        return new FollowReport(handled, failed, parked, mayBeMore);
    }
}
