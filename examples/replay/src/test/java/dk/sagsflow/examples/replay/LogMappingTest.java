package dk.sagsflow.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogMappingTest {

    private static final String SMALLEST = """
            {"name": "small",
             "columns": {"case": "id", "time": "at", "group": "team", "status": "state"},
             "time": {"format": "iso-offset"},
             "tiers": [{"id": "1", "name": "First", "groups": "."}],
             "contactTier": "1",
             "statuses": {"open": {"is": "working"}}}
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_smallest_mapping_has_the_defaults() {
        LogMapping mapping = LogMapping.read(file(SMALLEST));

        assertThat(mapping.delimiter()).isEqualTo(',');
        assertThat(mapping.encoding()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(mapping.missing()).containsExactly("");
        assertThat(mapping.columns().status()).containsExactly("state");
        assertThat(mapping.columns().actor()).isEmpty();
        assertThat(mapping.impacts()).isEmpty();
        assertThat(mapping.limits()).isEmpty();
    }

    @Test
    void a_full_mapping_is_read() {
        LogMapping mapping = LogMapping.read(file("""
                {"name": "full", "delimiter": "\\t", "encoding": "ISO-8859-1", "missing": ["?", ""],
                 "columns": {"case": "id", "time": "at", "group": "team", "actor": "who", "status": ["a", "b"],
                             "impact": "impact", "system": "ci"},
                 "time": {"format": "d/M/yyyy HH:mm", "zone": "Europe/Copenhagen"},
                 "tiers": [{"id": "2", "name": "Second", "groups": "2nd"}, {"id": "1", "name": "First", "groups": "."}],
                 "contactTier": "1",
                 "statuses": {"Wait / *": {"is": "waiting", "for": "DATE"},
                              "Wait / Vendor *": {"is": "queued"},
                              "Wait / Vendor / *": {"is": "waiting", "for": "SUPPLIER"},
                              "Wait / Over": {"is": "closed"},
                              "-100": {"is": "unusable", "because": "no state"}},
                 "impacts": {"2 - Medium": "MEDIUM"},
                 "limits": {"2": {"limit": "PT8H", "pausedBy": ["CUSTOMER", "SUPPLIER"]}}}
                """));

        assertThat(mapping.delimiter()).isEqualTo('\t');
        assertThat(mapping.encoding()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(mapping.tierOf("net 2nd")).map(LogMapping.Tier::id).hasValue("2");
        assertThat(mapping.tierOf("net")).map(LogMapping.Tier::id).hasValue("1");
        assertThat(mapping.impacts()).containsEntry("2 - Medium", LoggedImpact.MEDIUM);
        assertThat(mapping.limits().values()).allSatisfy(limit -> {
            assertThat(limit.limit()).isEqualTo(Duration.ofHours(8));
            assertThat(limit.pausedBy()).containsExactly(RowState.Reason.CUSTOMER, RowState.Reason.SUPPLIER);
        });
        StatusTable statuses = mapping.statuses();
        assertThat(statuses.meaningOf("Wait / Parts")).hasValue(waiting(RowState.Reason.DATE));
        assertThat(statuses.meaningOf("Wait / Vendor / X")).hasValue(waiting(RowState.Reason.SUPPLIER));
        assertThat(statuses.meaningOf("Wait / Over")).hasValue(new StatusTable.Meaning.State(new RowState.Closed()));
        assertThat(statuses.meaningOf("-100")).hasValue(new StatusTable.Meaning.Unusable("no state"));
        assertThat(statuses.meaningOf("Wait")).isEmpty();
    }

    @Test
    void every_error_is_reported_at_once_with_its_pointer() {
        Path file = file("""
                {"delimiter": ";;", "encoding": "UTF-99", "colour": 1,
                 "columns": {"case": "id", "group": 5, "status": [], "team": "x", "impact": "impact"},
                 "time": {"format": "d/M/yyyy", "zone": "Mars/Base"},
                 "missing": 3,
                 "tiers": [{"id": "1", "name": "First", "groups": "("}, {"id": "1", "name": "Again", "groups": "x"}, 7],
                 "contactTier": "9",
                 "statuses": {"a / b": {"is": "waiting"}, "c": {"is": "asleep"}, "d": {"is": "queued", "for": "DATE"},
                              "e": "working", "f": {"is": "waiting", "for": "GODOT"}, "g": {"is": "unusable"}},
                 "limits": {"4": {"limit": "8 hours"}, "1": {"limit": "PT0S", "pausedBy": ["MOON"]}}}
                """);

        assertThat(messages(file))
                .containsExactly(
                        file
                                + ": /colour: unknown; allowed are name, delimiter, encoding, columns, time, missing, tiers,"
                                + " contactTier, statuses, impacts, limits",
                        file + ": /name: missing; a name is required",
                        file + ": /delimiter: \";;\" is not one character other than a quote or a line end",
                        file + ": /encoding: \"UTF-99\" is not a known encoding, as UTF-8",
                        file + ": /columns/team: unknown; allowed are case, time, group, actor, status, impact, system",
                        file + ": /columns/time: missing; a column name is required",
                        file + ": /columns/group: 5 is not a column name",
                        file + ": /columns/status: empty; at least one column name is required",
                        file + ": /time/zone: \"Mars/Base\" is not a known time zone, as Europe/Copenhagen",
                        file
                                + ": /time/format: \"d/M/yyyy\" is not a usable pattern: d/M/yyyy does not give a date and a"
                                + " time of day",
                        file + ": /missing: 3 is not a text or an array of texts",
                        file + ": /tiers/0/groups: \"(\" is not a regular expression: Unclosed group near index 1",
                        file + ": /tiers/1/id: \"1\" is used by an earlier tier",
                        file + ": /tiers/2: 7 is not an object",
                        file + ": /contactTier: \"9\" is not the id of a tier; there are 1",
                        file
                                + ": /statuses/a ~1 b/for: missing; one of CUSTOMER, SUPPLIER, CHANGE, OTHER, DATE is required",
                        file + ": /statuses/c/is: \"asleep\" is not one of queued, working, waiting, answered, closed,"
                                + " unknown, unusable",
                        file + ": /statuses/d/for: unknown; allowed are is",
                        file + ": /statuses/e: \"working\" is not an object",
                        file + ": /statuses/f/for: \"GODOT\" is not one of CUSTOMER, SUPPLIER, CHANGE, OTHER, DATE",
                        file + ": /statuses/g/because: missing; a reason is required",
                        file + ": /impacts: missing; an object from impact value to LOW, MEDIUM, HIGH or MAJOR is"
                                + " required",
                        file + ": /limits/4: \"4\" is not the id of a tier; there are 1",
                        file + ": /limits/4/limit: \"8 hours\" is not an ISO 8601 duration, as PT8H",
                        file + ": /limits/1/limit: \"PT0S\" is not a positive duration",
                        file
                                + ": /limits/1/pausedBy/0: \"MOON\" is not one of CUSTOMER, SUPPLIER, CHANGE, OTHER, DATE");
    }

    @Test
    void an_empty_object_lacks_everything_that_is_required() {
        Path file = file("{}");

        assertThat(messages(file))
                .contains(
                        file + ": /columns/case: missing; a column name is required",
                        file + ": /time/format: missing; \"iso-offset\" or a pattern as d/M/yyyy HH:mm is required",
                        file + ": /tiers: missing; an array of tiers is required",
                        file + ": /statuses: missing; an object from status to meaning is required");
    }

    @Test
    void malformed_json_gives_line_and_column() {
        Path file = file("{\n  \"name\": \"x\",,\n}");

        assertThat(messages(file)).singleElement().asString().startsWith(file + ": line 2, column 15: not JSON: ");
    }

    @Test
    void json_that_ends_early_has_a_trailer_or_says_a_key_twice_is_malformed() {
        assertThat(messages(file("{\"name\": \"x\"")))
                .singleElement()
                .asString()
                .contains(": line 1, column ", "not JSON");
        assertThat(messages(file(SMALLEST + "{}"))).singleElement().asString().contains("not JSON");
        assertThat(messages(file("{\"name\": \"x\", \"name\": \"y\"}")))
                .singleElement()
                .asString()
                .contains(": line 1, column ", "name");
    }

    @Test
    void a_file_that_is_no_mapping_is_named() {
        assertThat(messages(file(""))).singleElement().asString().endsWith(": the file is empty, 0 bytes");
        assertThat(messages(file(" ")))
                .singleElement()
                .asString()
                .endsWith(": not a JSON object; a mapping is required");
        assertThat(messages(file("[]")))
                .singleElement()
                .asString()
                .endsWith(": not a JSON object; a mapping is required");
        assertThat(messages(folder)).containsExactly(folder + ": is a directory, a JSON file is needed");
        assertThat(messages(folder.resolve("none.json")))
                .containsExactly(folder.resolve("none.json") + ": no such file");
    }

    private static StatusTable.Meaning waiting(RowState.Reason reason) {
        return new StatusTable.Meaning.State(new RowState.Waiting(reason));
    }

    private static ImmutableList<String> messages(Path file) {
        UnusableInputException thrown = catchThrowableOfType(UnusableInputException.class, () -> LogMapping.read(file));
        assertThat(thrown).as("what reading %s throws", file).isNotNull();
        return thrown.messages();
    }

    private Path file(String content) {
        try {
            return Files.writeString(folder.resolve("mapping.json"), content);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
