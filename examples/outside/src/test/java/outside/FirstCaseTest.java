package outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FirstCaseTest {
    @Test
    void a_case_is_registered_at_a_desk_of_a_model() {
        assertThat(FirstCase.in(Path.of("../models/ams"))).contains("C-0000001 is ", " clocks");
    }
}
