package dk.sagsflow.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.imports.note.ImportNote;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.setting.ImportSettings;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.ReopeningPolicy;
import dk.sagsflow.sla.agreement.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands there, and what it is here, row by row of the tables of the page. */
class MappingRowsTest {
    private static final ImportSettings COPENHAGEN = ImportSettings.standard().inZone(ZoneId.of("Europe/Copenhagen"));

    /** A target in a line: what it measures, from where, until where, and what stops its clock meanwhile. */
    private static String words(Target target) {
        return target.measure()
                + names(" from ", target.span().startedBy())
                + names(" until ", target.span().stoppedBy())
                + target.span().pausedBetween().stream()
                        .map(pause -> names(" but", pause.from()) + names(" to", pause.until()))
                        .collect(Collectors.joining())
                + (target.pausedBy().isEmpty()
                        ? ""
                        : target.pausedBy().stream()
                                .map(Enum::name)
                                .sorted()
                                .collect(Collectors.joining(" ", " pausedBy ", "")));
    }

    private static String names(String before, Iterable<EventKind> kinds) {
        String names = ImmutableList.copyOf(kinds).stream()
                .map(EventKind::typeName)
                .sorted()
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? "" : before.stripTrailing() + " " + names;
    }

    private static ImmutableList<Agreement> agreements(PolicyImport imported) {
        return imported.model().model().agreements().all();
    }

    private static Target only(PolicyImport imported) {
        assertThat(agreements(imported)).hasSize(1);
        assertThat(agreements(imported).get(0).targets()).hasSize(1);
        return agreements(imported).get(0).targets().get(0);
    }

    private static PolicyImport zendesk(String kind, String metric) {
        return PolicyImport.of(
                PolicySource.ZENDESK,
                ImmutableMap.of(
                        "p.json",
                        "{\"" + kind + "\": [{\"id\": 1, \"title\": \"One\", \"filter\": {\"all\": [], \"any\": []},"
                                + " \"policy_metrics\": [{\"priority\": \"low\", \"metric\": \"" + metric
                                + "\", \"target\": 60, \"target_in_seconds\": 90, \"business_hours\": false}]}]}"),
                ImportSettings.standard());
    }

    @ParameterizedTest
    @CsvSource({
        "first_reply_time, FIRST_RESPONSE",
        "next_reply_time, NEXT_RESPONSE",
        "requester_wait_time, RESOLUTION pausedBy CUSTOMER",
        "agent_work_time, RESOLUTION but put-on-hold to resumed",
        "total_resolution_time, RESOLUTION from registered",
        "periodic_update_time, UPDATE_INTERVAL from registered",
        "pausable_update_time, UPDATE_INTERVAL pausedBy CUSTOMER"
    })
    void what_zendesk_measures(String metric, String here) {
        Target target = only(zendesk("sla_policies", metric));

        assertThat(words(target)).isEqualTo(here);
        assertThat(target.budget()).isEqualTo(Budget.of(Duration.ofSeconds(90)));
        assertThat(target.appliesTo().describe()).contains("P4");
    }

    @Test
    void what_groups_of_zendesk_own() {
        PolicyImport imported = zendesk("group_sla_policies", "group_ownership_time");

        assertThat(words(only(imported))).isEqualTo("RESIDENCE");
        assertThat(agreements(imported).get(0).kind().name()).isEqualTo("OLA");
    }

    @Test
    void policies_of_zendesk_hold_by_their_position_and_not_as_they_come() {
        String policy = "{\"id\": %d, \"title\": \"%s\", \"position\": %d, \"filter\": {\"all\": [{\"field\":"
                + " \"type\", \"operator\": \"is\", \"value\": \"%s\"}]}, \"policy_metrics\": [{\"priority\": \"low\","
                + " \"metric\": \"first_reply_time\", \"target\": 60, \"business_hours\": false}]}";
        PolicyImport imported = PolicyImport.of(
                PolicySource.ZENDESK,
                ImmutableMap.of(
                        "p.json",
                        "{\"sla_policies\": [" + policy.formatted(1, "Second", 2, "question") + ", "
                                + policy.formatted(2, "First", 1, "incident") + "]}"),
                ImportSettings.standard());

        assertThat(agreements(imported)).extracting(Agreement::name).containsExactly("First", "Second");
        assertThat(agreements(imported).get(0).targets().get(0).appliesTo().describe())
                .doesNotContain("QUESTION");
        assertThat(agreements(imported).get(1).targets().get(0).appliesTo().describe())
                .contains("QUESTION", "not", "INCIDENT");
    }

    private static PolicyImport jira(String start, String pause, String stop) {
        return PolicyImport.of(
                PolicySource.JIRA,
                ImmutableMap.of(
                        "sla.json",
                        "{\"timeMetrics\": [{\"id\": 1, \"name\": \"One\", \"start\": [" + quoted(start)
                                + "], \"pause\": [" + quoted(pause) + "], \"stop\": [" + quoted(stop)
                                + "], \"goals\": [{\"jqlQuery\": \"\", \"duration\": 60000}]}, {\"id\": 2, \"name\": \"Other\","
                                + " \"start\": [\"Issue Created\"], \"stop\": [\"Entered Status: Closed\"], \"goals\":"
                                + " [{\"jqlQuery\": \"\", \"duration\": 120000}]}]}"),
                ImportSettings.standard());
    }

    private static String quoted(String names) {
        return names.isEmpty()
                ? ""
                : ImmutableList.copyOf(names.split("\\+")).stream()
                        .map(name -> "\"" + name + "\"")
                        .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        Issue Created                            | Resolution: Set                                      | RESOLUTION
        Issue Created                            | Entered Status: Resolved                             | RESOLUTION
        Issue Created                            | Comment: For Customers                               | FIRST_RESPONSE
        Issue Created                            | Comment: For Customers+Resolution: Set               | FIRST_RESPONSE
        Issue Created                            | Entered Status: Closed                               | CLOSURE
        Issue Created+Resolution: Cleared        | Resolution: Set                                      | RESOLUTION
        Issue Created                            | Comment: By Customers                                | -
        Issue Created                            | Resolution: Cleared                                  | -
        Issue Created+Comment: By Customers      | Entered Status: Waiting for customer+Resolution: Set | -
        Issue Created+Entered Status: Waiting for support | Resolution: Set                             | -
        Status: Waiting for approval             | Resolution: Set                                      | -
        """)
    void what_a_metric_of_jira_measures(String start, String stop, String here) {
        PolicyImport imported = jira(start, "", stop);

        assertThat(agreements(imported).stream()
                        .filter(agreement -> agreement.name().equals("One"))
                        .flatMap(agreement -> agreement.targets().stream())
                        .map(MappingRowsTest::words))
                .containsExactlyElementsOf(Optional.ofNullable(here).stream().toList());
        assertThat(imported.notes(ImportNote.NoEqual.class))
                .extracting(ImportNote::code)
                .containsExactlyElementsOf(
                        here == null ? ImmutableList.of(NoteCode.JIRA_METRIC_LEFT_OUT) : ImmutableList.of());
    }

    @ParameterizedTest
    @CsvSource({
        "Status: Waiting for customer, RESOLUTION pausedBy CUSTOMER",
        "Status: Waiting for vendor, RESOLUTION pausedBy SUPPLIER",
        "Status: Awaiting change, RESOLUTION pausedBy CHANGE",
        "Status: On hold, RESOLUTION pausedBy CHANGE CUSTOMER DATE OTHER SUPPLIER",
        "Status: Waiting for support, RESOLUTION"
    })
    void what_a_metric_of_jira_pauses_for(String pause, String here) {
        assertThat(words(agreements(jira("Issue Created", pause, "Resolution: Set"))
                        .get(0)
                        .targets()
                        .get(0)))
                .isEqualTo(here);
    }

    @ParameterizedTest
    @CsvSource({"Issue Created, CONTINUE", "Issue Created+Resolution: Cleared, NEW_CYCLE"})
    void what_becomes_of_a_metric_of_jira_when_an_issue_comes_back(String start, ReopeningPolicy here) {
        assertThat(agreements(jira(start, "", "Resolution: Set")).get(0).onReopening())
                .isEqualTo(here);
    }

    private static PolicyImport serviceNow(String members) {
        return PolicyImport.of(
                PolicySource.SERVICENOW,
                ImmutableMap.of(
                        "contract_sla.json",
                        "{\"result\": [{\"sys_id\": \"a\", \"name\": \"One\", \"duration\": \"1970-01-02 02:00:00\", "
                                + members + "}]}"),
                COPENHAGEN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                                             | RESOLUTION
        state=3^EQ                                     | RESOLUTION pausedBy CHANGE CUSTOMER DATE OTHER SUPPLIER
        state=3^hold_reason=1^EQ                       | RESOLUTION pausedBy CUSTOMER
        state=3^hold_reason=1^ORhold_reason=4^EQ       | RESOLUTION pausedBy CUSTOMER SUPPLIER
        state=3^hold_reasonIN3,5^EQ                    | RESOLUTION pausedBy CHANGE OTHER
        state=3^hold_reason=9^EQ                       | RESOLUTION
        state=3^category=software^EQ                   | RESOLUTION
        """)
    void what_a_definition_of_servicenow_pauses_for(String pause, String here) {
        assertThat(words(only(serviceNow("\"target\": \"resolution\", \"pause_condition\": \"" + pause + "\""))))
                .isEqualTo(here);
    }

    @ParameterizedTest
    @CsvSource({
        "response, SLA, , FIRST_RESPONSE",
        "resolution, SLA, , RESOLUTION",
        "response, OLA, ^assignment_group=g, ACCEPTANCE",
        "resolution, Underpinning contract, ^assignment_group=g, RESIDENCE"
    })
    void what_a_definition_of_servicenow_measures(String target, String type, String more, String here) {
        PolicyImport imported = serviceNow("\"target\": \"" + target + "\", \"type\": \"" + type
                + "\", \"start_condition\": \"priority=1" + (more == null ? "" : more) + "\"");

        assertThat(words(only(imported))).isEqualTo(here);
        assertThat(only(imported).budget()).isEqualTo(Budget.of(Duration.ofHours(26)));
        assertThat(only(imported).appliesTo().describe()).contains("P1");
    }

    @ParameterizedTest
    @CsvSource({"true, RECOMPUTE", "false, RESTART"})
    void what_becomes_of_a_definition_of_servicenow_at_another_priority(String retroactive, String here) {
        assertThat(agreements(serviceNow("\"retroactive\": \"" + retroactive + "\""))
                        .get(0)
                        .onChange()
                        .name())
                .isEqualTo(here);
    }

    private static PolicyImport glpi(String table, String members) {
        return PolicyImport.of(
                PolicySource.GLPI,
                ImmutableMap.of(
                        table + ".json",
                        "[{\"id\": 1, \"name\": \"A\", " + members + "}]",
                        "Calendar.json",
                        "[{\"id\": 4, \"name\": \"Sundays\"}]",
                        "CalendarSegment.json",
                        "[{\"id\": 5, \"calendars_id\": 4, \"day\": 0, \"begin\": \"08:00:00\", \"end\": \"16:00:00\"}]",
                        "SlaLevel.json",
                        "[{\"id\": 2, \"slas_id\": 1, \"name\": \"Soon\", \"execution_time\": -600, \"is_active\": 1},"
                                + " {\"id\": 3, \"slas_id\": 1, \"name\": \"Late\", \"execution_time\": 600,"
                                + " \"is_active\": 1}, {\"id\": 6, \"slas_id\": 1, \"name\": \"Off\","
                                + " \"execution_time\": 60, \"is_active\": 0}]"),
                COPENHAGEN);
    }

    @ParameterizedTest
    @CsvSource({
        "SLA, 1, FIRST_RESPONSE until accepted assigned",
        "SLA, 0, RESOLUTION pausedBy CHANGE CUSTOMER DATE OTHER SUPPLIER",
        "OLA, 1, ACCEPTANCE",
        "OLA, 0, RESIDENCE pausedBy CHANGE CUSTOMER DATE OTHER SUPPLIER"
    })
    void what_a_level_of_glpi_measures(String table, String type, String here) {
        assertThat(words(only(
                        glpi(table, "\"type\": " + type + ", \"number_time\": 1, \"definition_time\": \"month\""))))
                .isEqualTo(here);
        assertThat(only(glpi(table, "\"type\": " + type + ", \"number_time\": 2, \"definition_time\": \"month\""))
                        .budget())
                .isEqualTo(Budget.of(Duration.ofDays(60)));
    }

    @Test
    void when_a_level_of_glpi_is_reached_and_on_which_day_a_week_begins_there() {
        Target target = only(glpi(
                "SLA",
                "\"type\": 0, \"number_time\": 4, \"definition_time\": \"hour\", \"calendars_id\": 4,"
                        + " \"end_of_working_day\": 0"));

        assertThat(target.thresholds())
                .extracting(threshold -> threshold.at().describe())
                .containsExactly("-PT10M", "+PT10M");
        // A Sunday at half past seven, in winter.
        assertThat(target.due(Instant.parse("2026-11-01T06:30:00Z")).instant())
                .contains(Instant.parse("2026-11-01T11:00:00Z"));
    }
}
