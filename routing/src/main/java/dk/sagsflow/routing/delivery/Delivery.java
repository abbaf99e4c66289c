package dk.sagsflow.routing.delivery;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.notification.ClaimedNotification;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.routing.operation.DeliveryReport;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.routing.privacy.Failures;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox, one at a time, so that one at which the notifier hangs holds back nothing else; what one
 * recipient is told in a digest counts as one.
 */
public final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private static final int LARGEST_DIGEST = 200;

    private final Outbox outbox;
    private final Patience policy;
    private final Digests digests;
    private final InstantSource clock;

    public Delivery(Outbox outbox, Patience policy, Digests digests, InstantSource clock) {
        this.outbox = outbox;
        this.policy = policy;
        this.digests = digests;
        this.clock = clock;
    }

    public DeliveryReport deliver(Notifier notifier, int limit) {
        Run run = new Run(notifier);
        while (run.tried < limit) {
            ImmutableList<ClaimedNotification> claimed = outbox.claim(clock.instant(), policy.lease(), 1);
            if (claimed.isEmpty()) {
                return run.report(false);
            }
            run.attempt(together(claimed.get(0)));
        }
        return run.report(true);
    }

    /** This one and, if it goes out in a digest, what else is ready for it, unless another desk has taken that by now. */
    private ImmutableList<ClaimedNotification> together(ClaimedNotification first) {
        if (!first.notification().inDigest()) {
            return ImmutableList.of(first);
        }
        outbox.release(first);
        ImmutableList.Builder<ClaimedNotification> digest = ImmutableList.builder();
        for (ClaimedNotification claimed : outbox.claim(clock.instant(), policy.lease(), LARGEST_DIGEST)) {
            Notification notification = claimed.notification();
            if (notification.inDigest()
                    && notification.address().equals(first.notification().address())) {
                digest.add(claimed);
            } else {
                outbox.release(claimed);
            }
        }
        return digest.build();
    }

    public ImmutableList<DeadLetter> deadLetters(int limit) {
        return outbox.deadLetters(limit);
    }

    public boolean revive(Notification.Id id) {
        return outbox.revive(id);
    }

    public boolean drop(Notification.Id id) {
        return outbox.drop(id);
    }

    /** One delivery. */
    private final class Run {
        private final Notifier notifier;
        private final ImmutableList.Builder<DeadLetter> dead = ImmutableList.builder();
        private int tried;
        private int sent;
        private int postponed;

        Run(Notifier notifier) {
            this.notifier = notifier;
        }

        DeliveryReport report(boolean mayBeMore) {
            return new DeliveryReport(sent, postponed, dead.build(), mayBeMore);
        }

        /** Those that were tried too often are given up; the others go out in one message, and share what becomes of it. */
        void attempt(ImmutableList<ClaimedNotification> together) {
            tried++;
            ImmutableList.Builder<ClaimedNotification> left = ImmutableList.builder();
            for (ClaimedNotification claimed : together) {
                if (claimed.attempt() > policy.attempts()) {
                    bury(claimed, claimed.attempt() - 1, claimed.lastFailure().orElse("tried too often"));
                } else {
                    left.add(claimed);
                }
            }
            send(left.build());
        }

        private void send(ImmutableList<ClaimedNotification> together) {
            if (together.isEmpty()) {
                return;
            }
            try {
                notifier.send(digests.of(together));
            } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
                together.forEach(claimed -> failed(claimed, Failures.describe(failure)));
                return;
            }
            together.forEach(outbox::sent);
            sent += together.size();
        }

        private void failed(ClaimedNotification claimed, String failure) {
            if (claimed.attempt() >= policy.attempts()) {
                bury(claimed, claimed.attempt(), failure);
                return;
            }
            Instant now = clock.instant();
            Instant next = now.plus(policy.delayAfter(claimed.attempt()));
            LOG.warn(
                    "notification {} was not sent and will be tried again from {} on: {}",
                    claimed.notification().id(),
                    next,
                    failure);
            outbox.postpone(claimed, failure, now, next);
            postponed++;
        }

        private void bury(ClaimedNotification claimed, int attempts, String failure) {
            Instant now = clock.instant();
            LOG.warn(
                    "notification {} was not sent after {} attempts and is given up: {}",
                    claimed.notification().id(),
                    attempts,
                    failure);
            outbox.bury(claimed, failure, now);
            dead.add(new DeadLetter(claimed.notification(), attempts, failure, now));
        }
    }
}
