package dk.sagsflow.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.statistics.Figure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldOfManyTest {
    @Test
    void the_fold_the_bare_loop_and_the_engine_count_the_same(@TempDir Path folder) throws Exception {
        var folded = FoldOfMany.fold(1_000).counted();
        BareCounts bare = new BareCounts(folded.breakdown().zone());
        long events = 0;
        for (int number = 0; number < 1_000; number++) {
            events += bare.add(number);
        }
        FoldOfMany.export(1_000, folder.resolve("out"));

        assertThat(FoldOfMany.ask(folder.resolve("out"), folded)).contains("by " + bare.places() + " groups");
        assertThat(FoldOfMany.fold(1_000).events()).isEqualTo(events);
        assertThat(folded.of(Figure.REGISTERED).count()).isEqualTo(1_000);
    }
}
