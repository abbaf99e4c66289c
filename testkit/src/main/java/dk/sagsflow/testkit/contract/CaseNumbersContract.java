package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.repository.CaseNumbers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link CaseNumbers} must do. Inherit it and say where the numbers come from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class CaseNumbersContract {
    /** For those who inherit. */
    protected CaseNumbersContract() {}

    /** The numbers under test; called once for each test. */
    protected abstract CaseNumbers numbers();

    @Test
    void many_threads_never_get_one_number_twice() throws InterruptedException {
        CaseNumbers numbers = numbers();
        Set<CaseNumber> given = ConcurrentHashMap.newKeySet();

        List<Thread> threads = Stream.generate(() -> new Thread(() -> take(numbers, given)))
                .limit(4)
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(given).hasSize(4 * 500);
    }

    private static void take(CaseNumbers numbers, Set<CaseNumber> given) {
        for (int i = 0; i < 500; i++) {
            given.add(numbers.next());
        }
    }
}
