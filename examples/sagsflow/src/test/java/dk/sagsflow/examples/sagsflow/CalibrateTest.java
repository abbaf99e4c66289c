package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.examples.sagsflow.log.CaseLogReader;
import dk.sagsflow.examples.sagsflow.log.LoggedCase;
import dk.sagsflow.examples.sagsflow.log.RejectedRow;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The subcommand that calibrates: a small log whose agreement is known, and what it says when it cannot go on. */
class CalibrateTest {
    private static final String HEADER = "case,time,group,status,priority,opened,sla\n";
    private static final String MAPPING = """
        {"name": "judged", "columns": {"case": "case", "time": "time", "group": "group", "status": "status",
                                       "priority": "priority"},
         "caseColumns": {"registered": "opened", "verdict": "sla"},
         "time": {"format": "d/M/yyyy HH:mm", "zone": "Europe/Copenhagen"}, "missing": ["?"], "noGroup": "nobody",
         "tiers": [{"id": "1st", "name": "1st", "groups": "."}], "contactTier": "1st",
         "statuses": {"new": {"is": "queued"}, "wait": {"is": "waiting", "for": "CUSTOMER"},
                      "done": {"is": "answered"}, "closed": {"is": "closed"}},
         "priorities": {"high": "P1", "low": "P4"}, "verdicts": {"yes": "MET", "no": "MISSED"}}
        """;

    @TempDir
    Path folder = Path.of("");

    private final Said said = new Said();

    /** What the program printed. Not thread-safe. */
    private static final class Said {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();

        int by(String... arguments) {
            PrintStream outBefore = System.out;
            PrintStream errBefore = System.err;
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            try {
                return Replay.run(arguments);
            } finally {
                System.setOut(outBefore);
                System.setErr(errBefore);
            }
        }

        String out() {
            return out.toString(StandardCharsets.UTF_8);
        }

        List<String> err() {
            return err.toString(StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void the_planted_agreement_is_told_in_words_and_as_json() throws IOException {
        Path json = folder.resolve("calibration.json");

        int exit = said.by("calibrate", log(0), "--mapping", mapping(MAPPING), "--json", json.toString());

        assertThat(exit).isZero();
        assertThat(said.out())
                .contains("28 cases: 21 met, 7 missed, 0 without a verdict; rows left out: 0")
                .contains("28  100.000%  closure, Monday to Friday around the clock in Europe/Copenhagen, not paused")
                .contains("contradicting cases: 0");
        JsonNode report = JsonMapper.builder().build().readTree(Files.readString(json));
        JsonNode best = report.get("ranking").get(0);
        assertThat(report.get("cases").intValue()).isEqualTo(28);
        assertThat(report.get("ranking").size()).isEqualTo(64);
        assertThat(report.get("contradictingTheBest").size()).isZero();
        assertThat(best.get("measure").stringValue()).isEqualTo("CLOSURE");
        assertThat(best.get("zone").stringValue()).isEqualTo("Europe/Copenhagen");
        assertThat(best.get("accuracy").doubleValue()).isEqualTo(1);
        assertThat(best.get("limits").size()).isEqualTo(1);
        assertThat(best.get("limits").get(0).get("priority").stringValue()).isEqualTo("P4");
        assertThat(best.get("limits").get(0).get("suggested").stringValue()).isEqualTo("PT48H");
    }

    @Test
    void a_case_that_contradicts_is_named() throws IOException {
        int exit = said.by("calibrate", log(1), "--mapping", mapping(MAPPING));

        assertThat(exit).isZero();
        assertThat(said.out()).contains("contradicting cases: 1").contains("  C-7 ");
    }

    @Test
    void a_missed_case_that_is_not_over_has_used_the_time_until_the_log_ends() throws IOException {
        Path log = Path.of(log(0));
        Files.writeString(log, "O-1,1/10/2007 00:00,centre,new,low,1/10/2007 00:00,no\n", StandardOpenOption.APPEND);

        int exit = said.by("calibrate", log.toString(), "--mapping", mapping(MAPPING));

        assertThat(exit).isZero();
        assertThat(said.out())
                .contains("29 cases: 21 met, 8 missed")
                .contains("29  100.000%  closure, Monday to Friday around the clock")
                .contains("contradicting cases: 0");
    }

    @Test
    void zones_are_tried_as_told() throws IOException {
        int exit = said.by(
                "calibrate",
                log(0),
                "--mapping",
                mapping(MAPPING),
                "--zone",
                "Asia/Tokyo",
                "--zone",
                "Europe/Copenhagen");

        assertThat(exit).isZero();
        assertThat(said.out())
                .contains("the best of 128")
                .contains("Monday to Friday around the clock in Asia/Tokyo, not paused");
    }

    @Test
    void every_offset_is_tried_when_asked_for_and_not_beside_zones() throws IOException {
        assertThat(said.by("calibrate", log(0), "--mapping", mapping(MAPPING), "--every-offset"))
                .isZero();
        assertThat(said.out()).contains("the best of 1352");
        assertThat(said.by("calibrate", log(0), "--mapping", mapping(MAPPING), "--every-offset", "--zone", "UTC"))
                .isEqualTo(2);
        assertThat(said.err()).anyMatch(line -> line.contains("--every-offset and --zone exclude each other"));
    }

    @Test
    void a_mapping_without_verdicts_is_refused_with_its_place() throws IOException {
        String without = MAPPING.replace(", \"verdict\": \"sla\"", "");

        assertThat(said.by("calibrate", log(0), "--mapping", mapping(without))).isEqualTo(2);
        assertThat(said.err())
                .containsExactly(folder.resolve("m.json")
                        + ": /caseColumns/verdict: missing; calibration needs the column with the verdicts");
    }

    @Test
    void verdicts_without_meaning_and_unknown_case_columns_are_refused_with_their_places() throws IOException {
        String wrong = MAPPING.replace("\"MET\"", "\"KEPT\"").replace("\"registered\"", "\"reported\"");

        assertThat(said.by("calibrate", log(0), "--mapping", mapping(wrong))).isEqualTo(2);
        assertThat(said.err())
                .containsExactly(
                        folder.resolve("m.json")
                                + ":3:30: /caseColumns/reported: unknown; allowed are registered, verdict, category,"
                                + " knownError",
                        folder.resolve("m.json")
                                + ":8:65: /verdicts/yes: \"KEPT\" is not one of the values MET, MISSED");
    }

    @Test
    void a_log_in_which_nothing_was_judged_is_refused() throws IOException {
        Path log = Files.writeString(
                folder.resolve("log.csv"), HEADER + "A,1/10/2007 08:00,centre,new,low,1/10/2007 07:00,?\n");

        assertThat(said.by("calibrate", log.toString(), "--mapping", mapping(MAPPING)))
                .isEqualTo(2);
        assertThat(said.err())
                .containsExactly(log + ": none of 1 cases has a verdict in column \"sla\"; at least one is needed");
    }

    @Test
    void a_missing_log_is_refused_in_a_line() throws IOException {
        Path none = folder.resolve("none.csv");

        assertThat(said.by("calibrate", none.toString(), "--mapping", mapping(MAPPING)))
                .isEqualTo(2);
        assertThat(said.err()).containsExactly(none + ": no such file");
    }

    @Test
    void rows_without_a_group_and_cases_that_came_in_before_their_first_row_are_read() throws IOException {
        Path log = Files.writeString(
                folder.resolve("log.csv"),
                HEADER
                        + "A,1/10/2007 08:00,?,new,low,1/10/2007 07:00,yes\n"
                        + "A,1/10/2007 09:00,centre,closed,high,1/10/2007 07:00,no\n"
                        + "B,1/10/2007 08:00,centre,new,?,1/10/2007 09:00,no\n"
                        + "B,1/10/2007 09:00,centre,closed,low,soon,no\n");
        List<LoggedCase> cases = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();

        new CaseLogReader(LogMapping.read(Path.of(mapping(MAPPING)))).read(log, cases::add, rejected::add, bytes -> {});

        assertThat(cases)
                .extracting(one -> one.registeredAt().toString())
                .containsExactly("2007-10-01T05:00:00Z", "2007-10-01T06:00:00Z");
        assertThat(cases.get(0).first().group()).isEqualTo("nobody");
        assertThat(cases.get(0).last().priority()).hasToString("Optional[P1]");
        assertThat(cases.get(0).verdict()).hasToString("Optional[MISSED]");
        assertThat(rejected)
                .extracting(RejectedRow::reason)
                .containsExactly(
                        "registered time \"soon\" is unreadable, expected d/M/yyyy HH:mm in Europe/Copenhagen");
    }

    /** One case for each day of four weeks, judged by a clock from Monday to Friday and 48 hours; some verdicts wrong. */
    private String log(int wrong) throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int day = 1; day <= 28; day++) {
            // The 1st of October 2007 is a Monday.
            int weekday = (day - 1) % 7;
            int lasts = 1 + day % 4;
            long used = IntStream.range(weekday, weekday + lasts)
                    .filter(passed -> passed % 7 < 5)
                    .count();
            boolean met = used <= 2 != (wrong == 1 && day == 7);
            String opened = day + "/10/2007 00:00";
            String closed = day + lasts <= 31 ? day + lasts + "/10/2007 00:00" : day + lasts - 31 + "/11/2007 00:00";
            String ofCase = ",low," + opened + "," + (met ? "yes" : "no") + "\n";
            rows.append("C-" + day + "," + opened + ",centre,new" + ofCase);
            rows.append("C-" + day + "," + closed + ",centre,closed" + ofCase);
        }
        return Files.writeString(folder.resolve("log.csv"), rows.toString()).toString();
    }

    private String mapping(String text) throws IOException {
        return Files.writeString(folder.resolve("m.json"), text).toString();
    }
}
