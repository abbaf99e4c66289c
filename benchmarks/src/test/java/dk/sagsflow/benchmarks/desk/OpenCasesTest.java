package dk.sagsflow.benchmarks.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.Clocks;
import org.junit.jupiter.api.Test;

class OpenCasesTest {
    private final OpenCases cases = new OpenCases();
    private final Clocks clocks = OpenCases.clocks();

    @Test
    void have_20_events_and_17_clocks() {
        for (int i = 0; i < 100; i++) {
            CaseHistory history = cases.history();

            assertThat(history.events()).hasSize(20);
            assertThat(history.latest().changedAt()).isBefore(OpenCases.NOW);
            assertThat(history.latest().working()).isPresent();
            assertThat(clocks.read(history, OpenCases.NOW).size()).isEqualTo(17);
        }
    }
}
