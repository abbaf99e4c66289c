package dk.sagsflow.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LengthsTest {
    private static final int EXACT = 100_000;

    /** Few different ones and many of each, and many different ones, against a map and a sorted list. */
    @ParameterizedTest
    @ValueSource(ints = {1, 20, 3_000, 90_000})
    void what_is_added_and_taken_out_is_what_a_map_counts(int different) {
        Random random = new Random(different);
        LengthTally tally = new LengthTally();
        List<Long> there = new ArrayList<>();
        for (int step = 0; step < 40_000; step++) {
            int chance = random.nextInt(100);
            if (chance < 30 && !there.isEmpty()) {
                Collections.swap(there, random.nextInt(there.size()), there.size() - 1);
                tally.remove(Duration.ofSeconds(there.remove(there.size() - 1)));
            } else {
                long length = random.nextInt(different);
                there.add(length);
                tally.add(Duration.ofSeconds(length));
            }
            if (step % 7_000 == 0) {
                assertThat(tally.lengths().counts()).isEqualTo(counted(there));
            }
        }
        Lengths lengths = tally.lengths();

        assertThat(lengths.counts()).isEqualTo(counted(there));
        assertThat(lengths.total())
                .isEqualTo(Duration.ofSeconds(
                        there.stream().mapToLong(each -> each).sum()));
        Collections.sort(there);
        for (double share : new double[] {0.001, 0.25, 0.5, 0.9, 0.999, 1}) {
            long ranked = there.get((int) Math.ceil(share * there.size()) - 1);
            assertThat(lengths.quantile(share)).isEqualTo(Duration.ofSeconds(ranked));
            assertThat(lengths.atMost(Duration.ofSeconds(ranked)))
                    .isEqualTo(there.stream().filter(each -> each <= ranked).count());
        }
        there.forEach(each -> tally.remove(Duration.ofSeconds(each)));
        assertThat(tally.lengths()).isEqualTo(Lengths.none());
    }

    private static Map<Long, Long> counted(List<Long> there) {
        Map<Long, Long> counts = new TreeMap<>();
        there.forEach(each -> counts.merge(each, 1L, Long::sum));
        return counts;
    }

    @Test
    void parts_are_together_what_one_tally_counts() {
        Random random = new Random(7);
        LengthTally whole = new LengthTally();
        LengthTally sum = new LengthTally();
        for (int part = 0; part < 50; part++) {
            LengthTally counted = new LengthTally();
            for (int length = 0; length < part * 20; length++) {
                Duration drawn = Duration.ofSeconds((long) Math.exp(random.nextDouble() * 18));
                counted.add(drawn);
                whole.add(drawn);
            }
            sum.add(counted.lengths());
        }

        assertThat(sum.lengths()).isEqualTo(whole.lengths()).hasSameHashCodeAs(whole.lengths());
        assertThat(sum.lengths().plus(whole.lengths()).count())
                .isEqualTo(2 * whole.lengths().count());
    }

    /** The room that they take is by how many different ones are kept, and that is bounded. */
    @Test
    void a_million_different_lengths_take_no_more_room_than_is_stated() {
        LengthTally tally = new LengthTally();
        for (long length = 0; length < 1_000_000; length++) {
            tally.add(Duration.ofSeconds(length));
        }

        assertThat(tally.lengths().count()).isEqualTo(1_000_000);
        assertThat(tally.lengths().counts()).hasSize(EXACT + 90_000);
        assertThat(tally.lengths().quantile(0.05)).isEqualTo(Duration.ofSeconds(49_999));
        assertThat(tally.lengths().quantile(0.9)).isEqualTo(Duration.ofSeconds(899_990));
    }

    @Test
    void what_was_not_counted_is_not_taken_out() {
        LengthTally tally = new LengthTally();
        tally.add(Duration.ofSeconds(5));

        assertThatIllegalStateException()
                .isThrownBy(() -> tally.remove(Duration.ofSeconds(6)))
                .withMessage("there is no 6 to be taken out");
        assertThat(tally.lengths().counts()).isEqualTo(ImmutableSortedMap.of(5L, 1L));
        tally.remove(Duration.ofSeconds(5));
        assertThatIllegalStateException().isThrownBy(() -> tally.remove(Duration.ofSeconds(5)));
    }

    @Test
    void there_are_not_less_than_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lengths.of(Map.of(60L, -1L), 60))
                .withMessage("-1 of 60 s: less than none");
        assertThat(Lengths.of(Map.of(60L, 0L), 0)).isEqualTo(Lengths.none());
    }
}
