package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.core.repository.CaseRepository;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a store gives out as numbers. Inherit it and say where an empty store comes from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class NumbersContract extends StoreContract {
    /** For those who inherit. */
    protected NumbersContract() {}

    /** The same store, as another process opens it, or the same one after a restart; the object itself if nobody else can. */
    protected CaseRepository openedAgain(CaseRepository store) {
        return store;
    }

    @Test
    void every_series_counts_from_1() {
        assertThat(repository.nextNumber("C-")).isEqualTo(1);
        assertThat(repository.nextNumber("AMS-")).isEqualTo(1);
        assertThat(repository.nextNumber("C-")).isGreaterThan(1);
    }

    @Test
    void no_two_get_the_same_whichever_way_the_store_was_opened() throws InterruptedException {
        CaseRepository other = openedAgain(repository);
        Queue<Long> given = new ConcurrentLinkedQueue<>();

        inParallel(4, () -> {
            for (int time = 0; time < 100; time++) {
                given.add(repository.nextNumber("C-"));
                given.add(other.nextNumber("C-"));
            }
        });
        given.add(openedAgain(repository).nextNumber("C-"));

        assertThat(given).hasSize(801).doesNotHaveDuplicates().allMatch(number -> number >= 1);
    }

    @Test
    void numbers_of_cases_go_on_and_pass_over_those_that_cases_brought_along() {
        CaseNumbers numbers = CaseNumbers.of(repository, "C-");
        CaseNumber first = numbers.next();
        bench.register(first, MORNING);
        LongStream.rangeClosed(2, 300)
                .forEach(taken -> bench.register(CaseNumber.of(String.format("C-%07d", taken)), MORNING));

        CaseNumber next = CaseNumbers.of(openedAgain(repository), "C-").next();

        assertThat(repository.find(next)).isEmpty();
    }
}
