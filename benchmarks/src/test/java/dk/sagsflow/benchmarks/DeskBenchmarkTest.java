package dk.sagsflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is measured is done. */
class DeskBenchmarkTest {
    @Test
    void every_command_is_carried_out() {
        DeskBenchmark benchmark = new DeskBenchmark();
        benchmark.cases();

        assertThat(benchmark.register()).isNotNull();
        assertThat(benchmark.note()).isEqualTo(DeskBenchmark.CASES * 3L);
        assertThat(benchmark.handOver()).isEqualTo(DeskBenchmark.CASES * 4L);
    }

    @Test
    void a_sweep_handles_all_that_is_due() {
        assertThat(SweepOfMany.sweep(2_000)).startsWith("2,000 cases, 21 due, 1 batches, ");
    }
}
