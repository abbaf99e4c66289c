package dk.sagsflow.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDocumentTest {
    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "''              | d:1:1: the document is empty; a JSON value is required",
                "'{\"a\": }'       | d:1:7: not JSON: Unexpected character ('}' (code 125)): expected a valid value",
                "'{\"a\":1,\"a\":2}' | d:1:11: not JSON: Duplicate Object property \"a\"",
                "'{} {}'           | d:1:4: not JSON: Trailing token",
            })
    void what_is_no_json_is_one_problem_with_its_place(String text, String start) {
        assertThat(JsonDocument.read("d", text, problems)).isEmpty();

        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().get(0).describe()).startsWith(start);
    }

    @Test
    void a_pointer_escapes_what_rfc_6901_says() {
        JsonPlace root =
                JsonDocument.read("d", "{\"a/b\": {\"m~n\": 1}}", problems).orElseThrow();

        assertThat(root.at("a/b").at("m~n").text("a text")).isEmpty();
        assertThat(problems.list().get(0).describe()).isEqualTo("d:1:17: /a~1b/m~0n: 1 is not a text");
    }

    @Test
    void a_member_of_what_is_no_object_does_not_count_as_missing_as_well() {
        JsonPlace list =
                JsonDocument.read("d", "{\"a\": 3}", problems).orElseThrow().at("a");

        list.allowOnly("b");
        assertThat(list.at("b").text("a text")).isEmpty();
        assertThat(problems.list()).extracting(Problem::pointer).containsExactly("/a");
    }

    @Test
    void what_is_wrong_in_the_same_words_is_one_line_with_all_places() {
        JsonPlace root = JsonDocument.read("d", "{\"a\": \"x\", \"b\": 3, \"c\": \"x\"}", problems)
                .orElseThrow();
        for (String member : new String[] {"a", "b", "c"}) {
            assertThat(root.at(member).oneOf("calendars", Map.of("y", 1))).isEmpty();
        }

        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        invalid -> assertThat(invalid.lines())
                                .containsExactly(
                                        "d:1:7: /a: \"x\" is not one of the calendars y (also at d:1:25)",
                                        "d:1:17: /b: 3 is not one of the calendars y"));
    }

    @Test
    void what_is_wrong_is_thrown_all_at_once() {
        JsonPlace root = JsonDocument.read("d", "{\"a\": 3}", problems).orElseThrow();
        Optional<Integer> high = root.at("a").integer(4, 9);
        Optional<Boolean> flag = root.at("b").flag();

        assertThat(high.isPresent() || flag.isPresent()).isFalse();
        assertThatThrownBy(() -> problems.unlessAny(high))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessage("d:1:1: /b: missing; true or false is required\nd:1:7: /a: 3 is not a whole number from 4"
                        + " to 9");
    }
}
