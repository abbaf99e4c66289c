package dk.sagsflow.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SingleLineTest {
    @Test
    void what_begins_a_line_or_does_something_to_it_is_a_space() {
        assertThat(SingleLine.of("help\r\nBcc: all@example.dk\u001b[2J\u009b1m\u2028next\u202etxt.exe\u2066 "))
                .isEqualTo("help Bcc: all@example.dk [2J 1m next txt.exe");
        assertThat(SingleLine.of("Rødgrød — 写真 😀")).isEqualTo("Rødgrød — 写真 😀");
    }
}
