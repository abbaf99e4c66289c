package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.log.SubscriptionState;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.StepHandler;
import dk.sagsflow.routing.listening.SubscriptionStart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Sixty-four threads at one desk, two subscriptions, sweeps and deliveries beside them: nothing is lost, nothing happens
 * twice, order is held. A few seconds in the build; {@code -Dsagsflow.threads.seconds=60} for a minute.
 */
class ManyThreadsTest {
    private static final int THREADS = 64;
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("sagsflow.threads.seconds", 2));

    private final CaseRepository store = CaseRepository.inMemory();
    private final Follower statistics = new Follower();
    private final Follower index = new Follower();
    private final Desks world = new Desks(
            store,
            desk -> desk.withSubscription(SubscriptionName.of("statistics"), SubscriptionStart.beginning(), statistics)
                    .withSubscription(SubscriptionName.of("index"), SubscriptionStart.beginning(), index));
    private final List<CaseNumber> numbers = new CopyOnWriteArrayList<>();
    private final AtomicLong accepted = new AtomicLong();
    private volatile boolean over;

    /** Writes down what it is handed, in the order in which it is. */
    private static final class Follower implements StepHandler {
        private final List<LoggedStep> steps = new ArrayList<>();

        @Override
        public synchronized void handle(com.google.common.collect.ImmutableList<LoggedStep> more) {
            steps.addAll(more);
        }

        synchronized List<LoggedStep> steps() {
            return List.copyOf(steps);
        }
    }

    private Void works(int thread) {
        Random random = new Random(thread);
        SupportDesk desk = world.desk;
        while (!over) {
            if (numbers.size() < THREADS || random.nextInt(20) == 0) {
                numbers.add(desk.register(KAREN, Registration.of(CITIZEN_CARL.value(), "help"))
                        .orElseThrow()
                        .number());
            } else {
                // Most go for the latest cases, so that they meet.
                CaseNumber number = numbers.get(numbers.size() - 1 - random.nextInt(THREADS / 4));
                desk.submit(KAREN, number, new CaseCommand.AddNote(Visibility.INTERNAL, "by " + thread))
                        .orElseThrow();
            }
            accepted.incrementAndGet();
        }
        return null;
    }

    private Void follows() {
        while (!over) {
            assertThat(world.desk.operations().follow(500).failed()).isZero();
            Thread.onSpinWait();
        }
        return null;
    }

    private Void isRun() {
        while (!over) {
            assertThat(world.desk.operations().sweep(100).setAside()).isEmpty();
            assertThat(world.desk.operations().deliver(100).dead()).isEmpty();
        }
        return null;
    }

    @Test
    void lose_nothing_do_nothing_twice_and_keep_the_order() throws InterruptedException, ExecutionException {
        List<Callable<Void>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int which = thread;
            work.add(() -> works(which));
        }
        work.add(this::follows);
        work.add(this::follows);
        work.add(this::isRun);

        run(work);

        while (world.desk.operations().follow(1_000).handled() > 0) {
            assertThat(world.desk.operations().subscriptions()).isNotEmpty();
        }
        assertThat(world.desk.operations().subscriptions())
                .extracting(SubscriptionState::lag)
                .containsOnly(0L);
        List<LoggedStep> steps = statistics.steps();
        assertThat(steps).hasSize(accepted.intValue());
        assertThat(index.steps()).isEqualTo(steps);
        assertThat(store.query(CaseQuery.all().withPageSize(1_000_000)).entries())
                .hasSize(numbers.size());
        assertThat(perCase(steps)).isEqualTo(stored());
    }

    private void run(List<Callable<Void>> work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<Void>> running = work.stream().map(threads::submit).toList();
            Thread.sleep(TIME.toMillis());
            over = true;
            for (Future<Void> each : running) {
                assertThat(each.get()).isNull();
            }
        } finally {
            over = true;
            threads.shutdownNow();
        }
    }

    private static Map<CaseNumber, List<CaseEvent>> perCase(List<LoggedStep> steps) {
        Map<CaseNumber, List<CaseEvent>> events = new HashMap<>();
        steps.forEach(step -> step.events()
                .forEach(event -> events.computeIfAbsent(event.caseNumber(), number -> new ArrayList<>())
                        .add(event)));
        return events;
    }

    private Map<CaseNumber, List<CaseEvent>> stored() {
        Map<CaseNumber, List<CaseEvent>> events = new HashMap<>();
        numbers.forEach(number -> events.put(number, store.history(number)));
        return events;
    }
}
