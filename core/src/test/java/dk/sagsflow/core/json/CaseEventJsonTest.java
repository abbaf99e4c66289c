package dk.sagsflow.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.conversation.Channel;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is nearly an event: read exactly, or refused with the reason, never read as something else. */
class CaseEventJsonTest {
    private static final String NOTE = """
            {"format":1,"type":"note-added","header":{"caseNumber":"C-1","sequence":2,"actor":"karen",\
            "side":"ORGANISATION","occurredAt":"2007-08-01T08:00:00Z","recordedAt":"2007-08-01T08:00:01Z",\
            "channel":"mail","correlation":null},"visibility":"INTERNAL","text":"a note"}""";
    private final CaseEventJson json = new CaseEventJson();

    @Test
    void an_event_is_read_whatever_the_order_of_its_keys() {
        String shuffled = """
                {"text": "a note", "visibility": "INTERNAL", "type": "note-added", "format": 1,
                 "header": {"correlation": null, "channel": "mail", "recordedAt": "2007-08-01T08:00:01Z",
                   "actor": "karen", "occurredAt": "2007-08-01T08:00:00Z", "sequence": 2, "side": "ORGANISATION",
                   "caseNumber": "C-1"}}""";

        assertThat(json.read(shuffled)).isEqualTo(json.read(NOTE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "\"note-added\"",
                "{}",
                "{\"format\":1}",
                "{\"format\":1,\"type\":null}",
                "\u0000",
            })
    void what_is_no_event_is_refused(String text) {
        assertThatThrownBy(() -> json.read(text))
                .isInstanceOf(UnreadableEventException.class)
                .message()
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"INTERNAL\" -> 1",
                "\"INTERNAL\" -> \"1\"",
                "\"INTERNAL\" -> \"internal\"",
                "\"INTERNAL\" -> \"\"",
                "\"INTERNAL\" -> null",
                "\"INTERNAL\" -> \"SECRET\"",
                "\"a note\" -> null",
                "\"a note\" -> 7",
                "\"a note\" -> [\"a note\"]",
                "\"sequence\":2 -> \"sequence\":0",
                "\"sequence\":2 -> \"sequence\":2.7",
                "\"sequence\":2 -> \"sequence\":\"2\"",
                "\"sequence\":2 -> \"sequence\":null",
                "\"sequence\":2 -> \"sequence\":99999999999999999999",
                "\"sequence\":2, -> ",
                "\"2007-08-01T08:00:00Z\" -> \"2007-08-01T08:00:00\"",
                "\"2007-08-01T08:00:00Z\" -> \"\"",
                "\"2007-08-01T08:00:00Z\" -> \"yesterday\"",
                "\"2007-08-01T08:00:00Z\" -> \"2007-08-01T08:00:02Z\"",
                "\"ORGANISATION\" -> \"organisation\"",
                "\"ORGANISATION\" -> null",
                "\"side\":\"ORGANISATION\", -> ",
                "\"mail\" -> \"\"",
                "\"mail\" -> null",
                "\"karen\" -> \" karen \"",
                "\"karen\" -> \"\"",
                "\"C-1\" -> null",
                "\"C-1\" -> 1",
                "\"format\":1 -> \"format\":\"1\"",
                "\"format\":1 -> \"format\":0",
                "\"format\":1 -> \"format\":-1",
                "\"format\":1 -> \"format\":1.5",
                "\"format\":1 -> \"format\":4294967297",
                "\"format\":1, -> ",
                "\"a note\"} -> \"a note\"} {}",
                "\"a note\"} -> \"a note\"",
                "\"text\": -> \"text\":\"another\",\"text\":",
                "\"text\": -> \"Text\":",
                "\"actor\" -> \"mood\":\"good\",\"actor\"",
            })
    void what_nearly_is_one_is_refused_and_not_guessed_at(String change) {
        String[] parts = change.split(" -> ", 2);
        String nearly = NOTE.replace(parts[0], parts[1]);

        assertThat(nearly).isNotEqualTo(NOTE);
        assertThatThrownBy(() -> json.read(nearly))
                .isInstanceOf(UnreadableEventException.class)
                .message()
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "æøå ÆØÅ €",
                "\"quoted\" \\ back\\slash / slash",
                "two\r\nlines\tand a tab",
                "\u0000\u001f\u2028\u2029",
                "\uD83D\uDE00",
                "\uD83D lone surrogate",
                "",
                "{\"format\":2}",
            })
    void any_text_survives(String text) {
        CaseEvent event = new CaseEvent.NoteAdded(
                EventHeader.builder()
                        .caseNumber(CaseNumber.of("C-1"))
                        .sequence(Long.MAX_VALUE)
                        .actor(ActorId.of("æ \"ø\""))
                        .side(Side.CUSTOMER)
                        .occurredAt(Instant.parse("2007-08-01T08:00:00.000001Z"))
                        .recordedAt(Instant.parse("2007-08-01T08:00:01Z"))
                        .channel(Channel.adapter("jira"))
                        .correlation(text)
                        .build(),
                Visibility.CUSTOMER,
                text);

        assertThat(json.read(json.write(event))).isEqualTo(event);
        assertThat(json.write(event)).doesNotContain("\n", "\r");
    }
}
