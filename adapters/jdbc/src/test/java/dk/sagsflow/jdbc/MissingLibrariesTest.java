package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.absent.ClassPathWithout;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A driver that the host left out is a sentence that names what to add. */
class MissingLibrariesTest {
    @Test
    void a_store_in_a_file_names_the_driver_to_add() throws Exception {
        try (ClassPathWithout host = new ClassPathWithout("org.h2.")) {
            assertThatThrownBy(() -> host.call(InFile.class))
                    .matches(thrown -> thrown.getClass().getSimpleName().equals("MissingLibraryException"))
                    .hasMessageContaining("com.h2database:h2")
                    .hasMessageContaining("add that dependency");
        }
    }

    /** Opens a file. */
    public static final class InFile implements Callable<Object> {
        @Override
        public Object call() {
            return SagsflowStore.inFile(Path.of("target", "nothing"));
        }
    }
}
