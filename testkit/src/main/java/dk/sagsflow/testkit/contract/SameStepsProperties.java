package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.repository.CaseRepository;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever is done to a store, it answers as the store in memory does, and holds the same afterwards: cases, pages, counts,
 * what is due, log, subscriptions, outbox, keys. Inherit it and say where an empty repository comes from.
 */
public abstract class SameStepsProperties {
    /** For those who inherit. */
    protected SameStepsProperties() {}

    /** An empty repository; called once for each try. */
    protected abstract CaseRepository emptyRepository();

    @Provide
    Arbitrary<List<StoreScript.Line>> lines() {
        Arbitrary<StoreScript.Act> acts = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(StoreScript.Act.REGISTER)),
                Tuple.of(8, Arbitraries.of(StoreScript.Act.CHANGE)),
                Tuple.of(3, Arbitraries.of(StoreScript.Act.FILL)),
                Tuple.of(16, Arbitraries.of(StoreScript.Act.class)),
                Tuple.of(6, Arbitraries.of(StoreScript.Act.FOLLOW, StoreScript.Act.CLAIM_LOG, StoreScript.Act.PARK)),
                Tuple.of(
                        6,
                        Arbitraries.of(StoreScript.Act.CLAIM_LANES, StoreScript.Act.BURY, StoreScript.Act.CLAIM_DUE)));
        Arbitrary<Duration> times =
                Arbitraries.of(0, 0, 1, 10, 60, 299, 300, 4_000, -60, -4_000).map(Duration::ofSeconds);
        return Combinators.combine(acts, Arbitraries.integers().between(0, 1_000), times)
                .as(StoreScript.Line::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 60)
    void the_same_steps_have_the_same_outcome_and_leave_the_same_behind(@ForAll("lines") List<StoreScript.Line> lines) {
        StoreScript expected = new StoreScript(CaseRepository.inMemory());
        StoreScript actual = new StoreScript(emptyRepository());
        for (StoreScript.Line line : lines) {
            assertThat(actual.play(line)).as("%s", line).isEqualTo(expected.play(line));
        }
        assertThat(actual.everything()).isEqualTo(expected.everything());
    }
}
