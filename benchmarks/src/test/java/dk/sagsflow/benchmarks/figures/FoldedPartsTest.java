package dk.sagsflow.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FoldedPartsTest {
    private static final int THREADS = 3;
    private static final int PARTS = 500;
    private static final int CASES_IN_PART = 2;
    private static final Breakdown BY_TIER =
            Breakdown.of(PeriodLength.MONTH, ZoneId.of("Europe/Copenhagen"), Dimension.TIER);

    @Test
    void no_more_parts_are_held_than_threads_work_on_however_many_there_are() throws Exception {
        FoldedParts parts = new FoldedParts(BY_TIER);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> work = new ArrayList<>();
        for (long part = 0; part < PARTS; part++) {
            long first = part * CASES_IN_PART;
            work.add(threads.submit(() -> fold(parts, first)));
        }
        for (Future<?> done : work) {
            assertThat(done.get()).isNull();
        }
        threads.shutdown();

        assertThat(parts.begun()).isEqualTo(PARTS);
        assertThat(parts.mostAtOnce()).isBetween(1, THREADS);
        assertThat(parts.together()).isEqualTo(inOnePass());
    }

    private static void fold(FoldedParts parts, long first) {
        FoldedParts.Part part = parts.begin();
        LongStream.range(first, first + CASES_IN_PART)
                .mapToObj(SyntheticCases::events)
                .forEach(part::add);
        part.end();
    }

    private static CaseStatistics inOnePass() {
        return CaseStatistics.of(
                BY_TIER,
                LongStream.range(0, (long) PARTS * CASES_IN_PART)
                        .mapToObj(number -> CaseTimeline.of(SyntheticCases.events(number)))
                        .collect(ImmutableList.toImmutableList()));
    }
}
