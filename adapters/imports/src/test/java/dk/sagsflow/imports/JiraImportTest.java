package dk.sagsflow.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.imports.note.ImportNote;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.setting.ImportSettings;
import java.io.IOException;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

class JiraImportTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void the_sample_is_verified_and_its_scenarios_hold() throws IOException {
        PolicyImport imported = Samples.imported(PolicySource.JIRA, "jira", ImportSettings.standard());

        Samples.holds(imported, "jira", folder.resolve("model"));
        assertThat(imported.notes(ImportNote.NoEqual.class))
                .extracting(ImportNote::code)
                .containsExactly(NoteCode.JIRA_METRIC_LEFT_OUT);
        assertThat(imported.files().get("agreements.json")).contains("NEW_CYCLE", "CONTINUE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        priority = Highest                                    | "priority" : "P1"
        Priority in (Low, 'Lowest')                           | "priority" : [ "P4", "P5" ]
        issuetype != "Service Request"                        | "not" : {
        NOT (priority = High OR priority = Low)               | "not" : {
        labels = a AND labels = b                             | "jira-labels"
        text ~ "crane"                                        | "text-crane" : true
        created > -1d                                         | "created-1d" : true
        """)
    void queries_become_conditions(String query, String expected) {
        assertThat(imported(query).files().get("agreements.json")).contains(expected);
    }

    @Property(tries = 300)
    void whatever_is_asked_is_read_without_errors(
            @ForAll
                    @StringLength(max = 40)
                    @Chars({'a', 'n', 'd', 'o', 'r', 'i', ' ', '(', ')', '=', '!', ',', '"', '\\'})
                    String query) {
        assertThat(imported(query).model().model().agreements().all()).hasSize(1);
    }

    private static PolicyImport imported(String query) {
        String goal = "{\"jqlQuery\": " + JsonNodeFactory.instance.stringNode(query) + ", \"duration\": 60000}";
        return PolicyImport.of(
                PolicySource.JIRA,
                ImmutableMap.of(
                        "sla.json",
                        "{\"timeMetrics\": [{\"id\": 1, \"name\": \"One\", \"start\": [\"Issue Created\"],"
                                + " \"stop\": [\"Resolution: Set\"], \"goals\": [" + goal + "]}]}"),
                ImportSettings.standard());
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        String metrics = """
            {"timeMetrics": [
              {"id": 1, "name": "A", "start": ["Issue Created"], "stop": ["Resolution: Set"], "goals": []},
              {"id": 1, "name": "B", "start": ["Issue Created"], "stop": ["Resolution: Set"], "goals": [
                {"jqlQuery": "", "duration": 0, "calendarId": 9}]}]}\
            """;
        String calendars = """
            {"calendars": [
              {"id": 1, "name": "Never", "timeZone": "UTC", "workingTimes": []},
              {"id": 2, "name": "Back", "timeZone": "Moon", "workingTimes": [
                {"weekday": "MONDAY", "start": 36000000, "end": 28800000}]}]}\
            """;

        assertThat(ZendeskImportTest.problems(
                        PolicySource.JIRA,
                        ImmutableMap.of("a.json", metrics, "b.json", calendars, "c.json", "{\"issues\": []}")))
                .anyMatch(line -> line.startsWith("a.json:2:") && line.contains("empty; an array of goals"))
                .anyMatch(line -> line.startsWith("a.json:3:") && line.contains("metric 1 is there already"))
                .anyMatch(line -> line.startsWith("a.json:4:") && line.contains("0 is not a positive number"))
                .anyMatch(line -> line.startsWith("a.json:4:") && line.contains("there is no calendar 9"))
                .anyMatch(line -> line.contains("calendar Never has no hours"))
                .anyMatch(line -> line.contains("\"Moon\" is not a time zone"))
                .anyMatch(line -> line.startsWith("c.json:1:") && line.contains("nothing of Jira"));
    }
}
