package dk.sagsflow.routing.delivery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.notification.MessageCarrier;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.notification.QueuedMessage;
import dk.sagsflow.routing.operation.DeliveryReport;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.routing.privacy.Failures;
import dk.sagsflow.routing.template.NotificationTemplates;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
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
    private final ImmutableMap<String, MessageCarrier> carriers;

    public Delivery(
            Outbox outbox,
            Patience policy,
            NotificationTemplates templates,
            InstantSource clock,
            ImmutableMap<String, MessageCarrier> carriers) {
        this.outbox = outbox;
        this.policy = policy;
        this.digests = new Digests(templates);
        this.clock = clock;
        this.carriers = carriers;
    }

    public DeliveryReport deliver(Notifier notifier, int limit) {
        Run run = new Run(notifier);
        while (run.tried < limit) {
            ImmutableList<ClaimedLane> claimed = outbox.claim(clock.instant(), policy.lease(), 1, LARGEST_DIGEST);
            if (claimed.isEmpty()) {
                return run.report(false);
            }
            run.attempt(claimed.get(0));
        }
        return run.report(true);
    }

    public ImmutableList<DeadLetter> deadLetters(int limit) {
        return outbox.deadLetters(limit);
    }

    public boolean revive(MessageId id) {
        return outbox.revive(id);
    }

    public boolean drop(MessageId id) {
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
        void attempt(ClaimedLane claimed) {
            tried++;
            ImmutableList<QueuedMessage> spent = claimed.messages().stream()
                    .filter(queued -> queued.attempt() > policy.attempts())
                    .collect(ImmutableList.toImmutableList());
            for (QueuedMessage queued : spent) {
                bury(claimed, queued, queued.attempt() - 1, queued.lastFailure().orElse("tried too often"));
            }
            ImmutableList<QueuedMessage> left = claimed.messages().stream()
                    .filter(queued -> queued.attempt() <= policy.attempts())
                    .collect(ImmutableList.toImmutableList());
            if (!left.isEmpty()) {
                send(claimed, left);
            }
        }

        private void send(ClaimedLane claimed, ImmutableList<QueuedMessage> together) {
            try {
                carry(together);
            } catch (Throwable failure) {
                LOG.debug("message {} was not sent", together.get(0).message().id(), Failures.trace(failure));
                failed(claimed, together, Failures.describe(failure));
                return;
            }
            outbox.sent(
                    claimed,
                    together.stream().map(queued -> queued.message().id()).toList());
            sent += together.size();
        }

        /** A lane holds either notifications or messages of the host, and of those one is given out at a time. */
        private void carry(ImmutableList<QueuedMessage> together) {
            if (together.get(0).message() instanceof HostMessage message) {
                Optional.ofNullable(carriers.get(message.topic()))
                        .orElseThrow(() -> new IllegalStateException(
                                "this desk has no carrier for messages of topic " + message.topic()))
                        .carry(message);
            } else {
                notifier.send(digests.of(together.stream()
                        .map(queued -> (Notification) queued.message())
                        .toList()));
            }
        }

        private void failed(ClaimedLane claimed, ImmutableList<QueuedMessage> together, String failure) {
            int attempts = 0;
            for (QueuedMessage queued : together) {
                if (queued.attempt() >= policy.attempts()) {
                    bury(claimed, queued, queued.attempt(), failure);
                } else {
                    attempts = Math.max(attempts, queued.attempt());
                    postponed++;
                }
            }
            if (attempts > 0) {
                Instant now = clock.instant();
                Instant next = now.plus(policy.delayAfter(attempts));
                LOG.warn(
                        "message {} was not sent and will be tried again from {} on",
                        together.get(0).message().id(),
                        next);
                outbox.postpone(claimed, failure, now, next);
            }
        }

        private void bury(ClaimedLane claimed, QueuedMessage queued, int attempts, String failure) {
            Instant now = clock.instant();
            LOG.warn(
                    "message {} was not sent after {} attempts and is given up",
                    queued.message().id(),
                    attempts);
            outbox.bury(claimed, ImmutableList.of(queued.message().id()), failure, now);
            dead.add(new DeadLetter(queued.message(), attempts, failure, now));
        }
    }
}
