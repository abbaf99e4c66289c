package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code calls} with what telephone systems and people make of their records. */
class CallsTest extends ProgramRun {
    private static final String HEAD = "id,arrived,queue,waited,talked,case\n";

    @TempDir
    Path folder;

    @BeforeEach
    void mappings() throws IOException {
        write("calls.json", """
            {"name": "the telephone", "columns": {"id": "id", "arrived": "arrived", "queue": "queue", "waited": "waited",
                                                  "talked": "talked", "case": "case"},
             "time": {"format": "iso", "zone": "Europe/Copenhagen"}}
            """);
        write("cases.json", """
            {"name": "cases", "columns": {"case": "case", "time": "time", "group": "group", "status": "status"},
             "time": {"format": "iso-offset"}, "tiers": [{"id": "1", "name": "1", "groups": "."}], "contactTier": "1",
             "statuses": {"new": {"is": "queued"}, "done": {"is": "answered"}}}
            """);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private int calls(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "calls",
                folder.resolve("calls.csv").toString(),
                "--mapping",
                folder.resolve("calls.json").toString()));
        Collections.addAll(arguments, more);
        return captured(() -> Replay.run(arguments.toArray(new String[0])));
    }

    private int joined() {
        return calls(
                "--cases",
                folder.resolve("cases.csv").toString(),
                "--case-mapping",
                folder.resolve("cases.json").toString());
    }

    @Test
    void without_a_log_of_cases_nothing_is_said_of_solved_calls() throws IOException {
        write("calls.csv", HEAD + "1,2007-08-13T08:00:00,a,5,60,A\n");

        assertThat(calls()).isZero();
        assertThat(printed).doesNotContain("solved in the call");
    }

    @Test
    void calls_of_cases_that_the_log_does_not_have_are_told_and_not_counted_as_unsolved() throws IOException {
        write("calls.csv", HEAD + "1,2007-08-13T08:00:00,a,5,60,A\n2,2007-08-13T09:00:00,a,5,60,elsewhere\n");
        write("cases.csv", """
            case,time,group,status
            A,2007-08-13T06:00:10Z,desk,new
            A,2007-08-13T06:00:50Z,desk,done
            B,yesterday,desk,new
            """);

        assertThat(joined()).isZero();
        assertThat(printed)
                .contains("solved in the call: 100.0 % of 1 calls", "1 unknown case, counted")
                .contains("of the cases:", "ROWS LEFT OUT: 1 of 3", "time \"yesterday\" is unreadable");
    }

    @Test
    void calls_in_the_hour_that_comes_twice_stay_in_order() throws IOException {
        write("calls.csv", HEAD + """
                1,2007-10-28T02:50:00,a,5,60,
                2,2007-10-28T02:10:00,a,5,60,A
                3,2007-10-28T02:40:00,a,5,60,
                4,2007-10-27T23:40:00,a,5,60,
                """);
        write("cases.csv", """
            case,time,group,status
            A,2007-10-28T01:10:10Z,desk,new
            A,2007-10-28T01:10:30Z,desk,done
            """);

        assertThat(joined()).isZero();
        assertThat(printed)
                .as("the second call is at 01:10 UTC, so its case was answered in it; the last alone is out of order")
                .contains("solved in the call: 100.0 % of 1 calls", "1 out of order, counted");
    }

    @Test
    void a_time_that_no_clock_showed_is_told() throws IOException {
        write("calls.csv", HEAD + "1,2007-03-25T02:30:00,a,5,60,\n2,2007-03-25T03:30:00,a,5,60,\n");

        assertThat(calls()).isZero();
        assertThat(printed).contains("1 times such as \"2007-03-25T02:30:00\" never were in Europe/Copenhagen");
    }

    @Test
    void what_may_stand_between_thousands_is_told_and_parts_of_a_second_are_not() throws IOException {
        write("calls.csv", HEAD + "1,2007-08-13T08:00:00,a,5,\"1,234\",\n2,2007-08-13T08:00:01,a,7,60,\n");
        assertThat(calls()).isZero();
        assertThat(printed).contains("1 lengths such as \"1,234\" are read as seconds and parts of a second");

        for (String parts : List.of("1.5", "0.250", "1234")) {
            write("calls.csv", HEAD + "1,2007-08-13T08:00:00,a,5,1.234,\n2,2007-08-13T08:00:01,a,7," + parts + ",\n");
            assertThat(calls()).isZero();
            assertThat(printed).doesNotContain("lengths such as");
        }
    }

    @Test
    void what_is_less_than_no_time_is_one_reason_whatever_calls_are_called() throws IOException {
        write("calls.csv", HEAD + """
                x,2007-08-13T08:00:00,a,-5,60,
                y,2007-08-13T08:00:00,a,-6,60,
                z,2007-08-13T08:00:00,a,6,60,
                """);

        assertThat(calls()).isZero();
        assertThat(printed.lines().filter(line -> line.contains("less than no time")))
                .singleElement()
                .asString()
                .contains("2, the first on line 2");
    }

    private void outcomes() throws IOException {
        write("calls.json", """
            {"name": "the telephone", "columns": {"id": "id", "arrived": "arrived", "queue": "queue", "waited": "waited",
                                                  "talked": "talked", "outcome": "outcome"},
             "time": {"format": "iso", "zone": "Europe/Copenhagen"}, "queues": ["a"],
             "outcomes": {"A": "answered", "G": "abandoned"}}
            """);
    }

    @Test
    void a_call_that_was_given_up_and_talked_is_told() throws IOException {
        outcomes();
        write("calls.csv", """
            id,arrived,queue,waited,talked,outcome
            1,2007-08-13T08:00:00,a,5,60,A
            2,2007-08-13T08:01:00,a,5,0,G
            3,2007-08-13T08:02:00,a,5,35,G
            4,2007-08-13T08:03:00,a,5,,G
            5,2007-08-13T08:04:00,a,5,40,G
            """);

        assertThat(calls()).isZero();
        assertThat(printed)
                .contains("2 calls were given up by their outcome and talked all the same, the first on line 4")
                .containsPattern("all +5 +80.0 % +5 s +5 s +100.0 % +60 s");
    }

    @Test
    void of_an_answered_call_without_talk_it_is_not_known_how_long_it_took() throws IOException {
        outcomes();
        write("calls.csv", """
            id,arrived,queue,waited,talked,outcome
            1,2007-08-13T08:00:00,a,5,60,A
            2,2007-08-13T08:01:00,a,5,,A
            3,2007-08-13T08:02:00,a,5,0,A
            """);

        assertThat(calls()).isZero();
        assertThat(printed)
                .contains("1, the first on line 3: answered, but talked missing")
                .containsPattern("all +2 +0.0 % +5 s +5 s +100.0 % +30 s");
    }

    @Test
    void calls_that_are_not_counted_are_left_out_with_their_lines() throws IOException {
        outcomes();
        write("calls.csv", """
            id,arrived,queue,waited,talked,outcome
            1,2007-08-13T08:00:00,a,5,60,A
            2,2007-08-13T08:01:00,b,5,60,A
            1,2007-08-13T08:02:00,a,5,60,A
            """);

        assertThat(calls()).isZero();
        assertThat(printed)
                .contains("ROWS LEFT OUT: 2 of 3 (66.7 %)")
                .contains("1, the first on line 3: queue \"b\" is not in the mapping")
                .contains("1, the first on line 4: call \"1\" came before");
    }

    @Test
    void lengths_that_are_longer_than_a_day_are_told() throws IOException {
        write("calls.csv", HEAD + "1,2007-08-13T08:00:00,a,5000,200000,\n2,2007-08-13T08:00:00,a,86400,24:00:00,\n");

        assertThat(calls()).isZero();
        assertThat(printed)
                .contains("1 lengths such as \"200000\" are longer than a day: perhaps they are not in seconds");
    }

    @Test
    void origins_that_differ_in_their_letters_are_called_as_they_are() throws IOException {
        write(
                "calls.json",
                Files.readString(folder.resolve("calls.json")).replace("\"case\": \"case\"", "\"origin\": \"case\""));
        write("calls.csv", HEAD + "1,2007-08-13T08:00:00,a,5,60,Odense\n2,2007-08-13T08:00:00,a,5,60,ODENSE\n");

        assertThat(calls()).isZero();
        assertThat(printed).contains("Odense  ", "ODENSE  ", "monday  ");
    }

    @Test
    void years_without_a_call_are_told() throws IOException {
        write("calls.csv", HEAD + "1,2007-08-13T08:00:00,a,5,60,\n2,2008-08-13T08:00:00,a,5,60,\n");
        assertThat(calls()).isZero();
        assertThat(printed).doesNotContain("no call between");

        write("calls.csv", HEAD + "1,1907-08-13T08:00:00,a,5,60,\n2,2007-08-13T08:00:00,a,5,60,\n");
        assertThat(calls()).isZero();
        assertThat(printed).contains("no call between 1907-08-13 and 2007-08-13: perhaps a date is wrong");
    }
}
