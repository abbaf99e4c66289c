package dk.sagsflow.verification.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.sagsflow.core.document.InvalidDocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios beside the reference model and beside copies of it that somebody changed. */
class PolicySuiteTest {
    private static final Path AMS = Path.of("../examples/models/ams");
    private static final String FILE = "friday.json";

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_scenarios_of_the_reference_model_hold() {
        SuiteReport report = PolicySuite.read(AMS).run();

        assertThat(report.lines()).last().asString().endsWith(" scenarios, 12 laws, 0 failed");
        assertThat(report.results()).isNotEmpty();
    }

    @Test
    void the_files_of_the_reference_model_fit_the_schema() throws IOException {
        String schema =
                Files.readString(Path.of("src/main/resources/dk/sagsflow/verification/script/scenario.schema.json"));
        try (Stream<Path> files = Files.walk(AMS.resolve(PolicySuite.SCENARIOS))) {
            assertThat(files.filter(file -> file.toString().endsWith(".json")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                    .getSchema(schema)
                                    .validate(Files.readString(file), InputFormat.JSON))
                            .isEmpty());
        }
    }

    @Test
    void the_vectors_of_calendars_and_clocks_are_run_by_the_same_runner() {
        SuiteReport report = PolicySuite.read(Path.of("../sla/conformance")).run();

        assertThat(report.lines())
                .containsExactly(
                        "not played: next: thanks for an answer wait for none (at a desk, a word of the customer"
                                + " reopens an answered case)",
                        report.results().size() + " scenarios, 0 failed");
        assertThat(report.results()).hasSizeGreaterThan(130);
    }

    @Test
    void a_vector_that_says_something_else_fails_with_both_and_its_place() throws IOException {
        for (String file : new String[] {"calendars.json", "clocks.json"}) {
            String text = Files.readString(Path.of("../sla/conformance").resolve(file));
            Files.writeString(
                    folder.resolve(file),
                    text.replaceFirst("\"expected\": \"[^\"]*\"", "\"expected\": \"2001-01-01T00:00:00Z\"")
                            .replaceFirst("\"due\": \"[^\"]*\"", "\"due\": \"2001-01-01T00:00:00Z\""));
        }

        SuiteReport report = PolicySuite.read(folder).run();

        assertThat(report.failed())
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.mismatches())
                        .singleElement()
                        .satisfies(mismatch -> {
                            assertThat(mismatch.expected())
                                    .singleElement()
                                    .asString()
                                    .startsWith("2001-01-01");
                            assertThat(mismatch.found())
                                    .singleElement()
                                    .asString()
                                    .startsWith("20")
                                    .doesNotStartWith("2001");
                            assertThat(mismatch.spot().line()).isPositive();
                        }));
    }

    /** Each word of scenarios once, and what follows from it. */
    @Test
    void everything_that_can_happen_and_everything_that_can_hold() throws IOException {
        String scenarios = """
            {"name": "to the end", "given": {"at": "2007-09-03T09:00", "customer": "astrid", "by": "customer", "zone": "Europe/Copenhagen",
               "kind": "INCIDENT", "subject": "No", "description": "Nothing"},
             "when": [
               {"at": "2007-09-03T09:10", "is": "accepted", "by": "karen"},
               {"at": "2007-09-03T09:20", "is": "assigned", "to": "jens"},
               {"at": "2007-09-03T09:30", "is": "classified", "system": "amanda", "cause": "SYSTEM"},
               {"at": "2007-09-03T09:40", "is": "prioritised", "priority": "P1"},
               {"at": "2007-09-03T09:50", "is": "filled in", "attribute": "environment", "value": "test"},
               {"at": "2007-09-03T09:55", "is": "noted", "text": "a note"},
               {"at": "2007-09-03T09:56", "is": "told", "text": "a word"},
               {"at": "2007-09-03T10:00", "is": "waits", "for": "CUSTOMER", "until": "2007-09-03T12:00"},
               {"at": "2007-09-03T11:00", "is": "resumed"},
               {"at": "2007-09-03T11:05", "is": "escalated", "to": "head-of-support-centre"},
               {"at": "2007-09-03T11:10", "is": "triaged"},
               {"at": "2007-09-03T11:25", "is": "worked around", "text": "Again"},
               {"at": "2007-09-03T11:30", "is": "handed over", "to": "kmd"},
               {"at": "2007-09-03T11:40", "is": "given back"},
               {"at": "2007-09-03T11:50", "is": "answered"},
               {"at": "2007-09-03T12:00", "is": "answered"},
               {"at": "2007-09-03T12:10", "is": "wrote"}],
             "then": [
               {"at": "2007-09-03T09:25", "assignee": "jens", "tier": "1st", "status": "IN_PROGRESS"},
               {"at": "2007-09-03T09:45", "priority": "P1", "rule": "what the support centre cannot place goes to BIT", "leadsTo": "bit"},
               {"at": "2007-09-03T10:30", "waitsFor": "CUSTOMER", "status": "ON_HOLD",
                "clock": "RESOLUTION", "state": "PAUSED", "used": "1 h", "left": "15 h", "target": "customers/resolution-urgent", "version": "1"},
               {"at": "2007-09-03T11:06", "told": ["head-of-support-centre: ESCALATED"], "waitsFor": "none"},
               {"at": "2007-09-03T11:35", "answers": ["support-centre", "bit", "kmd"], "with": "kmd"},
               {"at": "2007-09-03T11:45", "answers": ["support-centre", "bit"]},
               {"at": "2007-09-03T12:05", "status": "ANSWERED", "with": "none"}]}\
            """;

        SuiteReport report = suite(scenarios).run();

        assertThat(report.failed()).as(String.join("\n", report.lines())).isEmpty();
    }

    @Test
    void a_failure_says_what_was_expected_and_found_and_why_and_where_the_model_says_so() throws IOException {
        SuiteReport report = suite("""
            {"name": "soon", "given": {"at": "2007-08-31T15:00", "priority": "P1"},
             "then": [{"clock": "RESOLUTION", "due": "2007-09-03T11:00"}]}\
            """).run();

        assertThat(report.lines())
                .containsExactly(
                        place(2, 10) + ": \"soon\" fails",
                        "  " + place(3, 42) + ": due of RESOLUTION at 2007-08-31T15:00",
                        "    expected 2007-09-03T11:00",
                        "    found    2007-09-04T15:30",
                        "    " + folder.resolve("agreements.json")
                                + ":15:9: /agreements/customers/targets/resolution-urgent",
                        "      Under Citizens and companies, version 1, target resolution-urgent.",
                        "      0 min used, 16 h left: due on Tue 2007-09-04 15:30:00.",
                        "1 scenarios, 1 failed");
    }

    @Test
    void what_is_refused_unexpectedly_is_said_in_words_and_ends_the_scenario() throws IOException {
        SuiteReport report = suite("""
            {"name": "up", "given": {"at": "2007-09-03T09:00"},
             "when": [{"is": "handed over", "to": "kmd"}],
             "then": [{"with": "kmd"}]}\
            """).run();

        assertThat(report.lines())
                .anySatisfy(line -> assertThat(line).contains("expected accepted"))
                .anySatisfy(line -> assertThat(line).contains("found    refused as "))
                .noneSatisfy(line -> assertThat(line).contains("with at"));
    }

    static Stream<String> outOfBounds() {
        String given = "{\"name\": \"n\", \"given\": {\"at\": \"2007-09-03T09:00\", %s}, \"then\": [{\"status\":"
                + " \"QUEUED\"}]}";
        String when =
                "{\"name\": \"n\", \"given\": {\"at\": \"2007-09-03T09:00\"}, \"when\": [%s], \"then\": [{\"status\":"
                        + " \"QUEUED\"}]}";
        String then = "{\"name\": \"n\", \"given\": {\"at\": \"2007-09-03T09:00\"}, \"then\": [%s]}";
        return Stream.of(
                given.formatted("\"subject\": \"\\u0000\""),
                given.formatted("\"subject\": \"" + "s".repeat(1_001) + "\""),
                given.formatted("\"category\": \"" + "c".repeat(1_001) + "\""),
                given.formatted("\"description\": \"" + "d".repeat(500_001) + "\""),
                given.formatted("\"by\": \"\\u001b[31m\\u202e\""),
                given.replace("\"n\"", "\"\\u001b[31m\\n\"").formatted("\"subject\": \"s\""),
                when.formatted("{\"at\": \"9999-01-01T09:00\", \"is\": \"accepted\"}"),
                when.formatted("{\"is\": \"waits\", \"for\": \"DATE\", \"until\": \"1899-12-31T00:00\"}"),
                when.formatted("{\"is\": \"answered\", \"text\": \"\\ud800\"}"),
                then.formatted("{\"at\": \"+999999999-12-31T09:00\", \"status\": \"QUEUED\"}"),
                then.formatted("{\"clock\": \"customers/resolution\", \"used\": \"P106751991167300D\"}"),
                then.formatted("{\"clock\": \"customers/resolution\", \"used\": \"9000000000000000000 h\"}"));
    }

    @ParameterizedTest
    @MethodSource("outOfBounds")
    void what_no_desk_takes_in_is_refused_where_it_stands_and_does_nothing_to_a_terminal(String scenario) {
        assertThatThrownBy(() -> suite(scenario))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining(FILE)
                .message()
                .hasSizeLessThan(1_500)
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }

    @Test
    void what_is_refused_unexpectedly_is_never_written() throws IOException {
        PolicySuite suite = suite("""
            {"name": "up", "given": {"at": "2007-09-03T09:00"},
             "when": [{"is": "handed over", "to": "kmd"}],
             "then": [{"with": "?"}]}\
            """);
        String before = Files.readString(folder.resolve("scenarios").resolve(FILE));

        assertThat(suite.update(suite.run())).isEmpty();

        assertThat(Files.readString(folder.resolve("scenarios").resolve(FILE))).isEqualTo(before);
        assertThat(suite.run().failed()).hasSize(1);
    }

    @Test
    void a_refusal_may_be_what_is_expected() throws IOException {
        assertThat(suite("""
            {"name": "no", "given": {"at": "2007-09-03T09:00", "by": "karen", "group": "bit", "refused": "not-above-contact-tier"},
             "then": [{"with": "bit"}]}\
            """).run().failed()).isEmpty();
        assertThat(suite("""
            {"name": "yes", "given": {"at": "2007-09-03T09:00"},
             "when": [{"is": "accepted", "by": "bo", "refused": "not-entitled"}],
             "then": [{"status": "QUEUED"}]}\
            """).run().failed()).isEmpty();
    }

    @Test
    void an_update_writes_what_is_found_and_leaves_every_other_letter() throws IOException {
        String before = file("""
            {"name": "later",   "given": {"at": "2007-08-31T15:00"},
               "then": [{"clock": "customers/resolution", "due": "?", "state":   "PAUSED"}, {"toldOnly": "?"}]}\
            """);
        copy(before);
        PolicySuite suite = PolicySuite.read(folder);

        assertThat(suite.update(suite.run()))
                .containsExactly(folder.resolve("scenarios").resolve(FILE));

        assertThat(Files.readString(folder.resolve("scenarios").resolve(FILE)))
                .isEqualTo(before.replace("\"?\", \"state\"", "\"2007-09-17T08:30\", \"state\"")
                        .replace("PAUSED", "RUNNING")
                        .replace("\"?\"", "[\"customer: REGISTERED\"]"));
        assertThat(PolicySuite.read(folder).run().failed()).isEmpty();
    }

    @Test
    void limits_of_which_nobody_can_be_told_do_not_hide_what_comes_due_after_them() throws IOException {
        copy(file("""
            {"name": "unheard", "given": {"at": "2007-09-03T08:00", "priority": "P1"},
             "then": [{"at": "2007-09-05T16:00", "sweep": "?"}]}\
            """));
        Path organisation = folder.resolve("organisation.json");
        Files.writeString(
                organisation,
                Files.readString(organisation)
                        .replaceAll("\"(mail|lead|duty)\": (\"[^\"]*\"|\\[[^\\]]*\\]),?", "")
                        .replaceAll(",(\\s*)}", "$1}"));
        Files.delete(folder.resolve("people.json"));

        SuiteReport report = PolicySuite.read(folder).run();

        assertThat(report.failed().get(0).mismatches().get(0).found())
                .contains("passed customers/first-response 75%", "passed customers/resolution-urgent -PT2H")
                .noneMatch(line -> line.contains("superseded"));
    }

    @Test
    void many_at_a_time_say_the_same_in_the_same_order() throws IOException {
        StringBuilder scenarios = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            scenarios
                    .append(i == 0 ? "" : ",\n")
                    .append("{\"name\": \"n" + i
                            + "\", \"given\": {\"at\": \"2007-09-03T09:00\"}, \"then\": [{\"status\": \""
                            + (i % 3 == 0 ? "CLOSED" : "QUEUED") + "\"}]}");
        }
        copy(file(scenarios.toString()));
        Files.writeString(
                folder.resolve("laws.json"),
                "{\"format\": 1, \"from\": \"2007-09-01\", \"laws\": [{\"name\": \"soon\", \"due\": {\"within\":"
                        + " \"PT1H\"}}]}");
        PolicySuite suite = PolicySuite.read(folder);

        SuiteReport alone = suite.run();
        SuiteReport many = suite.run(8);

        assertThat(alone.results()).hasSize(41);
        assertThat(alone.failed()).hasSize(15);
        assertThat(many.results()).isEqualTo(alone.results());
        assertThat(many.lines()).isEqualTo(alone.lines());
        assertThatThrownBy(() -> suite.run(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_table_in_a_page_says_the_same() throws IOException {
        copy(file("{\"name\": \"none\", \"given\": {\"at\": \"2007-09-03T09:00\"}, \"then\": [{\"status\":"
                + " \"QUEUED\"}]}"));
        Path page = folder.resolve("scenarios/page.md");
        Files.writeString(page, """
            # Waiting

            Prose, and a table for people.

            | a | b |
            |---|---|
            | 1 | 2 |

            ## A case that waits costs no time

            | given | |
            |---|---|
            | at | 2007-09-03 09:00 |
            | customer | CITIZEN |

            | when | what | by |
            |---|---|---|
            | 2007-09-03 10:00 | waits for CUSTOMER until 2007-09-03 12:00 | karen |

            | then | clock | used | state | waits for | told only |
            |---|---|---|---|---|---|
            | 2007-09-03 11:00 | RESOLUTION | 1 h | PAUSED | CUSTOMER | ? |
            | 2007-09-03 13:00 | RESOLUTION | ? | ? | none | none |
            """);
        PolicySuite suite = PolicySuite.read(folder);
        assertThat(suite.run().failed()).hasSize(1);
        assertThat(suite.update(suite.run())).containsExactly(page);

        assertThat(Files.readString(page))
                .contains("| RESOLUTION | 1 h | PAUSED | CUSTOMER | customer: WAITING_FOR_CUSTOMER; support-centre:"
                        + " TIME_LIMIT_EXCEEDED |")
                .contains("| RESOLUTION | PT2H | RUNNING | none | customer: WAITING_FOR_CUSTOMER; ");
        assertThat(PolicySuite.read(folder).run().failed()).isEmpty();
    }

    /** Named by others, with whatever stands on their keyboards. */
    @Test
    void a_table_is_read_as_markdown_is_written_elsewhere() throws IOException {
        copy(
                file(
                        "{\"name\": \"none\", \"given\": {\"at\": \"2007-09-03T09:00\"}, \"then\": [{\"status\": \"QUEUED\"}]}"));
        Path routing = folder.resolve("routing.json");
        Files.writeString(
                routing,
                Files.readString(routing)
                        .replace("what the support centre cannot place goes to BIT", "to BIT | or; else"));
        Path page = folder.resolve("scenarios/page.md");
        Files.writeString(page, """
            # Ended without a bar, headed with a capital

            | Given | |
            |---|---|
            | at | 2007-09-03 09:00
            | system | amanda

            | Then | rule | with | status
            |---|---|---|---
            | 2007-09-03 11:00 | ? | ? | CLOSED

            ```
            # Shown, and no scenario
            | given | |
            |---|---|
            | at | nonsense |
            ```
            """);
        PolicySuite suite = PolicySuite.read(folder);

        assertThat(suite.update(suite.run())).containsExactly(page);
        assertThat(Files.readString(page)).contains("| to BIT \\| or; else | support-centre | QUEUED");
        assertThat(PolicySuite.read(folder).run().failed()).isEmpty();

        Files.writeString(
                page,
                Files.readString(page)
                        .replace("| system | amanda", "| system | amanda | jobnet |\n| at | 2007-09-03 10:00 |"));
        assertThatThrownBy(() -> PolicySuite.read(folder))
                .hasMessageContaining("page.md:6:21: the row has 3 cells, the table has 2 columns")
                .hasMessageContaining("page.md:7:3: \"at\" is given already");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_with_its_line() throws IOException {
        copy(file("""
            {"name": "wrong", "given": {"at": "yesterday", "system": "word", "colour": "red"},
             "then": [{"due": "2007-09-03T11:00"}]},
            {"name": "wrong", "given": {"at": "2007-09-03T11:00"},
             "when": [{"is": "sent"}, {"is": "handed over"}, {"is": "handed over", "to": "bat"}],
             "then": [{"clock": "resolutoin", "due": "soon"}, {"at": "2007-09-04T11:00"}]}\
            """));
        Files.writeString(folder.resolve("scenarios/page.md"), "# Page\n\n| given | |\n|---|---|\n| at | 9 |\n");

        assertThatThrownBy(() -> PolicySuite.read(folder))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        wrong -> assertThat(wrong.lines())
                                .anySatisfy(line ->
                                        assertThat(line).contains("friday.json:2:35", "\"yesterday\" is not a time"))
                                .anySatisfy(
                                        line -> assertThat(line).contains("\"word\" is not one of the systems amanda"))
                                .anySatisfy(line -> assertThat(line).contains("\"colour\" is unknown here"))
                                .anySatisfy(line -> assertThat(line).contains("there is a scenario \"wrong\" already"))
                                .anySatisfy(
                                        line -> assertThat(line).contains("\"sent\" is not one of the words accepted"))
                                .anySatisfy(line -> assertThat(line).contains("\"to\" is missing"))
                                .anySatisfy(line -> assertThat(line).contains("\"bat\" is not one of the groups"))
                                .anySatisfy(line -> assertThat(line).contains("\"resolutoin\" is neither a target"))
                                .anySatisfy(line -> assertThat(line).contains("\"soon\" is not a time"))
                                .anySatisfy(line -> assertThat(line).contains("says nothing that must hold"))
                                .anySatisfy(
                                        line -> assertThat(line).contains("page.md:1:3", "no table that begins with")));
    }

    @Test
    void a_broken_model_does_not_hide_a_broken_scenario() throws IOException {
        copy("{");
        Files.writeString(folder.resolve("routing.json"), "[]");

        assertThatThrownBy(() -> PolicySuite.read(folder))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        wrong -> assertThat(wrong.lines())
                                .anySatisfy(line -> assertThat(line).contains("routing.json"))
                                .anySatisfy(line -> assertThat(line).contains("friday.json", "not JSON")));
    }

    @Test
    void people_are_made_up_where_there_are_none() throws IOException {
        copy(file("""
            {"name": "alone", "given": {"at": "2007-09-03T09:00", "customer": "SUPERUSER", "unit": "a-kasse", "by": "customer"},
             "when": [{"is": "classified", "cause": "SYSTEM"}, {"is": "triaged"}, {"is": "answered"}],
             "then": [{"with": "support-centre", "answers": ["support-centre"]},
                      {"at": "2007-09-10T09:00", "toldOnly": "?"}]}\
            """));
        Files.delete(folder.resolve("people.json"));

        SuiteReport report = PolicySuite.read(folder).run();

        assertThat(report.failed())
                .singleElement()
                .satisfies(result ->
                        assertThat(result.mismatches().get(0).found()).contains("head-of-support-centre: ESCALATED"));
    }

    @Test
    void results_are_written_for_programs_and_build_servers() throws IOException {
        SuiteReport report = suite("""
            {"name": "<soon> & \\"late\\"", "given": {"at": "2007-08-31T15:00"}, "then": [{"status": "CLOSED"}]},
            {"name": "fine", "given": {"at": "2007-08-31T15:00"}, "then": [{"status": "QUEUED"}]}\
            """).run();

        assertThat(JsonMapper.shared()
                        .readTree(report.json())
                        .at("/results/0/mismatches/0/found/0")
                        .stringValue())
                .isEqualTo("QUEUED");
        JsonNode mismatch = JsonMapper.shared().readTree(report.json()).at("/results/0/mismatches/0");
        assertThat(mismatch.path("expected").path(0).asString()).isEqualTo("CLOSED");
        assertThat(mismatch.path("what").asString()).isEqualTo("status at 2007-08-31T15:00");
        assertThat(mismatch.path("line").asInt()).isEqualTo(2);
        assertThat(mismatch.path("model").asString()).contains("organisation.json:", "/groups/support-centre");
        assertThat(mismatch.path("because").path(0).asString()).startsWith("2007-08-31T15:00");
        assertThat(report.junit())
                .contains("expected CLOSED", "found    QUEUED", "/groups/support-centre")
                .contains("<testsuites tests=\"2\" failures=\"1\"")
                .contains("name=\"&lt;soon&gt; &amp; &quot;late&quot;\"")
                .contains("<failure message=\"status at 2007-08-31T15:00\">")
                .contains("name=\"fine\"/>");
    }

    private String place(int line, int column) {
        return folder.resolve("scenarios").resolve(FILE) + ":" + line + ":" + column;
    }

    private PolicySuite suite(String scenarios) throws IOException {
        copy(file(scenarios));
        return PolicySuite.read(folder);
    }

    private static String file(String scenarios) {
        return "{\"format\": 1, \"scenarios\": [\n" + scenarios + "\n]}\n";
    }

    private void copy(String scenarios) throws IOException {
        for (String file : new String[] {"organisation", "calendars", "agreements", "routing", "people"}) {
            Files.writeString(folder.resolve(file + ".json"), Files.readString(AMS.resolve(file + ".json")));
        }
        Files.createDirectories(folder.resolve("scenarios"));
        Files.writeString(folder.resolve("scenarios").resolve(FILE), scenarios);
    }
}
