package dk.sagsflow.testkit.embed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand.HandOver;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.json.RequestJson;
import dk.sagsflow.core.json.ViewJson;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ForwardingCaseRepository;
import dk.sagsflow.core.repository.InMemoryStore;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.CaseOptions;
import dk.sagsflow.routing.desk.DeskOperations;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.Scheduling;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.json.ClockJson;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EmbedSamplesTest {
    private static final Path FOLDER = Path.of("../examples/models/ams");
    private static final Directory PEOPLE = ReferenceOrganisation.people();
    private static final ActorId KAREN = ReferenceOrganisation.KAREN;
    private static final Registration REGISTRATION = Registration.of("citizen", "I cannot log in");

    private final SupportModel model = ModelFolder.read(FOLDER).model();
    private final Notifier mail = Notifier.none();
    private final List<String> orders = new ArrayList<>();

    @Test
    void a_desk_is_built_once_and_closed_with_the_program() {
        CaseRepository store = CaseRepository.inMemory();
        Directory people = PEOPLE;
        Path folder = FOLDER;
        // sample
        SupportDesk desk = SupportDesk.builder(ModelFolder.read(folder).model(), people, InstantSource.system())
                .withRepository(store)
                .withNotifier(mail)
                .withScheduler(Scheduling.standard())
                .build();
        // end
        assertThat(desk.register(KAREN, REGISTRATION)).isInstanceOf(Outcome.Accepted.class);
        desk.close();
    }

    @Test
    void a_store_is_wrapped() {
        CaseRepository other = CaseRepository.inMemory();
        MeasuredStore store = new MeasuredStore(other);
        desk(store).register(KAREN, REGISTRATION).orElseThrow();

        assertThat(store.stored).isPositive();
    }

    // sample
    static final class MeasuredStore extends ForwardingCaseRepository {
        long stored;

        MeasuredStore(CaseRepository other) {
            super(other);
        }

        @Override
        public synchronized void append(CaseStep step) {
            other().append(step);
            stored++;
        }
    }
    // end

    @Test
    void the_hosts_order_and_our_case_commit_together() {
        InMemoryStore store = CaseRepository.inMemory();
        SupportDesk desk = desk(store);
        // sample
        try (InMemoryStore.Transaction transaction = store.begin()) {
            CaseView ordered =
                    desk.within(transaction).register(KAREN, REGISTRATION).orElseThrow();
            transaction.afterCommit(() -> orders.add("ordered with case " + ordered.number()));
            transaction.commit();
        }
        // end
        assertThat(orders).containsExactly("ordered with case C-0000001");
    }

    @Test
    void a_page_that_was_shown_is_refused_when_it_is_out_of_date() {
        SupportDesk desk = desk(CaseRepository.inMemory());
        CaseView shown = desk.register(KAREN, REGISTRATION).orElseThrow();
        CaseNumber number = shown.number();
        // sample
        CaseRequest request = CaseRequest.builder()
                .by(KAREN)
                .number(number)
                .command(new HandOver(GroupId.of("bit"), "unknown error"))
                .expectedVersion(shown.version())
                .build();
        Outcome<CaseView> outcome = desk.submit(request);
        if (outcome instanceof Outcome.Refused<CaseView> refused) {
            System.out.println(refused.refusal().describe());
        }
        // end
        assertThat(outcome.orElseThrow().version()).isGreaterThan(shown.version());
        assertThat(desk.submit(request)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_page_asks_what_can_be_done() {
        SupportDesk desk = desk(CaseRepository.inMemory());
        CaseNumber number = desk.register(KAREN, REGISTRATION).orElseThrow().number();
        // sample
        CaseOptions options = desk.options(KAREN, number).orElseThrow();
        for (HandOver handOver : options.accepted(HandOver.class)) {
            System.out.println("hand over to " + handOver.to());
        }
        options.refused(HandOver.class)
                .forEach((handOver, refusal) -> System.out.println(handOver.to() + ": " + refusal.describe()));
        // end
        assertThat(options.accepted(HandOver.class)).isNotEmpty();
        assertThat(options.refused(HandOver.class)).isNotEmpty();
    }

    @Test
    @SuppressWarnings("FutureReturnValueIgnored")
    void the_hosts_own_threads_run_the_desk() throws InterruptedException {
        SupportDesk desk = desk(CaseRepository.inMemory());
        // sample
        DeskOperations operations = desk.operations();
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
        threads.scheduleWithFixedDelay(() -> operations.sweep(200), 0, 10, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(() -> operations.deliver(200), 0, 5, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(() -> operations.follow(200), 0, 1, TimeUnit.SECONDS);
        // end
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_subscription_follows_what_is_stored() {
        List<CaseEvent> index = new ArrayList<>();
        Directory people = PEOPLE;
        InstantSource clock = InstantSource.system();
        // sample
        SupportDesk desk = SupportDesk.builder(model, people, clock)
                .withSubscription(SubscriptionName.of("search"), SubscriptionStart.beginning(), steps -> {
                    for (LoggedStep step : steps) {
                        index.addAll(step.events());
                    }
                })
                .build();
        // end
        desk.register(KAREN, REGISTRATION).orElseThrow();
        var unused = desk.operations().follow(100);
        assertThat(index).isNotEmpty();
    }

    @Test
    void a_subscription_stores_its_rows_and_its_progress_together() {
        List<CaseEvent> rows = new ArrayList<>();
        InMemoryStore store = CaseRepository.inMemory();
        Directory people = PEOPLE;
        InstantSource clock = InstantSource.system();
        // sample
        SupportDesk desk = SupportDesk.builder(model, people, clock)
                .withRepository(store)
                .withSubscription(SubscriptionName.of("figures"), SubscriptionStart.beginning(), (steps, progress) -> {
                    try (InMemoryStore.Transaction transaction = store.begin()) {
                        steps.forEach(step -> transaction.afterCommit(() -> rows.addAll(step.events())));
                        progress.storeIn(transaction);
                        transaction.commit();
                    }
                })
                .build();
        // end
        desk.register(KAREN, REGISTRATION).orElseThrow();
        var unused = desk.operations().follow(100);
        assertThat(rows).isNotEmpty();
        assertThat(desk.operations().subscriptions().get(0).lag()).isZero();
    }

    @Test
    void events_are_written_and_read() {
        CaseRepository store = CaseRepository.inMemory();
        CaseNumber number =
                desk(store).register(KAREN, REGISTRATION).orElseThrow().number();
        // sample
        CaseEventJson json = new CaseEventJson();
        ImmutableList<String> lines =
                store.history(number).stream().map(json::write).collect(ImmutableList.toImmutableList());
        List<CaseEvent> again = lines.stream().map(json::read).toList();
        // end
        assertThat(again).isEqualTo(store.history(number));
    }

    @Test
    void what_a_page_sends_is_read_and_what_it_shows_is_written() {
        SupportDesk desk = desk(CaseRepository.inMemory());
        desk.register(KAREN, REGISTRATION).orElseThrow();
        // sample
        CaseRequest request = new RequestJson()
                .readCaseRequest(
                        "{\"by\": \"karen\", \"number\": \"C-0000001\", \"command\": {\"command\": \"accept\"}}");
        CaseView accepted = desk.submit(request).orElseThrow();
        String page = new ViewJson().write(accepted);
        Explanation residence =
                desk.clocks(KAREN, accepted.number()).orElseThrow().get(0);
        String why = new ClockJson().write(residence, Locale.forLanguageTag("da"));
        // end
        assertThat(page).contains("\"status\":\"IN_PROGRESS\"");
        assertThat(why).contains("\"words\":");
    }

    @Test
    void a_clock_that_stands_shows_what_is_late() {
        Directory people = PEOPLE;
        // sample
        SettableClock clock = SettableClock.at(Instant.parse("2007-08-01T08:00:00Z"));
        SupportDesk desk = SupportDesk.builder(model, people, clock).build();
        CaseNumber number = desk.register(KAREN, REGISTRATION).orElseThrow().number();
        clock.advance(Duration.ofDays(30));
        assertThat(desk.operations().sweep(100).seenTo()).isEqualTo(1);
        assertThat(desk.clocks(KAREN, number).orElseThrow()).isNotEmpty();
        // end
    }

    private SupportDesk desk(CaseRepository store) {
        return SupportDesk.builder(model, PEOPLE, InstantSource.system())
                .withRepository(store)
                .build();
    }
}
