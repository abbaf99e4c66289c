package dk.sagsflow.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.cases.CaseEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Events as releases wrote them. A golden file is never changed: a kind or field that is added gets a new line, a change
 * that breaks a line gets a new format and a new file.
 */
class GoldenEventsTest {
    private static final Path FORMAT_1 = Path.of("src/test/resources/golden/events-format-1.jsonl");
    private final CaseEventJson json = new CaseEventJson();

    @Test
    void what_format_1_wrote_is_read_and_written_alike() throws IOException {
        assertThat(Files.readAllLines(FORMAT_1))
                .allSatisfy(line -> assertThat(json.write(json.read(line))).isEqualTo(line));
    }

    @Test
    void every_kind_of_event_has_its_line() throws IOException {
        List<Class<?>> kinds = Files.readAllLines(FORMAT_1).stream()
                .<Class<?>>map(line -> json.read(line).getClass())
                .distinct()
                .toList();

        assertThat(kinds).containsExactlyInAnyOrder(CaseEvent.class.getPermittedSubclasses());
    }

    @Test
    void an_event_of_a_newer_release_is_refused_and_never_read_in_part() throws IOException {
        String line = Files.readAllLines(FORMAT_1).get(0);

        assertThatThrownBy(() -> json.read(line.replace("\"format\":1", "\"format\":2")))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("event has format 2; this release reads 1 to 1")
                .hasMessageContaining("AMS-0000001");
        assertThatThrownBy(() -> json.read(line.replace("\"type\":\"registered\"", "\"type\":\"teleported\"")))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("teleported");
        assertThatThrownBy(() -> json.read(line.replace("\"subject\"", "\"mood\":\"good\",\"subject\"")))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("mood");
        assertThatThrownBy(() -> json.read(line.replaceAll(",\"subject\":\"[^\"]*\"", "")))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("subject");
    }

    @Test
    void what_is_no_event_is_refused() {
        assertThatThrownBy(() -> json.read("[]"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("an event is a JSON object");
        assertThatThrownBy(() -> json.read("{")).isInstanceOf(UnreadableEventException.class);
        assertThatThrownBy(() -> json.read("{\"type\":\"resumed\"}"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("format null");
    }
}
