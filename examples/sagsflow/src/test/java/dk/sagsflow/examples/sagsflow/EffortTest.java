package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffortTest {
    @TempDir
    Path folder;

    private record Ran(int exit, String out, String err) {}

    private Ran effort(String rows, String... options) throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), "case,at,group,status\n" + rows);
        Path mapping = Files.writeString(folder.resolve("mapping.json"), """
            {"name": "a service desk",
             "columns": {"case": "case", "time": "at", "group": "group", "status": "status"},
             "time": {"format": "iso-offset"}, "missing": [""],
             "tiers": [{"id": "1st", "name": "1st", "groups": "centre"}, {"id": "2nd", "name": "2nd", "groups": "bit"}],
             "contactTier": "1st",
             "statuses": {"open": {"is": "working"}, "done": {"is": "answered"}}}
            """);
        List<String> all = new ArrayList<>(List.of("effort", "--log", log.toString(), "--mapping", mapping.toString()));
        all.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            int exit = Replay.run(all.toArray(String[]::new));
            return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    /** Four come in the first of three whole weeks, one leaves; nothing happens in the second; one is handed on in the third. */
    private static final String THREE_WEEKS = """
        A,2007-01-01T08:00:00Z,centre,open
        B,2007-01-02T08:00:00Z,centre,open
        C,2007-01-02T08:00:00Z,centre,open
        D,2007-01-03T08:00:00Z,centre,open
        A,2007-01-05T08:00:00Z,centre,done
        B,2007-01-21T08:00:00Z,bit,open
        """;

    @Test
    @DisplayName("R35: what comes in a week is what begins in it, and a week in which nothing happens is one too")
    void what_comes_in_a_week_is_what_begins_in_it() throws IOException {
        Ran ran = effort(
                THREE_WEEKS, "--handling", "1st=90", "--handling", "2nd=30", "--people", "1st=1", "--hours", "1");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("3 whole weeks, 2007-01-01 to 2007-01-21")
                .containsPattern("1st +1\\.3 +90\\.0 +2\\.0 +2\n")
                .containsPattern("2nd +0\\.3 +30\\.0 +0\\.2 +1\n")
                .contains("1st with 1 people does 0.7 cases a week; if the weeks go on like this, after 4 weeks 5 lie"
                        + " there");
    }

    @Test
    @DisplayName("R35: people for a goal, hour by hour, by Erlang's formula C")
    void people_for_a_goal_are_told_tier_by_tier() throws IOException {
        Ran ran = effort(THREE_WEEKS, "--handling", "1st=90", "--goal", "80=30", "--open", "2");

        // 4 in 3 weeks of 2 hours are 0.67 an hour, a load of 1: two people take up 76 % within half an hour, three 95
        // %.
        assertThat(ran.out())
                .contains("so that 80 % are taken up within 30 min", "cases come evenly in 2 h of a week")
                .containsPattern("1st +0\\.7 cases an hour, 3 people");
        assertThat(effort(THREE_WEEKS, "--handling", "1st=90", "--goal", "100=30")
                        .err())
                .contains("--goal 100.0=30");
    }

    @Test
    void weeks_that_the_log_begins_or_ends_within_do_not_count() throws IOException {
        Ran ran = effort(
                "Z,2006-12-28T08:00:00Z,centre,open\n" + THREE_WEEKS + "E,2007-01-23T08:00:00Z,centre,open\n",
                "--handling",
                "1st=12");

        assertThat(ran.out())
                .contains("3 whole weeks, 2007-01-01 to 2007-01-21")
                .containsPattern("1st +1\\.3 ");
    }

    @Test
    void of_no_whole_week_nothing_is_told() throws IOException {
        Ran ran = effort(
                "A,2007-01-02T08:00:00Z,centre,open\nA,2007-01-12T08:00:00Z,centre,done\n", "--handling", "1st=12");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("no whole week");
    }

    @Test
    void what_is_said_of_nobody_is_refused() throws IOException {
        assertThat(effort(THREE_WEEKS, "--handling", "first=12").err()).contains("first is not one of 1st, 2nd");
        Ran ran = effort(THREE_WEEKS, "--handling", "1st=12", "--people", "2nd=3");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("--people 2nd=3", "--handling 2nd=");
    }
}
