package dk.sagsflow.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.imports.note.ImportNote;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.setting.ImportSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Helpdesks that export tables: ServiceNow and GLPI. */
class TableImportTest {
    private static final ImportSettings COPENHAGEN = ImportSettings.standard().inZone(ZoneId.of("Europe/Copenhagen"));

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_sample_of_servicenow_is_verified_and_its_scenarios_hold() throws IOException {
        PolicyImport imported = Samples.imported(PolicySource.SERVICENOW, "servicenow", ImportSettings.standard());

        Samples.holds(imported, "servicenow", folder.resolve("model"));
        assertThat(imported.notes(ImportNote.NoEqual.class))
                .extracting(ImportNote::code)
                .containsExactly(NoteCode.INACTIVE);
        assertThat(imported.notes(ImportNote.MeansOtherwise.class))
                .extracting(ImportNote::code)
                .contains(NoteCode.NOW_DAYS, NoteCode.NOW_STARTS_ANEW);
    }

    @Test
    void the_sample_of_glpi_is_verified_and_its_scenarios_hold() throws IOException {
        PolicyImport imported = Samples.imported(PolicySource.GLPI, "glpi", COPENHAGEN);

        Samples.holds(imported, "glpi", folder.resolve("model"));
        assertThat(imported.notes(ImportNote.NoEqual.class))
                .extracting(ImportNote::code)
                .containsExactlyInAnyOrder(NoteCode.GLPI_LEVEL_LEFT_OUT, NoteCode.GLPI_LEVEL_ACTION);
    }

    @Test
    void what_a_level_of_glpi_does_and_asks_is_told_but_for_reminders() {
        PolicyImport imported = PolicyImport.of(
                PolicySource.GLPI,
                ImmutableMap.of(
                        "OLA.json",
                        "[{\"id\": 1, \"name\": \"A\", \"type\": 0, \"number_time\": 1, \"definition_time\": \"hour\"}]",
                        "OlaLevel.json",
                        "[{\"id\": 2, \"olas_id\": 1, \"name\": \"Late\", \"execution_time\": 0, \"is_active\": 1}]",
                        "OlaLevelAction.json",
                        "[{\"id\": 3, \"olalevels_id\": 2, \"action_type\": \"send\", \"field\": \"recall_ola\","
                                + " \"value\": 1}, {\"id\": 4, \"olalevels_id\": 2, \"action_type\": \"assign\","
                                + " \"field\": \"priority\", \"value\": 5}]",
                        "OlaLevelCriteria.json",
                        "[{\"id\": 5, \"olalevels_id\": 2, \"criteria\": \"status\", \"condition\": 1, \"pattern\": 2}]"),
                COPENHAGEN);

        assertThat(imported.notes(ImportNote.NoEqual.class))
                .extracting(note -> note.code() + " " + note.values())
                .containsExactly(
                        "GLPI_LEVEL_ACTION [Late, assign, priority, 5]", "GLPI_LEVEL_CRITERION [Late, status]");
    }

    @Test
    void hours_without_a_zone_are_guessed_to_be_in_utc() {
        PolicyImport imported = Samples.imported(PolicySource.GLPI, "glpi", ImportSettings.standard());

        assertThat(imported.notes(ImportNote.Guessed.class))
                .extracting(ImportNote::code)
                .contains(NoteCode.ZONE);
        assertThat(imported.files().get("calendars.json")).contains("\"zone\" : \"UTC\"");
    }

    @Test
    void everything_that_is_wrong_with_tables_of_servicenow_is_said_at_once() {
        List<String> problems = problems(
                PolicySource.SERVICENOW,
                ImmutableMap.of(
                        "contract_sla.csv",
                        """
                        sys_id,name,type,duration,schedule
                        a,One,SLA,soon,
                        a,Two,Promise,1970-01-01 01:00:00,
                        b,Three,SLA,1970-01-01 00:00:00,
                        c,Four,SLA,1970-01-01 01:00:00,nowhere
                        d,Five
                        """,
                        "cmn_schedule.json",
                        "{\"result\": [{\"sys_id\": \"s\", \"name\": \"Never\", \"time_zone\": \"Europe/Atlantis\"},"
                                + " {\"sys_id\": \"t\", \"name\": \"Empty\", \"time_zone\": \"UTC\"}]}",
                        "cmn_schedule_span.xml",
                        "<unload><cmn_schedule_span><sys_id>u</sys_id>",
                        "incident.csv",
                        "number\nINC1\n"));

        assertThat(problems)
                .anyMatch(line -> line.startsWith("contract_sla.csv:2:1: contract_sla/duration")
                        && line.contains("\"soon\" is not a duration"))
                .anyMatch(
                        line -> line.startsWith("contract_sla.csv:3:1:") && line.contains("record a is there already"))
                .anyMatch(line ->
                        line.startsWith("contract_sla.csv:3:1:") && line.contains("\"Promise\" is not SLA, OLA"))
                .anyMatch(line -> line.startsWith("contract_sla.csv:4:1:") && line.contains("a duration is positive"))
                .anyMatch(line ->
                        line.startsWith("contract_sla.csv:5:1:") && line.contains("there is no schedule nowhere"))
                .anyMatch(
                        line -> line.startsWith("contract_sla.csv:6:1:") && line.contains("2 fields, the header has 5"))
                .anyMatch(line -> line.contains("\"Europe/Atlantis\" is not a time zone"))
                .anyMatch(line -> line.contains("schedule Empty has no hours"))
                .anyMatch(line -> line.startsWith("cmn_schedule_span.xml:1:") && line.contains("not XML"))
                .anyMatch(line ->
                        line.startsWith("incident.csv:1:1:") && line.contains("does not begin with that of a table"));
    }

    @Test
    void everything_that_is_wrong_with_tables_of_glpi_is_said_at_once() {
        List<String> problems = problems(
                PolicySource.GLPI,
                ImmutableMap.of(
                        "SLA.json",
                        "[{\"id\": 1, \"name\": \"A\", \"type\": 7, \"number_time\": 1, \"definition_time\":"
                                + " \"hour\"}, {\"id\": 1, \"name\": \"B\", \"type\": 0, \"number_time\": -1,"
                                + " \"definition_time\": \"hour\"}, {\"id\": 2, \"name\": \"C\", \"type\": 0,"
                                + " \"number_time\": 1, \"definition_time\": \"fortnight\"}, {\"id\": 3, \"name\": \"D\","
                                + " \"type\": 0, \"number_time\": 1, \"definition_time\": \"hour\", \"calendars_id\": 9}]",
                        "Calendar.json",
                        "[{\"id\": 4, \"name\": \"Empty\"}]",
                        "CalendarSegment.json",
                        "[{\"id\": 5, \"calendars_id\": 6, \"day\": 7, \"begin\": \"08:00:00\", \"end\":"
                                + " \"07:00:00\"}]",
                        "Calendar_Holiday.json",
                        "[{\"id\": 7, \"calendars_id\": 4, \"holidays_id\": 8}]"));

        assertThat(problems)
                .anyMatch(line -> line.contains("\"7\" is not 0, to resolve, or 1, to own"))
                .anyMatch(line -> line.contains("SLA 1 is there already"))
                .anyMatch(line -> line.contains("-1 Hours is no positive time"))
                .anyMatch(line -> line.contains("\"fortnight\" is not minute, hour, day or month"))
                .anyMatch(line -> line.contains("there is no calendar 9"))
                .anyMatch(line -> line.contains("calendar Empty has no hours"))
                .anyMatch(line -> line.contains("there is no calendar 6"))
                .anyMatch(line -> line.contains("\"7\" is not a day from 0"))
                .anyMatch(line -> line.contains("a segment ends after it begins"))
                .anyMatch(line -> line.contains("there is no holiday 8"));
    }

    @Test
    void nothing_outside_of_an_xml_file_is_read() {
        String bomb = "<!DOCTYPE unload [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>"
                + "<unload><contract_sla><sys_id>a</sys_id><name>&secret;</name></contract_sla></unload>";

        assertThat(problems(PolicySource.SERVICENOW, ImmutableMap.of("contract_sla.xml", bomb)))
                .isNotEmpty()
                .noneMatch(line -> line.contains("nothing is wrong"));
    }

    private static List<String> problems(PolicySource source, ImmutableMap<String, String> files) {
        return ZendeskImportTest.problems(source, files);
    }
}
