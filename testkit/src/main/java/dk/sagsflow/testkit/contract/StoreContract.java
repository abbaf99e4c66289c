package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.repository.CaseRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** An empty store for each test, and what is put into it. */
abstract class StoreContract {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    static final Instant MORNING = Instant.parse("2007-08-01T06:00:00Z");
    static final CaseNumber FIRST = CaseNumber.of("C-1");
    static final CaseNumber SECOND = CaseNumber.of("C-2");
    static final CaseNumber THIRD = CaseNumber.of("C-3");

    CaseRepository repository = CaseRepository.inMemory();
    RepositoryBench bench = new RepositoryBench(repository);

    /** An empty store; called once for each test. */
    protected abstract CaseRepository emptyRepository();

    /**
     * Spoils what is stored of an event of the case, so that the case cannot be read, if the store keeps it where that can
     * happen.
     *
     * @return whether the case cannot be read now; if not, what is to be seen of such a case is not tried
     */
    protected boolean spoil(CaseNumber number) {
        return false;
    }

    @BeforeEach
    void start_empty() {
        repository = emptyRepository();
        bench = new RepositoryBench(repository);
    }

    /** Daemon threads, so that a store that is broken holds nothing up for ever. */
    static void inParallel(int threads, Runnable work) throws InterruptedException {
        List<Thread> started =
                Stream.generate(() -> new Thread(work)).limit(threads).toList();
        started.forEach(thread -> thread.setDaemon(true));
        started.forEach(Thread::start);
        for (Thread thread : started) {
            thread.join(LONGEST.toMillis());
        }
        assertThat(started).as("threads that are still at it").noneMatch(Thread::isAlive);
    }
}
