package dk.sagsflow.benchmarks.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is measured is done. */
class DeskBenchmarkTest {
    @Test
    void every_command_is_carried_out() {
        DeskBenchmark benchmark = new DeskBenchmark(50);
        benchmark.cases();

        assertThat(benchmark.register()).isNotNull();
        assertThat(benchmark.note()).isEqualTo(50 * 3L);
        assertThat(benchmark.handOver()).isEqualTo(50 * 4L);
    }

    @Test
    void a_sweep_handles_all_that_is_due() {
        assertThat(SweepOfMany.sweep(300)).startsWith("300 cases, 4 due, 1 batches, ");
    }
}
