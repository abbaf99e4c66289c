package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.COMPANY;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.routing.operation.SweepReport;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.flow.ChainLaws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Several desks on one store, at the same time, with clocks that are late, wrong, or set back. */
class ManyDesksProperties {
    @Property(tries = 30)
    @Tag("R17")
    void two_desks_that_sweep_at_once_put_each_threshold_on_record_once(
            @ForAll @IntRange(min = 1, max = 25) int cases,
            @ForAll @IntRange(min = 1, max = 10) int limit,
            @ForAll @IntRange(max = 30_000) int hours)
            throws InterruptedException {
        CaseRepository store = CaseRepository.inMemory();
        Desks world = new Desks(store);
        IntStream.range(0, cases).forEach(each -> world.registerFor(CITIZEN_CARL));
        world.clock.advance(Duration.ofHours(hours));
        List<SupportDesk> desks = List.of(world.desk, world.deskOn(store));

        inParallel(4, sweeper -> {
            SweepReport report = desks.get(sweeper % 2).operations().sweep(limit);
            while (report.moreDue()) {
                report = desks.get(sweeper % 2).operations().sweep(limit);
            }
        });

        assertThat(store.due(world.clock.instant(), 100)).isEmpty();
        assertThat(world.desk.operations().setAside(100)).isEmpty();
        for (SupportCase each :
                store.query(CaseQuery.builder().pageSize(100).build()).cases()) {
            assertThat(passed(store, each.number())).hasSize(hours > 8 ? 1 : 0);
            ChainLaws.assertKept(ReferenceOrganisation.organisation(), store.history(each.number()));
        }
    }

    @Property(tries = 30)
    void two_desks_that_deliver_at_once_send_each_notification_once_and_in_order(
            @ForAll @IntRange(min = 1, max = 25) int cases, @ForAll @IntRange(min = 1, max = 5) int limit)
            throws InterruptedException {
        CaseRepository store = CaseRepository.inMemory();
        Desks world = new Desks(store);
        for (int each = 0; each < cases; each++) {
            CaseNumber number = world.registerFor(each % 2 == 0 ? CITIZEN_CARL : COMPANY);
            assertThat(world.does(KAREN, number, new CaseCommand.Close(ClosingReason.WITHDRAWN, "gone"))
                            .number())
                    .isEqualTo(number);
        }
        List<SupportDesk> desks = List.of(world.desk, world.deskOn(store));

        inParallel(4, sender -> {
            while (!store.outbox().waiting(1).isEmpty()) {
                assertThat(desks.get(sender % 2).operations().deliver(limit).dead())
                        .isEmpty();
            }
        });

        assertThat(world.mailbox.received())
                .hasSize(2 * cases)
                .extracting(Notification::id)
                .doesNotHaveDuplicates();
        for (int each = 1; each <= cases; each++) {
            CaseNumber number = CaseNumber.of("C-%07d".formatted(each));
            assertThat(world.mailbox.received().stream()
                            .filter(mail -> mail.caseNumber().equals(number))
                            .map(Notification::kind))
                    .containsExactly(Notification.Kind.REGISTERED, Notification.Kind.CLOSED);
        }
    }

    @Property(tries = 100)
    @Tag("R17")
    void clocks_that_jump_lose_no_limit_and_repeat_none(@ForAll Random random) {
        CaseRepository store = CaseRepository.inMemory();
        Desks world = new Desks(store);
        Desks wrong = new Desks(store);
        List<CaseNumber> numbers = new ArrayList<>();
        for (int step = 0; step < 30; step++) {
            Desks either = random.nextBoolean() ? world : wrong;
            either.clock.advance(Duration.ofMinutes(random.nextInt(1_200) - 500));
            switch (random.nextInt(4)) {
                case 0 -> numbers.add(registered(world));
                case 1 ->
                    assertThat(either.desk.operations().sweep(10).setAside()).isEmpty();
                case 2 ->
                    assertThat(either.desk.operations().deliver(10).dead()).isEmpty();
                default ->
                    numbers.stream()
                            .skip(random.nextInt(numbers.size() + 1))
                            .findFirst()
                            .ifPresent(number -> assertThat(
                                            either.does(KAREN, number, new CaseCommand.LinkKnowledge("FAQ"))
                                                    .number())
                                    .isEqualTo(number));
            }
        }
        world.clock.advance(Duration.ofDays(3_000));
        assertThat(world.desk.operations().sweep(100).setAside()).isEmpty();
        assertThat(world.desk.operations().deliver(1_000).mayBeMore()).isFalse();

        assertThat(store.outbox().waiting(100)).isEmpty();
        for (CaseNumber number : numbers) {
            assertThat(passed(store, number)).hasSize(1);
            ChainLaws.assertKept(ReferenceOrganisation.organisation(), store.history(number));
        }
    }

    @Property(tries = 100)
    void whatever_fails_however_often_everything_else_arrives_once_and_the_rest_is_a_dead_letter(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int attempts) {
        CaseRepository store = CaseRepository.inMemory();
        Desks world = new Desks(store);
        Mailbox mailbox = new Mailbox();
        Notifier shaky = notification -> {
            if (notification.address().equals("carl@example.dk") || random.nextInt(20) == 0) {
                throw new IllegalStateException("connection refused");
            }
            mailbox.send(notification);
        };
        SupportDesk desk = world.builder(store)
                .withNotifier(shaky)
                .withDelivery(Patience.builder().attempts(attempts).build())
                .build();
        for (int each = 0; each < 10; each++) {
            assertThat(world.registerFor(each % 2 == 0 ? CITIZEN_CARL : COMPANY))
                    .isNotNull();
        }

        while (!store.outbox().waiting(1).isEmpty()) {
            assertThat(desk.operations().deliver(1 + random.nextInt(10)).tried())
                    .isGreaterThanOrEqualTo(0);
            world.clock.advance(Duration.ofMinutes(random.nextInt(100)));
        }

        assertThat(mailbox.received()).extracting(Notification::id).doesNotHaveDuplicates();
        assertThat(desk.operations().deadLetters(100).size()
                        + mailbox.received().size())
                .isEqualTo(10);
        assertThat(desk.operations().deadLetters(100))
                .allSatisfy(dead -> assertThat(dead.attempts()).isEqualTo(attempts))
                .filteredOn(dead -> ((Notification) dead.message()).address().equals("carl@example.dk"))
                .hasSize(5);
    }

    private static CaseNumber registered(Desks world) {
        return world.registerFor(CITIZEN_CARL);
    }

    private static List<PassedThreshold> passed(CaseRepository store, CaseNumber number) {
        ImmutableList<CaseEvent> history = store.history(number);
        return history.stream()
                .filter(CaseEvent.ThresholdPassed.class::isInstance)
                .map(event -> ((CaseEvent.ThresholdPassed) event).passed())
                .toList();
    }

    /** Something done in one of several threads, by its number. */
    private interface Work {
        void by(int thread);
    }

    private static void inParallel(int threads, Work work) throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        List<Thread> started = IntStream.range(0, threads)
                .mapToObj(number -> new Thread(() -> work.by(number)))
                .toList();
        for (Thread thread : started) {
            thread.setUncaughtExceptionHandler((failed, failure) -> {
                synchronized (failures) {
                    failures.add(failure);
                }
            });
            thread.start();
        }
        for (Thread thread : started) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }
}
