package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MakeReportTest extends ProgramRun {
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
    void calls_left_out_are_told_period_by_period_and_first() throws IOException {
        write("calls.csv", """
            id,at,queue,wait,talk
            1,2007-01-01T08:00:00Z,centre,10,60
            1,2007-01-01T09:00:00Z,centre,90,0
            2,2007-02-01T09:00:00Z,centre,-90,0
            3,tomorrow,centre,90,0
            4,2007-03-01T09:00:00Z,centre,90
            """);

        assertThat(withCalls("--json", file("r.json"), "--csv", file("csv"), "--html", file("r.html")))
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("csv/calls-omitted.csv")))
                .endsWith("Jan 2007,1", "Feb 2007,1", "time not known,2");
        assertThat(Files.readAllLines(folder.resolve("csv/call-periods.csv")))
                .anyMatch(line -> line.startsWith("Jan 2007,1,") && line.endsWith(",3"))
                .anyMatch(line -> line.startsWith("Feb 2007,0,") && line.endsWith(",3"));
        assertThat(Files.readString(folder.resolve("r.html"))).contains("4 of 5 calls were left out (80.0 %)");
        assertThat(printed)
                .contains("ROWS LEFT OUT: 1 of 3", "of the calls:\nROWS LEFT OUT: 4 of 5 (80.0 %)")
                .contains("call \"1\" came before");
        assertThat(printed.indexOf("ROWS LEFT OUT")).isLessThan(printed.indexOf("r.html"));
    }

    @Test
    void calls_that_are_not_counted_are_strict_too_and_a_log_without_calls_says_so() throws IOException {
        write("log.csv", """
            case,opened,solved,group,product
            A,2007-01-01T08:00:00Z,2007-01-03T08:00:00Z,centre,mail
            """);
        write("calls.csv", "id,at,queue,wait,talk\n1,2007-01-01T08:00:00Z,centre,10,60\n");
        assertThat(withCalls("--json", file("r.json"), "--strict")).isZero();

        write("calls.csv", """
            id,at,queue,wait,talk
            1,2007-01-01T08:00:00Z,centre,10,60
            1,2007-01-01T08:00:00Z,centre,10,60
            """);
        assertThat(withCalls("--json", file("r.json"), "--strict")).isEqualTo(1);

        write("calls.csv", "id,at,queue,wait,talk\n");
        assertThat(withCalls("--html", file("r.html"))).isZero();
        assertThat(printed).contains("NOTE: there are no calls after the header");
        assertThat(Files.readString(folder.resolve("r.html"))).contains("there are no calls after the header");
    }

    @Test
    void of_calls_of_which_none_can_be_used_there_is_no_report() throws IOException {
        write("calls.csv", "id,at,queue,wait,talk\n1,tomorrow,centre,10,60\n");

        assertThat(withCalls("--html", file("r.html"))).isEqualTo(Replay.UNUSABLE);
        assertThat(printed).contains("calls.csv: no call can be used", "time \"tomorrow\" is unreadable");
        assertThat(folder.resolve("r.html")).doesNotExist();
    }

    private int withCalls(String... more) {
        List<String> asked = new ArrayList<>(List.of(
                "report",
                "--log",
                file("log.csv"),
                "--mapping",
                file("mapping.json"),
                "--calls",
                file("calls.csv"),
                "--call-mapping",
                file("calls.json")));
        asked.addAll(List.of(more));
        return captured(() -> Replay.run(asked.toArray(String[]::new)));
    }

    @Test
    void tables_of_an_earlier_run_go_and_other_files_stay() throws IOException {
        Path csv = Files.createDirectories(folder.resolve("csv"));
        write("csv/notes.csv", "mine");
        write("secret.csv", "mine");
        assertThat(withCalls("--csv", file("csv"))).isZero();
        assertThat(csv.resolve("calls.csv")).exists();
        assertThat(Files.readAllLines(csv.resolve("sagsflow-tables.txt"))).contains("calls.csv", "left-out.csv");

        Path listed = csv.resolve("sagsflow-tables.txt");
        Files.writeString(listed, Files.readString(listed) + "../secret.csv\n" + file("secret.csv") + "\n");
        write("log.csv", """
            case,opened,solved,group,product
            A,2007-01-01T08:00:00Z,2007-01-03T08:00:00Z,centre,mail
            """);
        assertThat(Replay.run(
                        "report", "--log", file("log.csv"), "--mapping", file("mapping.json"), "--csv", file("csv")))
                .isZero();
        assertThat(csv.resolve("calls.csv")).doesNotExist();
        assertThat(csv.resolve("left-out.csv")).doesNotExist();
        assertThat(csv.resolve("load.csv")).exists();
        assertThat(csv.resolve("notes.csv")).hasContent("mine");
        assertThat(folder.resolve("secret.csv")).hasContent("mine");
        assertThat(Files.readAllLines(listed)).contains("load.csv").doesNotContain("calls.csv");
    }

    @Test
    void a_row_of_1900_does_not_make_a_page_of_days_in_which_nothing_happened() throws IOException {
        write("log.csv", """
            case,opened,solved,group,product
            A,1900-01-02T08:00:00Z,,centre,mail
            B,2007-01-02T08:00:00Z,2007-01-03T08:00:00Z,centre,mail
            """);

        assertThat(captured(() -> Replay.run(
                        "report",
                        "--log",
                        file("log.csv"),
                        "--mapping",
                        file("mapping.json"),
                        "--period",
                        "day",
                        "--html",
                        file("r.html"))))
                .isZero();
        assertThat(Files.size(folder.resolve("r.html"))).isLessThan(2_000_000);
        assertThat(printed).contains("are not told one by one, because nothing happened in them");
    }

    @Test
    void a_generated_log_has_its_calls_the_same_for_the_same_seed() throws IOException {
        for (String name : new String[] {"one", "other"}) {
            assertThat(Replay.run(
                            "generate", file(name + ".csv"), "--cases", "1000", "--calls", file(name + "-calls.csv")))
                    .isZero();
        }
        String calls = Files.readString(folder.resolve("one-calls.csv"));

        assertThat(calls)
                .isEqualTo(Files.readString(folder.resolve("other-calls.csv")))
                .startsWith("id,arrived,queue,outcome,waited,talked,origin,system,case")
                .contains(",answered,");
        assertThat(calls.lines()
                        .skip(1)
                        .map(row -> OffsetDateTime.parse(
                                Splitter.on(',').splitToList(row).get(1))))
                .as("a telephone system writes calls as they arrive")
                .isSortedAccordingTo(OffsetDateTime.timeLineOrder());
    }

    @Test
    void what_does_not_go_together_is_refused() {
        assertThat(Replay.run("report", "--language", "fr")).isEqualTo(2);
        assertThat(Replay.run("report", "--log", file("log.csv"))).isEqualTo(2);
        assertThat(Replay.run("report", "--calls", file("calls.csv"))).isEqualTo(2);
    }
}
