package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.json.CaseEventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayTest {
    private static final String MAPPING = """
        {"name": "two tiers", "columns": {"case": "case", "time": "time", "group": "group", "status": ["status"]},
         "time": {"format": "iso-offset"}, "missing": [""],
         "tiers": [{"id": "2nd", "name": "2nd", "groups": "2nd"}, {"id": "1st", "name": "1st", "groups": "."}],
         "contactTier": "1st",
         "statuses": {"new": {"is": "queued"}, "work": {"is": "working"}, "wait": {"is": "waiting", "for": "CUSTOMER"},
                      "done": {"is": "answered"}, "closed": {"is": "closed"}},
         "limits": {"1st": {"limit": "PT1H", "pausedBy": ["CUSTOMER"]}}}
        """;

    @TempDir
    Path folder;

    @Test
    void events_of_the_cases_are_written_as_they_are_published_or_not_at_all() throws IOException {
        String log = write("two.csv", """
            case,time,group,status
            A,2007-01-01T08:00:00Z,centre,new
            A,2007-01-01T09:00:00Z,centre,work
            A,2007-01-01T10:00:00Z,2nd line,work
            B,2007-01-01T08:00:00Z,centre,new
            """).toString();
        Path events = folder.resolve("events.jsonl");

        assertThat(Replay.run("--log", log, "--mapping", mapping(), "--events", events.toString()))
                .isZero();

        CaseEventJson json = new CaseEventJson();
        assertThat(Files.readAllLines(events).stream().map(json::read))
                .extracting(event -> event.caseNumber() + " " + event.eventKind())
                .containsExactly("A REGISTERED", "A ACCEPTED", "A HANDED_OVER", "A ACCEPTED", "B REGISTERED");

        Path none = folder.resolve("none.jsonl");
        String empty = write("empty.csv", "case,time,group,status\n").toString();
        assertThat(Replay.run("--log", empty, "--mapping", mapping(), "--events", none.toString()))
                .isEqualTo(2);
        assertThat(none).doesNotExist();
    }

    @Test
    void effort_tells_people_and_backlog_of_each_tier_and_refuses_what_cannot_be() throws IOException {
        StringBuilder rows = new StringBuilder("case,time,group,status\n");
        for (int day = 1; day <= 28; day++) {
            rows.append(String.format(
                    Locale.ROOT,
                    "C%d,2007-01-%02dT08:00:00Z,centre,new%nC%d,2007-01-%02dT09:00:00Z,centre,done%n",
                    day,
                    day,
                    day,
                    day));
        }
        String log = write("effort.csv", rows.toString()).toString();

        assertThat(said(
                        "effort",
                        "--log",
                        log,
                        "--mapping",
                        mapping(),
                        "--handling",
                        "1st=60",
                        "--people",
                        "1st=1",
                        "--hours",
                        "2"))
                .contains("4 whole weeks, 2007-01-01 to 2007-01-28; a person works 2.0 h of a week on cases")
                .containsPattern("1st +7.0 +60.0 +3.5 +0")
                .contains("1st with 1 people does 2.0 cases a week; if the weeks go on like this, after 4 weeks 20 lie"
                        + " there");
        assertThat(Replay.run("effort", "--handling", "1st=-1")).isEqualTo(2);
        assertThat(Replay.run("effort", "--handling", "1st=1", "--hours", "0")).isEqualTo(2);
    }

    private static String said(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Replay.run(arguments)).isZero();
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_small_log_is_counted_to_the_second() throws IOException {
        Path log = write("log.csv", """
            case,time,group,status
            A,2007-01-01T08:00:00Z,centre,new
            A,2007-01-01T08:30:00Z,centre,wait
            A,2007-01-01T10:30:00Z,centre,work
            A,2007-01-01T11:00:01Z,bit 2nd,new
            A,2007-01-01T12:00:00Z,centre,work
            A,2007-01-01T12:10:00Z,centre,closed
            A,2007-01-01T12:20:00Z,centre,work
            B,2007-01-02T08:00:00Z,centre,done
            B,yesterday,centre,closed
            """);

        int exit = Replay.run(
                "--log",
                log.toString(),
                "--mapping",
                mapping(),
                "--json",
                folder.resolve("r.json").toString(),
                "--html",
                folder.resolve("r.html").toString());

        JsonNode report = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("r.json")));
        assertThat(exit).isZero();
        assertThat(report.get("cases").intValue()).isEqualTo(2);
        assertThat(report.get("rows").intValue()).isEqualTo(8);
        assertThat(report.get("rowsLeftOut").intValue()).isEqualTo(1);
        assertThat(report.get("reopenedCases").intValue()).isEqualTo(1);
        assertThat(report.get("pingPong").intValue()).isEqualTo(1);
        assertThat(report.get("waiting").get("CUSTOMER").stringValue()).isEqualTo("PT2H");
        assertThat(report.get("unowned").stringValue()).isEqualTo("PT10M");
        JsonNode centre = report.get("tiers").get(1);
        assertThat(centre.get("time").stringValue()).isEqualTo("PT3H10M1S");
        assertThat(centre.get("breaches").intValue())
                .as("the second is reopened, and lies there until the log ends")
                .isEqualTo(2);
        assertThat(Files.readString(folder.resolve("r.html")))
                .contains("id=\"flow-chart\"")
                .contains("1 of 9 rows were left out")
                .contains("two tiers");
    }

    @Test
    void exactly_the_limit_is_met() throws IOException {
        Path log = write(
                "log.csv",
                "case,time,group,status\nA,2007-01-01T08:00:00Z,centre,new\nA,2007-01-01T09:00:00Z,centre,done\n");

        int exit = Replay.run(
                "--log",
                log.toString(),
                "--mapping",
                mapping(),
                "--json",
                folder.resolve("r.json").toString());

        JsonNode report = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("r.json")));
        assertThat(exit).isZero();
        assertThat(report.get("tiers").get(1).get("breaches").intValue()).isZero();
    }

    @Test
    void strict_exits_with_1_when_rows_are_left_out() throws IOException {
        Path log = write("log.csv", "case,time,group,status\nA,2007-01-01T08:00:00Z,centre,new\nA,never,centre,done\n");

        assertThat(Replay.run("--strict", "--log", log.toString(), "--mapping", mapping()))
                .isEqualTo(1);
    }

    @Test
    void wrong_use_and_unreadable_input_exit_with_2_and_write_nothing() throws IOException {
        Path json = folder.resolve("r.json");

        assertThat(Replay.run(
                        "--log",
                        folder.resolve("none.csv").toString(),
                        "--mapping",
                        mapping(),
                        "--json",
                        json.toString()))
                .isEqualTo(2);
        assertThat(Replay.run(
                        "--log", write("empty.csv", "").toString(), "--mapping", mapping(), "--json", json.toString()))
                .isEqualTo(2);
        assertThat(Replay.run("--mapping", mapping())).isEqualTo(2);
        assertThat(Replay.run("--no-such-option")).isEqualTo(2);
        assertThat(json).doesNotExist();
    }

    private String mapping() throws IOException {
        return write("mapping.json", MAPPING).toString();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
