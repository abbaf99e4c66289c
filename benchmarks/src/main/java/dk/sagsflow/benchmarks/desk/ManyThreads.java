package dk.sagsflow.benchmarks.desk;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.StepHandler;
import dk.sagsflow.routing.listening.SubscriptionStart;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Many threads at one desk that keeps its cases in memory, and two subscriptions that follow it: {@code ManyThreads [SECONDS
 * [THREADS]]}. Afterwards each subscription must have been handed every event of every history, once, those of a case in order, and
 * both in the same order.
 */
final class ManyThreads {
    private static final int CASES = 500;
    private static final CaseCommand NOTE = new CaseCommand.AddNote(Visibility.INTERNAL, "Seen with others too.");
    private static final CaseCommand UP = new CaseCommand.HandOver(GroupId.of("bit"), "unknown error");
    private static final CaseCommand ANSWER = new CaseCommand.Answer("Please try again");

    private final CaseRepository repository = CaseRepository.inMemory();
    private final Follower statistics = new Follower();
    private final Follower index = new Follower();
    private final AtomicLong carriedOut = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final SupportDesk desk;
    private volatile boolean over;

    private ManyThreads() {
        Directory people = Directory.of(
                List.of(Actor.supporter("karen", "Karen", "support-centre"), Actor.supporter("bo", "Bo", "bit")),
                List.of(Counter.ANNA));
        desk = SupportDesk.builder(OpenCases.model(), people, InstantSource.system())
                .withRepository(repository)
                .withSubscription(SubscriptionName.of("statistics"), SubscriptionStart.beginning(), statistics)
                .withSubscription(SubscriptionName.of("index"), SubscriptionStart.beginning(), index)
                .build();
    }

    /** Prints what was done, once it has been checked. */
    public static void main(String[] arguments) throws InterruptedException {
        int seconds = arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]);
        int threads = arguments.length < 2 ? 64 : Integer.parseInt(arguments[1]);
        System.out.println(new ManyThreads().run(seconds, threads));
    }

    private String run(int seconds, int threads) throws InterruptedException {
        List<Thread> all = new ArrayList<>();
        IntStream.range(0, threads).forEach(seed -> all.add(new Thread(() -> work(new Random(seed)))));
        IntStream.range(0, 2).forEach(more -> all.add(new Thread(this::follow)));
        all.forEach(Thread::start);
        Thread.sleep(seconds * 1000L);
        over = true;
        for (Thread thread : all) {
            thread.join();
        }
        while (desk.operations().follow(1_000).mayBeMore()) {}
        return checked(seconds, threads);
    }

    private void work(Random dice) {
        List<CaseNumber> own = new ArrayList<>();
        while (!over) {
            if (own.size() < CASES / 10) {
                own.add(desk.register(Counter.KAREN, Counter.HELP).orElseThrow().number());
                carriedOut.incrementAndGet();
            }
            submit(CaseNumber.of("C-%07d".formatted(1 + dice.nextInt(CASES))), dice);
        }
    }

    /** On whatever case, others' as well, so that threads get in each other's way. */
    private void submit(CaseNumber number, Random dice) {
        CaseCommand command = List.of(NOTE, NOTE, NOTE, UP, ANSWER).get(dice.nextInt(5));
        boolean accepted = desk.submit(Counter.KAREN, number, command) instanceof Outcome.Accepted<?>;
        (accepted ? carriedOut : refused).incrementAndGet();
    }

    private void follow() {
        while (!over) {
            if (desk.operations().follow(200).handled() == 0) {
                Thread.onSpinWait();
            }
        }
    }

    private String checked(int seconds, int threads) {
        statistics.check(repository);
        index.check(repository);
        checkState(statistics.events.equals(index.events), "the subscriptions were handed another order");
        return "%d threads, %d s: %,d commands carried out, %,d refused; %,d events, each handed once to both subscriptions, in one order"
                .formatted(threads, seconds, carriedOut.get(), refused.get(), index.events.size());
    }

    /** Keeps what it is handed; handed something by one thread at a time. */
    private static final class Follower implements StepHandler {
        private final List<String> events = new ArrayList<>();
        private final Map<CaseNumber, Long> last =
                new TreeMap<>((a, b) -> a.value().compareTo(b.value()));

        @Override
        public synchronized void handle(ImmutableList<LoggedStep> steps) {
            for (LoggedStep step : steps) {
                step.events().forEach(this::add);
            }
        }

        private void add(CaseEvent event) {
            CaseNumber number = event.header().caseNumber();
            long sequence = event.header().sequence();
            checkState(
                    sequence == last.getOrDefault(number, 0L) + 1,
                    "event %s of case %s came after %s",
                    sequence,
                    number,
                    last.get(number));
            last.put(number, sequence);
            events.add(number + "/" + sequence);
        }

        synchronized void check(CaseRepository repository) {
            last.forEach((number, sequence) -> checkState(
                    repository.history(number).size() == sequence,
                    "case %s has more than %s events",
                    number,
                    sequence));
        }
    }
}
