package dk.sagsflow.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.imports.note.ImportNote;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.setting.ImportSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZendeskImportTest {
    private static final String SCHEDULES = """
        {"schedules": [{"id": 1, "name": "Office", "time_zone": "Copenhagen",
          "intervals": [{"start_time": 1920, "end_time": 2400}]}]}\
        """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_sample_is_verified_and_its_scenarios_hold() throws IOException {
        PolicyImport imported = Samples.imported(PolicySource.ZENDESK, "zendesk", ImportSettings.standard());

        Samples.holds(imported, "zendesk", folder.resolve("model"));
    }

    @Test
    void what_is_told_has_its_place_there_and_here() {
        PolicyImport imported = Samples.imported(PolicySource.ZENDESK, "zendesk", ImportSettings.standard());

        assertThat(imported.notes(ImportNote.Mapped.class)).anySatisfy(note -> {
            assertThat(note.code()).isEqualTo(NoteCode.TARGET);
            assertThat(note.source().part()).isEqualTo("/sla_policies/0/policy_metrics/0");
            assertThat(note.source().line()).isEqualTo(14);
            assertThat(note.place().describe()).isEqualTo("agreements.json /agreements/0/targets/0");
        });
        assertThat(imported.notes(ImportNote.NoEqual.class))
                .extracting(ImportNote::code)
                .containsExactly(NoteCode.SETTING_LEFT_OUT);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        String policies = """
            {"sla_policies": [
              {"id": 5, "title": "A", "filter": {"all": [], "any": []}, "policy_metrics": [
                {"priority": "urgent", "metric": "first_replay_time", "target": 10, "business_hours": false},
                {"priority": "asap", "metric": "first_reply_time", "target": 10, "business_hours": false},
                {"priority": "low", "metric": "first_reply_time", "target": -1, "business_hours": false},
                {"priority": "high", "metric": "first_reply_time", "target": 9999999999, "business_hours": false}]},
              {"id": 5, "title": "B", "filter": {"all": [], "any": []}, "policy_metrics": []}]}\
            """;
        String schedules = """
            {"schedules": [{"id": 1, "name": "Never", "time_zone": "Copenhagen", "intervals": []},
              {"id": 2, "name": "Where", "time_zone": "Atlantis", "intervals": [{"start_time": 0, "end_time": 60}]}]}\
            """;

        assertThat(problems(ImmutableMap.of("p.json", policies, "s.json", schedules, "t.json", "{\"sla_policies\": [")))
                .hasSize(8)
                .anyMatch(line -> line.startsWith("p.json:3:") && line.contains("\"first_replay_time\" is not one of"))
                .anyMatch(line -> line.startsWith("p.json:4:") && line.contains("\"asap\" is not one of"))
                .anyMatch(
                        line -> line.startsWith("p.json:5:") && line.contains("-1 is not a positive number of minutes"))
                .anyMatch(line -> line.startsWith("p.json:6:") && line.contains("9999999999 is not a positive number"))
                .anyMatch(line -> line.startsWith("p.json:7:") && line.contains("policy 5 is there already"))
                .anyMatch(line -> line.contains("schedule Never has no hours"))
                .anyMatch(line -> line.contains("\"Atlantis\" is not a time zone"))
                .anyMatch(line -> line.startsWith("t.json:1:") && line.contains("not JSON"));
    }

    @Test
    void a_file_of_something_else_is_refused() {
        assertThat(problems(ImmutableMap.of("a.json", "{\"tickets\": []}", "b.json", "[]")))
                .hasSize(2)
                .allMatch(line -> line.contains("no answer of Zendesk that is read here"));
    }

    @Test
    void a_page_of_several_is_refused() {
        assertThat(problems(ImmutableMap.of(
                        "a.json", "{\"sla_policies\": [], \"next_page\": \"https://harbour.example/2\"}")))
                .anyMatch(line -> line.contains("there are more pages"));
    }

    @Test
    void business_hours_need_a_schedule() {
        assertThat(problems(ImmutableMap.of("a.json", policy("{\"all\": [], \"any\": []}", true))))
                .singleElement()
                .asString()
                .contains("no schedule was given");
    }

    @Test
    void holidays_of_nobody_are_refused() {
        String two = SCHEDULES.replace(
                "]}]}",
                "]}, {\"id\": 2, \"name\": \"Shop\", \"time_zone\": \"UTC\","
                        + " \"intervals\": [{\"start_time\": 0, \"end_time\": 60}]}]}");

        assertThat(problems(ImmutableMap.of(
                        "p.json", policy("{}", true), "s.json", two, "holidays.json", "{\"holidays\": []}")))
                .singleElement()
                .asString()
                .contains("nothing says whose holidays these are");
    }

    @Test
    void a_policy_behind_one_for_every_ticket_never_applies() {
        String policies = policy("{}", false)
                .replace(
                        "]}]}",
                        "]}, {\"id\": 2, \"title\": \"Late\", \"filter\": {}, \"policy_metrics\": [{\"priority\":"
                                + " \"low\", \"metric\": \"first_reply_time\", \"target\": 1, \"business_hours\":"
                                + " false}]}]}");

        PolicyImport imported =
                PolicyImport.of(PolicySource.ZENDESK, ImmutableMap.of("p.json", policies), ImportSettings.standard());

        assertThat(imported.notes(ImportNote.NoEqual.class))
                .extracting(ImportNote::code)
                .containsExactly(NoteCode.NEVER_APPLIES);
        assertThat(imported.model().model().agreements().all()).hasSize(1);
    }

    @Test
    void what_cannot_be_asked_is_a_field_to_fill_in() {
        String filter = "{\"all\": [{\"field\": \"current_tags\", \"operator\": \"includes\", \"value\": \"vip gold\"},"
                + " {\"field\": \"brand_id\", \"operator\": \"is_not\", \"value\": 7},"
                + " {\"field\": \"requester_id\", \"operator\": \"present\", \"value\": null}], \"any\": []}";

        PolicyImport imported = PolicyImport.of(
                PolicySource.ZENDESK, ImmutableMap.of("p.json", policy(filter, false)), ImportSettings.standard());

        assertThat(imported.files().get("organisation.json"))
                .contains("\"tag-vip\"", "\"tag-gold\"", "\"zendesk-brand-id\"", "\"requester-id-present\"");
        assertThat(imported.notes(ImportNote.Guessed.class))
                .extracting(ImportNote::code)
                .contains(NoteCode.FLAG, NoteCode.FIELD);
    }

    @Test
    void nothing_is_written_over() throws IOException {
        PolicyImport imported = Samples.imported(PolicySource.ZENDESK, "zendesk", ImportSettings.standard());
        imported.write(folder.resolve("model"));

        assertThatThrownBy(() -> imported.write(folder.resolve("model")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not empty");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    private static String policy(String filter, boolean business) {
        return "{\"sla_policies\": [{\"id\": 1, \"title\": \"One\", \"filter\": " + filter + ", \"policy_metrics\": ["
                + "{\"priority\": \"low\", \"metric\": \"first_reply_time\", \"target\": 60, \"business_hours\": "
                + business + "}]}]}";
    }

    static List<String> problems(ImmutableMap<String, String> files) {
        return problems(PolicySource.ZENDESK, files);
    }

    static List<String> problems(PolicySource source, ImmutableMap<String, String> files) {
        try {
            PolicyImport imported = PolicyImport.of(source, files, ImportSettings.standard());
            return List.of("nothing is wrong: " + imported.files().keySet());
        } catch (InvalidDocumentException wrong) {
            return wrong.problems().stream().map(problem -> problem.describe()).toList();
        }
    }
}
