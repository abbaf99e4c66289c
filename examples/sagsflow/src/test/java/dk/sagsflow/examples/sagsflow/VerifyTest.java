package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyTest {
    private static final Path AMS = Path.of("../models/ams");

    @TempDir
    Path folder = Path.of("");

    private record Ran(int exit, String out, String err) {}

    @Test
    void the_reference_model_has_no_errors() {
        Ran ran = verify(AMS.toString(), "--from", "2007-09-01", "--all");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains(
                        "agreements.json:63:9: warning SF601: target answer of agreement business-specialists does not"
                                + " fit")
                .contains("errors: 0, ")
                .endsWith("; calendars from 2007-09-01\n");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    @Tag("R28")
    @Tag("R29")
    void people_beside_the_model_are_taken_along() {
        assertThat(verify(AMS.toString(), "--from", "2007-09-01", "--all").out())
                .contains("people.json:29:5: warning SF812: viggo is not certified in basic");
        assertThat(verify(AMS.toString(), "--from", "2007-10-15", "--all").out())
                .doesNotContain("SF812");
    }

    @Test
    void people_may_come_from_elsewhere() throws IOException {
        Path file = folder.resolve("staff.json");
        Files.writeString(file, "{\"format\": 1, \"actors\": [], \"customers\": []}");

        Ran ran = verify(AMS.toString(), "--people", file.toString(), "--all");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("SF814: nobody works in bit").doesNotContain("SF812");
    }

    @Test
    void people_who_cannot_be_read_are_told_in_lines() throws IOException {
        Path file = folder.resolve("staff.json");
        Files.writeString(
                file, "{\"format\": 1, \"actors\": [{\"id\": \"bo\", \"name\": \"Bo\", \"groups\": [\"bat\"]}]}");

        Ran wrong = verify(AMS.toString(), "--people", file.toString());
        Ran nowhere =
                verify(AMS.toString(), "--people", folder.resolve("nobody.json").toString());

        assertThat(List.of(wrong.exit(), nowhere.exit())).containsOnly(2);
        assertThat(wrong.err().lines()).singleElement().asString().contains("staff.json:1:", "\"bat\" is not one of");
        assertThat(nowhere.err().lines()).singleElement().asString().contains("nobody.json");
    }

    @Test
    void strict_counts_warnings_that_are_not_accepted() {
        Ran accepted = verify(AMS.toString(), "--from", "2007-09-01", "--strict");

        assertThat(accepted.exit()).isZero();
        assertThat(accepted.out()).contains("warnings: 0, ").contains(", accepted: 25; ");
        assertThat(verify(AMS.toString(), "--from", "2007-09-01", "--strict", "--all")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void an_error_is_told_with_the_case_that_shows_it() throws IOException {
        copy("routing.json", "\"cause\": [\"UNKNOWN\", ", "\"cause\": [");

        Ran ran = verify(folder.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("routing.json:4:12: error SF101: no rule leads incidents of unknown cause away from"
                        + " support-centre")
                .contains("    shown by kind INCIDENT, cause UNKNOWN, ");
    }

    @Test
    void errors_of_all_files_are_told_at_once() throws IOException {
        copy("routing.json", "\"to\": \"bit\"", "\"to\": \"bat\"");
        Files.writeString(
                folder.resolve("people.json"),
                "{\"format\": 1, \"actors\": [{\"id\": \"bo\", \"name\": \"Bo\", \"groups\": [\"but\"]}],"
                        + " \"customers\": []}");
        Files.writeString(folder.resolve("accepted.json"), "{\"format\": 1, \"accepted\": [{\"code\": \"SF1\"}]}");

        Ran ran = verify(folder.toString());

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("routing.json:", "\"bat\"", "people.json:1:", "\"but\"", "accepted.json:1:", "\"SF1\"");
    }

    @Test
    void json_names_everything() {
        JsonNode report = JsonMapper.shared()
                .readTree(verify(AMS.toString(), "--from", "2007-09-01", "--format", "json")
                        .out());

        assertThat(report.path("format").intValue()).isEqualTo(1);
        assertThat(report.path("version").stringValue()).isEqualTo("2007-08");
        for (JsonNode finding : report.path("findings")) {
            assertThat(finding.propertyNames())
                    .contains("code", "kind", "severity", "file", "pointer", "line", "column", "message", "advice");
        }
    }

    @Test
    void what_follows_stands_under_what_explains_it_in_words_and_for_programs() throws IOException {
        copy("calendars.json", "nothing", "nothing");
        Path calendars = folder.resolve("calendars.json");
        Files.writeString(
                calendars,
                Files.readString(calendars)
                        .replaceFirst("\\]\\s*}\\s*$", ", {\"id\": \"none\", \"minus\": [\"office\", \"office\"]}]}"));
        Path agreements = folder.resolve("agreements.json");
        Files.writeString(
                agreements,
                Files.readString(agreements).replaceFirst("\"calendar\": \"office\"", "\"calendar\": \"none\""));
        Path routing = folder.resolve("routing.json");
        Files.writeString(
                routing, Files.readString(routing).replaceFirst("\"calendar\": \"office\"", "\"calendar\": \"none\""));

        Ran ran = verify(folder.toString(), "--from", "2007-09-01");
        JsonNode findings = JsonMapper.shared()
                .readTree(verify(folder.toString(), "--from", "2007-09-01", "--format", "json")
                        .out())
                .path("findings");

        List<String> lines = ran.out().lines().toList();
        int cause = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(" error SF503: "))
                .findFirst()
                .orElseThrow();
        assertThat(lines.subList(cause, lines.size()).stream()
                        .takeWhile(line -> line.startsWith("    ") || line.equals(lines.get(cause))))
                .anyMatch(line -> line.startsWith("    explains ") && line.contains(" SF704: "));
        JsonNode follows = findings.valueStream()
                .filter(finding -> finding.path("code").stringValue().equals("SF704"))
                .findFirst()
                .orElseThrow();
        assertThat(findings.path(follows.path("explainedBy").intValue())
                        .path("code")
                        .stringValue())
                .isEqualTo("SF503");
        assertThat(findings.valueStream()
                        .filter(finding -> finding.has("explainedBy"))
                        .count())
                .isLessThan(findings.size());
    }

    @Test
    void sarif_points_each_result_at_its_rule_and_line() {
        JsonNode report = JsonMapper.shared()
                .readTree(verify(AMS.toString(), "--from", "2007-09-01", "--format", "sarif")
                        .out());
        JsonNode run = report.path("runs").path(0);

        assertThat(report.path("version").stringValue()).isEqualTo("2.1.0");
        assertThat(run.path("results").size()).isPositive();
        for (JsonNode result : run.path("results")) {
            JsonNode rule =
                    run.at("/tool/driver/rules/" + result.path("ruleIndex").intValue());
            assertThat(result.path("ruleId")).isEqualTo(rule.path("id"));
            assertThat(result.path("level").stringValue()).isIn("error", "warning", "note");
            assertThat(result.at("/locations/0/physicalLocation/region/startLine")
                            .intValue())
                    .isPositive();
            assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                            .stringValue())
                    .startsWith("../models/ams/");
        }
    }

    @Test
    void sarif_tells_what_a_desk_does_otherwise() throws IOException {
        copy("routing.json", "\"UNKNOWN\", ", "");
        Ran ran = verify(AMS.toString(), "--against", folder.toString(), "--from", "2007-09-01", "--format", "sarif");
        JsonNode run = JsonMapper.shared().readTree(ran.out()).path("runs").path(0);
        JsonNode changes = JsonMapper.shared()
                .readTree(verify(
                                AMS.toString(),
                                "--against",
                                folder.toString(),
                                "--from",
                                "2007-09-01",
                                "--format",
                                "json")
                        .out())
                .path("changes");

        assertThat(changes.size()).isPositive();
        assertThat(run.path("results")
                        .valueStream()
                        .filter(result -> result.path("ruleId").stringValue().startsWith("changed/")))
                .hasSize(changes.size())
                .allSatisfy(result -> {
                    assertThat(run.at("/tool/driver/rules/"
                                    + result.path("ruleIndex").intValue() + "/id"))
                            .isEqualTo(result.path("ruleId"));
                    assertThat(result.at("/message/text").stringValue()).isNotBlank();
                    assertThat(result.path("level").stringValue()).isEqualTo("note");
                });
    }

    @Test
    void laws_may_have_a_year_of_their_own_which_is_told() throws IOException {
        copy("routing.json", "nothing", "nothing");
        String laws = Files.readString(AMS.resolve("laws.json"));
        Path file = Files.writeString(folder.resolve("laws.json"), laws);

        assertThat(verify(folder.toString(), "--from", "2007-10-01").out())
                .contains("calendars from 2007-10-01\n")
                .doesNotContain("laws from");
        assertThat(verify(folder.toString()).out()).endsWith("; laws from 2007-09-01\n");
        Files.writeString(file, laws.replace("2007-09-01", "2500-01-01"));
        Ran wrong = verify(folder.toString());
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err().lines()).singleElement().asString().contains("2500-01-01");
    }

    @Test
    void what_cannot_be_read_is_told_in_lines() throws IOException {
        copy("routing.json", "\"to\": \"bit\"", "\"to\": \"bat\"");

        Ran wrongName = verify(folder.toString());
        Ran nowhere = verify(folder.resolve("nowhere").toString());
        Ran wrongDate = verify(AMS.toString(), "--from", "2500-01-01");

        assertThat(List.of(wrongName.exit(), nowhere.exit(), wrongDate.exit())).containsOnly(2);
        assertThat(wrongName.err().lines()).singleElement().asString().contains("\"bat\" is not one of the groups");
        assertThat(nowhere.err().lines()).allMatch(line -> line.contains("no such file"));
        assertThat(wrongDate.err().lines()).singleElement().asString().contains("2500-01-01");
    }

    @Test
    void a_calendar_that_is_missing_is_told_once() throws IOException {
        copy("calendars.json", "\"id\": \"suppliers\"", "\"id\": \"vendors\"");

        assertThat(verify(folder.toString()).err().lines())
                .singleElement()
                .asString()
                .contains("agreements.json:", "\"suppliers\" is not one of the calendars", "(also at ");
    }

    @Test
    void another_format_is_wrong_use() {
        assertThat(verify(AMS.toString(), "--format", "xml").exit()).isEqualTo(2);
    }

    private void copy(String changed, String words, String others) throws IOException {
        for (String file : List.of("organisation.json", "calendars.json", "agreements.json", "routing.json")) {
            String text = Files.readString(AMS.resolve(file));
            Files.writeString(folder.resolve(file), file.equals(changed) ? text.replace(words, others) : text);
        }
    }

    private static Ran verify(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "verify";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int exit = Replay.run(all);
            return new Ran(exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
