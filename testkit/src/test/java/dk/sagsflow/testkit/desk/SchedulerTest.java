package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.COMPANY;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.notification.Lane;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.CaseListener;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.routing.operation.Scheduling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The scheduler that a desk has if it is asked for. */
@Timeout(120)
class SchedulerTest {
    private static final Scheduling OFTEN = Scheduling.builder()
            .betweenSweeps(Duration.ofMillis(1))
            .betweenDeliveries(Duration.ofMillis(1))
            .betweenFollowing(Duration.ofMillis(1))
            .batch(1)
            .build();

    private static final SubscriptionName INDEX = SubscriptionName.of("index");

    private final CaseRepository store = CaseRepository.inMemory();
    private final Desks world = new Desks(store);
    private final BlockingQueue<Notification> arrived = new LinkedBlockingQueue<>();
    private final BlockingQueue<CaseNumber> exceeded = new LinkedBlockingQueue<>();

    private final CaseListener watching = new CaseListener() {
        @Override
        public void changed(SupportCase after, ImmutableList<CaseEvent> events) {
            if (events.get(0) instanceof CaseEvent.ThresholdPassed) {
                exceeded.add(after.number());
            }
        }
    };

    private Notification nextArrived() throws InterruptedException {
        Notification next = arrived.poll(60, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    void sweeps_and_delivers_again_and_again_and_ends_with_the_desk() throws InterruptedException {
        CaseNumber first = world.registerFor(CITIZEN_CARL);
        CaseNumber second = world.registerFor(COMPANY);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (SupportDesk desk = world.builder(store)
                .withListener(watching)
                .withNotifier(notification -> {
                    threads.add(Thread.currentThread());
                    arrived.add(notification);
                })
                .withScheduler(OFTEN)
                .build()) {
            assertThat(nextArrived().caseNumber()).isEqualTo(first);
            assertThat(nextArrived().caseNumber()).isEqualTo(second);
            world.clock.advance(Duration.ofHours(9));
            assertThat(exceeded.poll(60, TimeUnit.SECONDS)).isEqualTo(first);
            assertThat(exceeded.poll(60, TimeUnit.SECONDS)).isEqualTo(second);
            assertThat(threads).allMatch(Thread::isDaemon);
            assertThat(desk.operations().deadLetters(10)).isEmpty();
        }

        int waiting = store.outbox().waiting(100).size();
        assertThat(world.registerFor(CITIZEN_CARL)).isNotNull();
        assertThat(store.outbox().waiting(100)).hasSize(waiting + 1);
    }

    @Test
    void hands_subscriptions_what_is_stored_and_tries_again_what_fails_and_ends_with_the_desk()
            throws InterruptedException {
        BlockingQueue<CaseNumber> followed = new LinkedBlockingQueue<>();
        AtomicInteger failures = new AtomicInteger();
        CaseNumber first = world.registerFor(CITIZEN_CARL);
        CaseNumber second;
        try (SupportDesk desk = world.builder(store)
                .withSubscription(INDEX, SubscriptionStart.beginning(), steps -> {
                    if (failures.getAndIncrement() == 0) {
                        world.clock.advance(Duration.ofMinutes(1));
                        throw new IllegalStateException("no answer from the index");
                    }
                    steps.forEach(step -> followed.add(step.events().get(0).caseNumber()));
                })
                .withScheduler(OFTEN)
                .build()) {
            assertThat(desk.operations().postponed(1)).isEmpty();
            while (followed.isEmpty()) {
                world.clock.advance(Duration.ofMinutes(1));
                Thread.sleep(1);
            }
            assertThat(followed.poll(60, TimeUnit.SECONDS)).isEqualTo(first);
            second = world.registerFor(COMPANY);
            CaseNumber next = first;
            while (first.equals(next)) {
                // What a sweep put on record meanwhile.
                next = followed.poll(60, TimeUnit.SECONDS);
            }
            assertThat(next).isEqualTo(second);
        }
        followed.clear();
        assertThat(world.registerFor(CITIZEN_CARL)).isNotNull();
        assertThat(followed.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void goes_on_after_a_store_that_failed() throws InterruptedException {
        AtomicInteger failures = new AtomicInteger();
        CaseRepository shaky = new MeddlingRepository(store) {
            @Override
            public ImmutableList<DueClaim> claimDue(Instant now, Duration lease, int limit) {
                if (failures.incrementAndGet() <= 3) {
                    throw new IllegalStateException("lost the connection");
                }
                return super.claimDue(now, lease, limit);
            }
        };
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.clock.advance(Duration.ofHours(9));

        try (SupportDesk desk =
                world.builder(shaky).withListener(watching).withScheduler(OFTEN).build()) {
            assertThat(exceeded.poll(60, TimeUnit.SECONDS)).isEqualTo(number);
            assertThat(desk.operations().setAside(10)).isEmpty();
        }
        assertThat(failures.get()).isGreaterThan(3);
    }

    @Test
    void gives_up_waiting_for_a_notifier_that_hangs_and_serves_the_others() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Notifier hangsForCarl = notification -> {
            if (notification.address().equals("carl@example.dk")) {
                await(never);
            }
            arrived.add(notification);
        };
        assertThat(world.registerFor(CITIZEN_CARL)).isNotNull();
        CaseNumber ofCompany = world.registerFor(COMPANY);

        try (SupportDesk desk = world.builder(store)
                .withNotifier(hangsForCarl)
                .withDelivery(Patience.builder()
                        .lease(Duration.ofSeconds(2))
                        .attempts(1)
                        .build())
                .withScheduler(OFTEN)
                .build()) {
            assertThat(nextArrived().caseNumber()).isEqualTo(ofCompany);
            assertThat(desk.operations().deadLetters(10))
                    .extracting(dead -> ((Notification) dead.message()).address())
                    .containsExactly("carl@example.dk");
            assertThat(desk.operations().deadLetters(10).get(0).lastFailure()).contains("did not return within PT2S");
        } finally {
            never.countDown();
        }
    }

    @Test
    void gives_up_waiting_for_a_carrier_that_hangs_and_serves_the_others() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        try (SupportDesk desk = world.builder(store)
                .withMessages(news -> ImmutableList.of(message(news.after().number())))
                .withCarrier("remote", message -> await(never))
                .withNotifier(arrived::add)
                .withDelivery(Patience.builder()
                        .lease(Duration.ofSeconds(2))
                        .attempts(1)
                        .build())
                .withScheduler(OFTEN)
                .build()) {
            CaseNumber first = desk.register(KAREN, Registration.of(CITIZEN_CARL.value(), "help"))
                    .orElseThrow()
                    .number();
            CaseNumber second = desk.register(KAREN, Registration.of(COMPANY.value(), "help"))
                    .orElseThrow()
                    .number();

            assertThat(List.of(nextArrived().caseNumber(), nextArrived().caseNumber()))
                    .containsExactlyInAnyOrder(first, second);
            while (desk.operations().deadLetters(10).size() < 2) {
                Thread.sleep(10);
            }
            assertThat(desk.operations().deadLetters(10))
                    .hasSize(2)
                    .extracting(DeadLetter::lastFailure)
                    .allMatch(failure -> failure.contains("carrier did not return within PT2S"));
        } finally {
            never.countDown();
        }
    }

    private HostMessage message(CaseNumber number) {
        return new HostMessage(
                MessageId.of("remote/" + number),
                Lane.ofHost("remote/" + number),
                "remote",
                "changed",
                world.clock.instant(),
                Optional.empty(),
                Optional.of(number));
    }

    @Test
    void is_not_there_unless_it_is_asked_for() {
        try (SupportDesk desk = world.builder(store).withNotifier(arrived::add).build()) {
            assertThat(world.registerFor(CITIZEN_CARL)).isNotNull();
            assertThat(desk.operations().deliver(10).sent()).isEqualTo(1);
        }
        assertThat(world.desk.operations().deliver(10).sent()).isZero();
    }

    /** Waits as a notifier does that heeds no interruption. */
    private static void await(CountDownLatch latch) {
        boolean waiting = true;
        while (waiting) {
            try {
                latch.await();
                waiting = false;
            } catch (InterruptedException e) {
                waiting = latch.getCount() > 0;
            }
        }
    }
}
