package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MakeReportTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aLogOfOneRowForEachCase() throws IOException {
        write("log.csv", """
            case,opened,solved,group,product
            A,2007-01-01T08:00:00Z,2007-01-03T08:00:00Z,centre,=1+1
            B,2007-01-02T08:00:00Z,,centre,mail
            C,yesterday,,centre,mail
            """);
        write("mapping.json", """
            {"name": "a service desk",
             "columns": {"case": "case", "group": "group", "system": "product"},
             "moments": [{"column": "opened", "is": "queued"}, {"column": "solved", "is": "answered"}],
             "time": {"format": "iso-offset"}, "missing": [""],
             "tiers": [{"id": "1st", "name": "1st", "groups": "."}], "contactTier": "1st"}
            """);
        write("calls.csv", """
            id,at,queue,wait,talk
            1,2007-01-01T08:00:00Z,centre,10,60
            2,2007-01-01T09:00:00Z,centre,90,0
            """);
        write("calls.json", """
            {"name": "calls", "columns": {"id": "id", "arrived": "at", "queue": "queue", "waited": "wait", "talked": "talk"},
             "time": {"format": "iso-offset"}}
            """);
    }

    @CanIgnoreReturnValue
    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void a_log_becomes_a_page_json_and_csv_with_calls_beside_its_cases() throws IOException {
        int exit = Replay.run(
                "report",
                "--log",
                file("log.csv"),
                "--mapping",
                file("mapping.json"),
                "--calls",
                file("calls.csv"),
                "--call-mapping",
                file("calls.json"),
                "--language",
                "da",
                "--html",
                file("r.html"),
                "--json",
                file("r.json"),
                "--csv",
                file("csv"));

        JsonNode json = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("r.json")));
        assertThat(exit).isZero();
        assertThat(json.get("leftOut").get("rows").asInt()).isEqualTo(1);
        assertThat(json.get("sections")
                        .valueStream()
                        .map(section -> section.get("topic").asString()))
                .contains("key", "load", "answers", "calls", "call-waiting", "systems")
                .doesNotContain("flow", "tiers", "waits");
        assertThat(Files.readString(folder.resolve("r.html"))).contains("Opkald efter ugedag og time");
        assertThat(Files.readString(folder.resolve("csv/systems.csv"))).contains("'=1+1");
        assertThat(folder.resolve("csv/left-out.csv")).exists();
    }

    @Test
    void calls_stand_on_the_clock_of_the_report_and_those_left_out_are_strict_too() throws IOException {
        write("calls.csv", """
            id,at,queue,wait,talk
            1,2007-01-02T00:30:00,centre,10,60
            2,tomorrow,centre,90,0
            """);
        write(
                "calls.json",
                Files.readString(folder.resolve("calls.json"))
                        .replace("\"iso-offset\"", "\"yyyy-MM-dd'T'HH:mm:ss\", \"zone\": \"Europe/Copenhagen\""));
        write("log.csv", """
            case,opened,solved,group,product
            A,2007-01-01T08:00:00Z,2007-01-03T08:00:00Z,centre,mail
            """);
        String[] asked = {
            "report",
            "--log",
            file("log.csv"),
            "--mapping",
            file("mapping.json"),
            "--calls",
            file("calls.csv"),
            "--call-mapping",
            file("calls.json"),
            "--json",
            file("r.json"),
            "--strict"
        };

        assertThat(Replay.run(asked)).isEqualTo(1);
        JsonNode json = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("r.json")));
        JsonNode calls = json.get("sections")
                .valueStream()
                .filter(section -> section.get("topic").asString().equals("calls"))
                .findFirst()
                .orElseThrow();
        assertThat(calls.get("rows").get(0).toString()).endsWith(":1}");
        assertThat(calls.get("rows").get(1).toString()).doesNotContain(":1,");
    }

    @Test
    void categories_and_known_errors_of_a_log_are_told() throws IOException {
        write("log.csv", """
            case,opened,solved,group,product,kind,problem
            A,2007-01-01T08:00:00Z,2007-01-03T08:00:00Z,centre,mail,login,P-1
            B,2007-01-02T08:00:00Z,,centre,mail,login,
            C,2007-01-02T08:00:00Z,,centre,mail,print,P-1
            """);
        write(
                "mapping.json",
                Files.readString(folder.resolve("mapping.json"))
                        .replace(
                                "\"missing\"",
                                "\"caseColumns\": {\"category\": \"kind\", \"knownError\": \"problem\"}, \"missing\""));

        assertThat(Replay.run(
                        "report", "--log", file("log.csv"), "--mapping", file("mapping.json"), "--csv", file("csv")))
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("csv/categories.csv")))
                .anyMatch(line -> line.startsWith("login,2,0.6667,1,"))
                .anyMatch(line -> line.startsWith("print,1,0.3333,0,"));
        assertThat(Files.readString(folder.resolve("csv/known-errors.csv"))).contains("P-1,2,0.6667");
    }

    @Test
    void ages_are_told_in_the_buckets_that_the_model_names_and_in_the_usual_ones_without_a_model() throws IOException {
        Path model = Files.createDirectories(folder.resolve("model"));
        write("model/organisation.json", """
            {"format": 1, "name": "Support", "tiers": [{"id": "1st", "name": "1st"}], "contactTier": "1st",
             "groups": [{"id": "centre", "name": "Centre", "tier": "1st"}], "ages": ["PT8H", "PT36H"]}
            """);
        write("model/calendars.json", "{\"format\": 1, \"calendars\": []}");
        write("model/agreements.json", "{\"format\": 1, \"agreements\": []}");
        write("model/routing.json", "{\"format\": 1, \"rules\": []}");

        assertThat(agesTold("--model", model.toString())).containsExactly("<=PT8H", "<=PT36H", ">PT36H");
        assertThat(agesTold()).containsExactly("<=PT24H", "<=PT72H", "<=PT168H", "<=PT336H", "<=PT720H", ">PT720H");
        write(
                "model/organisation.json",
                Files.readString(model.resolve("organisation.json")).replace("PT36H", "PT8H"));
        assertThat(Replay.run(
                        "report",
                        "--log",
                        file("log.csv"),
                        "--mapping",
                        file("mapping.json"),
                        "--model",
                        model.toString()))
                .isEqualTo(Replay.UNUSABLE);
    }

    private List<String> agesTold(String... more) throws IOException {
        List<String> asked = new ArrayList<>(List.of(
                "report", "--log", file("log.csv"), "--mapping", file("mapping.json"), "--json", file("r.json")));
        asked.addAll(List.of(more));
        assertThat(Replay.run(asked.toArray(String[]::new))).isZero();
        JsonNode json = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("r.json")));
        return json.get("sections")
                .valueStream()
                .filter(section -> section.get("topic").asString().equals("ages"))
                .flatMap(section -> section.get("rows").valueStream())
                .map(row -> row.get("age").asString())
                .toList();
    }

    @Test
    void rows_left_out_are_told_period_by_period() throws IOException {
        write("log.csv", """
            case,opened,solved,group,product
            A,2007-01-01T08:00:00Z,2007-01-03T08:00:00Z,centre,mail
            B,2007-02-02T08:00:00Z,2007-02-01T08:00:00Z,centre,mail
            C,2007-02-03T08:00:00Z,later,centre,mail
            D,yesterday,,centre,mail
            """);

        assertThat(Replay.run(
                        "report", "--log", file("log.csv"), "--mapping", file("mapping.json"), "--csv", file("csv")))
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("csv/omitted.csv"))).endsWith("Feb 2007,2", "time not known,1");
    }

    @Test
    void a_generated_log_has_its_calls_the_same_for_the_same_seed() throws IOException {
        for (String name : new String[] {"one", "other"}) {
            assertThat(Replay.run(
                            "generate", file(name + ".csv"), "--cases", "40", "--calls", file(name + "-calls.csv")))
                    .isZero();
        }
        String calls = Files.readString(folder.resolve("one-calls.csv"));

        assertThat(calls)
                .isEqualTo(Files.readString(folder.resolve("other-calls.csv")))
                .startsWith("id,arrived,queue,outcome,waited,talked,origin,system,case")
                .contains(",answered,");
    }

    @Test
    void what_does_not_go_together_is_refused() {
        assertThat(Replay.run("report", "--language", "fr")).isEqualTo(2);
        assertThat(Replay.run("report", "--log", file("log.csv"))).isEqualTo(2);
        assertThat(Replay.run("report", "--calls", file("calls.csv"))).isEqualTo(2);
    }
}
