package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a log of moves, statuses and ids as they come is counted as: {@code 1a} is group a of the 1st tier. */
class MovesTest {
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
    private static final String MAPPING = """
            {"name": "three tiers", "columns": {"case": "case", "time": "time", "group": "group", "status": ["status"],
                                                "system": "system"},
             "time": {"format": "iso-offset"}, "missing": [""],
             "tiers": [{"id": "1", "name": "1", "groups": "1."}, {"id": "2", "name": "2", "groups": "2."},
                       {"id": "3", "name": "3", "groups": "3."}],
             "contactTier": "1",
             "statuses": {"new": {"is": "queued"}, "work": {"is": "working"}, "done": {"is": "answered"},
                          "closed": {"is": "closed"}, "what": {"is": "unknown"}},
             "limits": {}}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    1a 2b 1c             | 2 | 0 | 0 | 2 1 0 | 2
                    1a 2b 3c 1a          | 2 | 1 | 1 | 2 1 1 | 3
                    1a 2b 1a             | 1 | 1 | 1 | 2 1 0 | 2
                    1a 2b 3c 2b 1a       | 2 | 2 | 2 | 2 2 1 | 3
                    1a 2b 2d 1a          | 2 | 1 | 1 | 2 2 0 | 2
                    1a 1b 1a 1b          | 2 | 1 | 2 | 4 0 0 | 1
                    """)
    void only_a_group_that_had_handed_a_case_over_gets_it_back(
            String groups, int handedOn, int givenBack, int pingPong, String visits, String highest)
            throws IOException {
        StringBuilder log = new StringBuilder("case,time,group,status,system\n");
        int minute = 10;
        for (String group : WORDS.split(groups)) {
            log.append("A,2007-01-01T08:")
                    .append(minute)
                    .append(":00Z,")
                    .append(group)
                    .append(",work,\n");
            minute++;
        }

        JsonNode report = report(log.toString());

        assertThat(sum(report, "handOversFrom")).isEqualTo(handedOn);
        assertThat(sum(report, "givenBackBy")).isEqualTo(givenBack);
        assertThat(report.get("pingPong").intValue()).isEqualTo(pingPong);
        List<String> byTier = WORDS.splitToList(visits);
        for (int tier = 0; tier < 3; tier++) {
            JsonNode counted = report.get("tiers").get(tier);
            assertThat(counted.get("visits").intValue()).isEqualTo(Integer.parseInt(byTier.get(tier)));
            assertThat(counted.get("highestForCases").intValue())
                    .isEqualTo(counted.get("id").stringValue().equals(highest.strip()) ? 1 : 0);
        }
    }

    @Test
    void a_visit_without_length_is_a_visit() throws IOException {
        JsonNode report = report("""
                case,time,group,status,system
                A,2007-01-01T08:00:00Z,1a,done,
                B,2007-01-01T08:00:00Z,1a,new,
                B,2007-01-01T08:00:00Z,1a,done,
                C,2007-01-01T08:00:00Z,1a,new,
                C,2007-01-01T09:00:00Z,2b,work,
                C,2007-01-01T09:00:00Z,1a,done,
                """);

        assertThat(report.get("tiers").get(0).get("visits").intValue()).isEqualTo(4);
        assertThat(report.get("tiers").get(0).get("answers").intValue()).isEqualTo(3);
        assertThat(report.get("tiers").get(1).get("visits").intValue()).isEqualTo(1);
        assertThat(report.get("pingPong").intValue()).isEqualTo(1);
    }

    @Test
    void a_row_of_unknown_status_leaves_a_case_as_it_was() throws IOException {
        JsonNode report = report("""
                case,time,group,status,system
                A,2007-01-01T08:00:00Z,1a,work,
                A,2007-01-01T09:00:00Z,1a,closed,
                A,2007-01-01T10:00:00Z,3c,what,
                B,2007-01-01T08:00:00Z,1a,work,
                B,2007-01-01T09:00:00Z,1a,what,
                """);

        assertThat(report.get("notAnsweredAtTheEnd").intValue()).isEqualTo(1);
        assertThat(report.get("tiers").get(2).get("highestForCases").intValue()).isZero();
    }

    @Test
    void space_around_what_a_cell_says_is_taken_off_and_what_cannot_be_read_is_left_out_with_its_line()
            throws IOException {
        JsonNode report = report("""
                case,time,group,status,system
                A ,2007-01-01T08:00:00Z,1a ,new, mail
                A,2007-01-01T09:00:00Z, 1a,done, \s
                 ,2007-01-01T09:00:00Z,1a,done,mail
                C,0001-01-01T00:00:00Z,1a,new,mail
                D,9999-12-31T23:59:59Z,1a,new,mail
                """);

        assertThat(report.get("cases").intValue()).isEqualTo(1);
        assertThat(report.get("groups").intValue()).isEqualTo(1);
        assertThat(report.get("rowsLeftOut").intValue()).isEqualTo(3);
    }

    @Test
    void a_log_of_which_nothing_can_be_used_is_no_quiet_year() throws IOException {
        assertThat(run("case,time,group,status,system\nA,today,1a,new,\n")).isEqualTo(Replay.UNUSABLE);
        assertThat(run("case,time,group,status,system\n")).isEqualTo(Replay.UNUSABLE);
        assertThat(folder.resolve("report.json")).doesNotExist();
    }

    private static int sum(JsonNode report, String what) {
        int sum = 0;
        for (JsonNode tier : report.get("tiers")) {
            sum += tier.get(what).intValue();
        }
        return sum;
    }

    private JsonNode report(String log) throws IOException {
        assertThat(run(log)).isZero();
        return JsonMapper.builder().build().readTree(Files.readString(folder.resolve("report.json")));
    }

    private int run(String log) throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), log);
        Path mapping = Files.writeString(folder.resolve("mapping.json"), MAPPING);
        return Replay.run(
                "--log",
                file.toString(),
                "--mapping",
                mapping.toString(),
                "--json",
                folder.resolve("report.json").toString());
    }
}
