package dk.sagsflow.knowledge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.json.UnreadableEventException;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Knowledge events as releases wrote them. A line is never changed: a kind or member that is added gets a new line (kinds without one
 * get theirs with {@code -Dgolden.update=true}), a change that breaks a line gets a new format and a new file.
 */
class GoldenKnowledgeEventsTest {
    private static final Path FORMAT_1 = Path.of("src/test/resources/golden/knowledge-events-format-1.jsonl");
    private static final String TOPIC_DRAFT = "\"subject\":\"article\",\"type\":\"sent-back\"";

    private final KnowledgeEventJson json = new KnowledgeEventJson();

    /** An event of somebody else's making. */
    private record Foreign(Stamp stamp) implements KnowledgeEvent {}

    private List<Class<?>> written() throws IOException {
        return Files.readAllLines(FORMAT_1).stream()
                .<Class<?>>map(line -> json.read(line).getClass())
                .distinct()
                .toList();
    }

    @Test
    void what_format_1_wrote_is_read_and_written_alike() throws IOException {
        assertThat(Files.readAllLines(FORMAT_1))
                .allSatisfy(line -> assertThat(json.write(json.read(line))).isEqualTo(line));
    }

    @Test
    void every_kind_of_event_has_its_line() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            addMissing();
        }

        assertThat(written()).containsExactlyInAnyOrderElementsOf(RandomEvents.kinds());
    }

    private void addMissing() throws IOException {
        RandomEvents events = new RandomEvents(new Random(2007));
        List<Class<?>> written = written();
        List<String> lines = RandomEvents.kinds().stream()
                .filter(kind -> !written.contains(kind))
                .map(kind -> json.write(events.event(kind)))
                .toList();
        Files.write(FORMAT_1, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    @Test
    void an_event_of_a_newer_release_is_refused_and_never_read_in_part() throws IOException {
        String line = Files.readAllLines(FORMAT_1).stream()
                .filter(each -> each.contains(TOPIC_DRAFT))
                .findFirst()
                .orElseThrow();

        refused(line.replace("\"format\":1", "\"format\":2"), "format 2; this release reads 1 to 1");
        refused(line.replace("\"format\":1", "\"format\":2"), "an event of article");
        refused(line.replace("\"format\":1,", ""), "format null");
        refused(line.replace("\"subject\":\"article\"", "\"subject\":\"telepathy\""), "telepathy", "article");
        refused(line.replace("\"type\":\"sent-back\"", "\"type\":\"teleported\""), "teleported");
        refused(line.replace("\"reason\"", "\"mood\":\"good\",\"reason\""), "mood");
        refused(line.replaceAll(",\"reason\":\"[^\"]*\"", ""), "reason");
    }

    @Test
    void what_is_no_event_is_refused() {
        refused("[]", "a knowledge event is a JSON object");
        refused("{", "cannot be read");
        refused("null", "JSON object");
    }

    @Test
    void an_event_of_somebody_elses_making_is_not_written() {
        Stamp stamp = new RandomEvents(new Random(1)).event().stamp();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.write(new Foreign(stamp)))
                .withMessageContaining("article");
    }

    private void refused(String line, String... words) {
        assertThatThrownBy(() -> json.read(line))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContainingAll(words);
    }
}
