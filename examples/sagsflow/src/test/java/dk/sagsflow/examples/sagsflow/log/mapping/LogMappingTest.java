package dk.sagsflow.examples.sagsflow.log.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.examples.sagsflow.log.file.LogFormat;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
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

        assertThat(mapping.format()).isEqualTo(LogFormat.unknown());
        assertThat(mapping.missing()).containsExactly("");
        assertThat(mapping.columns().status()).containsExactly("state");
        assertThat(mapping.columns().name(Column.ACTOR)).isEmpty();
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

        assertThat(mapping.format().delimiter()).hasValue('\t');
        assertThat(mapping.format().encoding()).hasValue(StandardCharsets.ISO_8859_1);
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
                 "time": {"format": "d/M HH:mm", "zone": "Mars/Base"},
                 "missing": 3,
                 "tiers": [{"id": "1", "name": "First", "groups": "("}, {"id": "1", "name": "Again", "groups": "x"}, 7],
                 "contactTier": "9",
                 "statuses": {"a / b": {"is": "waiting"}, "c": {"is": "asleep"}, "d": {"is": "queued", "for": "DATE"},
                              "e": "working", "f": {"is": "waiting", "for": "GODOT"}, "g": {"is": "unusable"}},
                 "limits": {"4": {"limit": "8 hours"}, "1": {"limit": "PT0S", "pausedBy": ["MOON"]}}}
                """);

        assertThat(messages(file))
                .containsExactlyElementsOf(
                        """
                        1:1: /name: missing; a name is required
                        1:1: /impacts: missing; an object is required
                        1:15: /delimiter: ";;" is not one character other than a quote or a line end
                        1:33: /encoding: "UTF-99" is not a known encoding, as UTF-8
                        1:53: /colour: unknown; allowed are name, delimiter, encoding, root, records, columns, caseColumns, keeps, changes, moments, time, missing, tiers, contactTier, noGroup, statuses, impacts, priorities, verdicts, limits
                        2:13: /columns/time: missing; a column name is required
                        2:37: /columns/group: 5 is not a column name
                        2:50: /columns/status: empty; an array of column names with at least one element is required
                        2:62: /columns/team: unknown; allowed are case, time, group, actor, status, impact, priority, system, type
                        3:21: /time/format: d/M HH:mm does not give a date
                        3:42: /time/zone: "Mars/Base" is not a known time zone, as Europe/Copenhagen
                        4:13: /missing: 3 is not a text or an array of texts
                        5:51: /tiers/0/groups: Unclosed group near index 1 (
                        5:64: /tiers/1/id: there is a tier "1" already; names are given once
                        5:102: /tiers/2: 7 is not an object
                        6:17: /contactTier: "9" is not one of the tiers 1
                        7:24: /statuses/a ~1 b/for: missing; one of the values CUSTOMER, SUPPLIER, CHANGE, OTHER, DATE is required
                        7:55: /statuses/c/is: "asleep" is not one of the meanings queued, working, waiting, answered, closed, cancelled, unknown, unusable
                        7:95: /statuses/d/for: unknown; allowed are is
                        8:20: /statuses/e: "working" is not an object
                        8:61: /statuses/f/for: "GODOT" is not one of the values CUSTOMER, SUPPLIER, CHANGE, OTHER, DATE
                        8:76: /statuses/g/because: missing; a reason is required
                        9:18: /limits/4: not one of the tiers 1
                        9:28: /limits/4/limit: "8 hours" is not a positive ISO 8601 duration, as PT8H
                        9:55: /limits/1/limit: "PT0S" is not a positive ISO 8601 duration, as PT8H
                        9:76: /limits/1/pausedBy/0: "MOON" is not one of the values CUSTOMER, SUPPLIER, CHANGE, OTHER, DATE
                        """.lines().map(line -> file + ":" + line).toList());
    }

    @Test
    void an_empty_object_lacks_everything_that_is_required() {
        Path file = file("{}");

        assertThat(messages(file))
                .containsExactly(
                        file + ":1:1: /name: missing; a name is required",
                        file + ":1:1: /columns: missing; an object is required",
                        file + ":1:1: /time: missing; an object is required",
                        file + ":1:1: /tiers: missing; an array of tiers is required",
                        file + ":1:1: /contactTier: missing; one of the tiers, of which there are none is required",
                        file + ":1:1: /statuses: missing; an object is required");
    }

    @Test
    void every_key_stands_in_the_page_of_mappings() throws IOException {
        String page = Files.readString(Path.of("../../docs/mappings.md"));

        assertThat(MappingReader.members())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }

    @Test
    void malformed_json_gives_line_and_column() {
        Path file = file("{\n  \"name\": \"x\",,\n}");

        assertThat(messages(file)).singleElement().asString().startsWith(file + ":2:15: not JSON: ");
    }

    @Test
    void json_that_ends_early_has_a_trailer_or_says_a_key_twice_is_malformed() {
        assertThat(messages(file("{\"name\": \"x\"")))
                .singleElement()
                .asString()
                .endsWith(":1:13: not JSON: Unexpected end-of-input: expected close marker for Object");
        assertThat(messages(file(SMALLEST + "{}"))).singleElement().asString().contains("not JSON");
        assertThat(messages(file("{\"name\": \"x\", \"name\": \"y\"}")))
                .singleElement()
                .asString()
                .contains(":1:21: not JSON: Duplicate", "name");
    }

    @Test
    void a_file_that_is_no_mapping_is_named() {
        assertThat(messages(file("")))
                .singleElement()
                .asString()
                .endsWith(":1:1: the document is empty; a JSON value is required");
        assertThat(messages(file(" ")))
                .singleElement()
                .asString()
                .endsWith(":1:1: the document is empty; a JSON value is required");
        assertThat(messages(file("[]"))).singleElement().asString().endsWith(":1:1: [] is not an object");
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
