package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
