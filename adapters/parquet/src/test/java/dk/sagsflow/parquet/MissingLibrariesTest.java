package dk.sagsflow.parquet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.absent.ClassPathWithout;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A driver that the host left out is a sentence that names what to add. */
class MissingLibrariesTest {
    @Test
    void an_export_names_the_driver_to_add() throws Exception {
        try (ClassPathWithout host = new ClassPathWithout("org.duckdb.")) {
            assertThatThrownBy(() -> host.call(Export.class))
                    .matches(thrown -> thrown.getClass().getSimpleName().equals("MissingLibraryException"))
                    .hasMessageContaining("org.duckdb:duckdb_jdbc")
                    .hasMessageContaining("add that dependency");
        }
    }

    /** Begins an export. */
    public static final class Export implements Callable<Object> {
        @Override
        public Object call() {
            return ParquetExport.into(Path.of("target", "nothing"));
        }
    }
}
