package dk.sagsflow.examples.sagsflow;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One log in every form that helpdesks write: the figures are the same. */
class LogsAsTheyComeTest extends SmallLog {
    @Test
    void what_the_log_says_is_counted() throws IOException {
        JsonNode figures = plain();

        assertThat(figures.get("cases").intValue()).isEqualTo(3);
        assertThat(figures.get("cancelled").intValue()).isEqualTo(1);
        assertThat(figures.get("notAnsweredAtTheEnd").intValue()).isEqualTo(1);
        assertThat(figures.get("tiers").get(0).get("answers").intValue()).isEqualTo(1);
    }

    @Test
    void a_clock_of_a_case_that_is_silent_is_read_at_the_end_of_the_log() throws IOException {
        assertThat(plain().get("tiers").get(1).get("breaches").intValue())
                .as("B lies at 2b from 11:10 of the day before until the log ends")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void what_stands_between_the_values_is_found_out(String delimiter) throws IOException {
        String log = (HEAD + "\n" + LOG).replace(",", delimiter);

        assertThat(figures(replay(log, mapping("")))).isEqualTo(plain());
        assertThat(figures(replay("sep=" + delimiter + "\n" + log, mapping(""))))
                .isEqualTo(plain());
    }

    @Test
    void a_text_may_be_utf_16_with_a_mark_or_without_and_windows_1252_is_said() throws IOException {
        String log = (HEAD + "\n" + LOG);

        assertThat(figures(replay(bytes("\uFEFF" + log, UTF_16LE), mapping(""))))
                .isEqualTo(plain());
        assertThat(figures(replay(bytes(log, Charset.forName("UTF-16BE")), mapping(""))))
                .isEqualTo(plain());
        byte[] danish = bytes(log + "D,2007-01-01T08:00:00Z,1\u00e5,new\n", Charset.forName("windows-1252"));
        assertThat(run(danish, mapping(""))).isEqualTo(Replay.UNUSABLE);
        assertThat(printed).contains("bytes E5 are not UTF-8", "\"encoding\": \"windows-1252\"");
        assertThat(run(danish, mapping("\"encoding\": \"windows-1252\",\n"))).isZero();
    }

    @Test
    void json_may_be_one_object_a_line_an_array_or_within_a_document() throws IOException {
        List<String> objects = new ArrayList<>();
        for (String row : Splitter.on('\n').omitEmptyStrings().split(LOG)) {
            List<String> cells = Splitter.on(',').splitToList(row);
            objects.add(String.format(
                    "{\"case\": \"%s\", \"time\": \"%s\", \"at\": {\"group\": \"%s\"}, \"status\": \"%s\", \"more\":"
                            + " [1, {}]}",
                    cells.toArray()));
        }
        String nested = COLUMNS.replace("\"group\"}", "").replace("\"group\": \"group\"", "\"group\": \"at.group\"");

        assertThat(figures(replay(String.join("\n", objects), mapping("", nested))))
                .isEqualTo(plain());
        assertThat(figures(replay(objects.toString(), mapping("", nested)))).isEqualTo(plain());
        String document = "{\"total\": [3], \"data\": {\"rows\": " + objects + "}, \"next\": null}";
        assertThat(figures(replay(document, mapping("\"root\": \"data.rows\",", nested))))
                .isEqualTo(plain());
        String parts = "[" + objects.subList(0, 3) + ", " + objects.subList(3, objects.size()) + "]";
        assertThat(figures(replay(parts, mapping("", nested)))).isEqualTo(plain());
        String pages = "{\"page\": 1, \"data\": {\"rows\": " + objects.subList(0, 3) + "}, \"next\": {\"page\": 2}}\n"
                + "{\"data\": {\"more\": [1], \"rows\": []}}\n"
                + "{\"page\": 2, \"data\": {\"rows\": " + objects.subList(3, objects.size()) + "}}";
        assertThat(figures(replay(pages, mapping("\"root\": \"data.rows\",", nested))))
                .as("pages of an answer, one document after another")
                .isEqualTo(plain());
        assertThat(run(bytes(pages + "{\"error\": 429}", UTF_8), mapping("\"root\": \"data.rows\",", nested)))
                .isEqualTo(Replay.UNUSABLE);
        assertThat(printed).contains("nowhere in it is \"data.rows\"");
        assertThat(run(bytes(objects.toString().substring(0, 300), UTF_8), mapping("", nested)))
                .isEqualTo(Replay.UNUSABLE);
        assertThat(printed).contains("not JSON");
    }

    @Test
    void what_is_wrong_with_json_is_told_without_a_word_of_the_log() throws IOException {
        for (String broken : List.of("{\"case\": SECRET words}", "[\"SECRET words\"]", "{\"case\": \"SECRET words")) {
            assertThat(run(bytes(broken, UTF_8), mapping("", COLUMNS))).isEqualTo(Replay.UNUSABLE);
            assertThat(printed).contains("line 1").doesNotContain("SECRET");
        }
    }

    @Test
    void xes_is_read_packed_or_not_and_no_entity_of_it_is() throws IOException {
        StringBuilder traces = new StringBuilder();
        for (String name : List.of("A", "B", "C")) {
            traces.append("<trace><string key='concept:name' value='" + name + "'/>\n");
            for (String row : Splitter.on('\n').omitEmptyStrings().split(LOG)) {
                List<String> cells = Splitter.on(',').splitToList(row);
                if (cells.get(0).equals(name)) {
                    traces.append(String.format(
                            "<event><date key='time:timestamp' value='%s'/><string key='org:group' value='%s'>"
                                    + "<string key='x' value='y'/></string><string key='s' value='%s'/></event>%n",
                            cells.get(1), cells.get(2), cells.get(3)));
                }
            }
            traces.append("</trace>");
        }
        String head = "<?xml version='1.0' encoding='UTF-8'?>\n";
        String log = "<log xmlns='http://www.xes-standard.org/'><string key='concept:name' value='all'/>" + traces
                + "</log>";
        Path mapping = mapping("", """
            "columns": {"case": "case:concept:name", "time": "time:timestamp", "group": "org:group", "status": "s"},
            """);

        assertThat(figures(replay(head + log, mapping))).isEqualTo(plain());
        assertThat(figures(replay(gzip(head + log), mapping))).isEqualTo(plain());
        Path secret = Files.writeString(folder.resolve("secret"), "TOP-SECRET");
        String attack = head + "<!DOCTYPE log [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>"
                + log.replace("value='all'", "value='&x;'").replace("value='1a'", "value='&x;'");
        assertThat(run(bytes(attack, UTF_8), mapping)).isEqualTo(Replay.UNUSABLE);
        assertThat(printed).doesNotContain("TOP-SECRET");
        assertThat(run(bytes(head + log.substring(0, 400), UTF_8), mapping)).isEqualTo(Replay.UNUSABLE);
        assertThat(printed).contains("not XES");
    }

    @Test
    void rows_may_come_in_any_order() throws IOException {
        List<String> rows = new ArrayList<>(Splitter.on('\n').omitEmptyStrings().splitToList(LOG));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(rows, new Random(seed));
            assertThat(figures(replay(HEAD + "\n" + String.join("\n", rows), mapping(""))))
                    .as(rows.toString())
                    .isEqualTo(plain());
        }
    }

    @Test
    void a_log_that_tells_the_newest_first_does_so_within_a_minute_too() throws IOException {
        String log = """
            A,2007-01-01T08:00:00Z,1a,new
            A,2007-01-01T09:00:00Z,2b,work
            A,2007-01-01T09:00:00Z,1a,done
            """;
        List<String> rows = new ArrayList<>(Splitter.on('\n').omitEmptyStrings().splitToList(log));
        JsonNode forth = figures(replay(HEAD + "\n" + log, mapping("")));
        Collections.reverse(rows);

        assertThat(figures(replay(HEAD + "\n" + String.join("\n", rows), mapping(""))))
                .isEqualTo(forth);
    }

    @Test
    void a_row_that_comes_twice_counts_once_and_is_told() throws IOException {
        JsonNode report = replay(HEAD + "\n" + LOG + LOG, mapping(""));

        assertThat(report.get("rows").intValue()).isEqualTo(8);
        assertThat(report.get("rowsLeftOut").intValue()).isEqualTo(8);
        assertThat(report.get("reasons").get(0).get("reason").stringValue())
                .isEqualTo("says in every column the same as line 2");
        assertThat(printed).contains("ROWS LEFT OUT: 8 of 16 (50.0 %)");
        assertThat(printed.indexOf("ROWS LEFT OUT")).isLessThan(printed.indexOf("visits"));
    }

    @Test
    void of_one_row_for_each_case_what_is_not_known_is_left_out_and_not_zero() throws IOException {
        Path mapping = mapping("""
            "moments": [{"column": "opened", "is": "queued"}, {"column": "first", "is": "working"},
                        {"column": "resolved", "is": "answered"}, {"column": "closed", "is": "closed"}],
            """, "\"columns\": {\"case\": \"case\", \"group\": \"group\"},");
        JsonNode report = replay("""
            case,group,opened,first,resolved,closed
            A,1a,2007-01-01T08:00:00Z,2007-01-01T08:10:00Z,2007-01-01T10:00:00Z,2007-01-03T08:00:00Z
            B,2b,2007-01-01T08:00:00Z,,,
            C,2b,2007-01-01T08:00:00Z,,2007-01-01T07:00:00Z,
            D,2b,,,2007-01-01T07:00:00Z,
            B,2b,2007-01-01T09:00:00Z,,,
            """, mapping);

        assertThat(report.get("cases").intValue()).isEqualTo(2);
        assertThat(report.get("rowsLeftOut").intValue()).isEqualTo(3);
        assertThat(report.get("notAnsweredAtTheEnd").intValue()).isEqualTo(1);
        assertThat(report.has("pingPong")).isFalse();
        assertThat(report.get("tiers").get(0).has("visits")).isFalse();
        assertThat(report.get("tiers").get(0).get("answers").intValue()).isEqualTo(1);
        assertThat(printed)
                .contains("Who had a case in between is not known")
                .contains("something happened at 2007-01-01T07:00:00Z, before the case came in")
                .contains("has its row already, line 3")
                .doesNotContain("ping-pong");
    }

    @Test
    void a_row_may_tell_the_change_of_one_field() throws IOException {
        Path mapping = mapping("""
            "changes": {"field": "field", "value": "to", "fields": {"State": "status", "Team": "group"},
                        "before": {"status": "new"}},
            """, "\"columns\": {\"case\": \"case\", \"time\": \"time\"},");
        JsonNode report = replay("""
            case,time,field,to
            A,2007-01-01T08:00:00Z,Team,1a
            B,2007-01-01T08:10:00Z,Team,1a
            A,2007-01-01T08:30:00Z,State,wait
            A,2007-01-01T08:45:00Z,Comment,please wait
            A,2007-01-01T09:00:00Z,Team,2b
            A,2007-01-01T09:00:00Z,State,work
            A,2007-01-01T10:00:00Z,State,done
            A,2007-01-01T10:00:00Z,Team,1a
            B,2007-01-01T11:10:00Z,State,work
            B,2007-01-01T11:10:00Z,Team,2b
            C,2007-01-02T08:00:00Z,Team,1a
            C,2007-01-02T08:05:00Z,State,gone
            """, mapping);

        assertThat(figures(report)).isEqualTo(plain());
    }

    @Test
    void that_day_and_month_are_the_wrong_way_round_is_told() throws IOException {
        StringBuilder log = new StringBuilder(HEAD + "\n");
        for (int month = 8; month <= 9; month++) {
            for (int day = 1; day <= 28; day++) {
                log.append("A,").append(month + "/" + day + "/2007 08:00").append(",1a,work\n");
            }
        }
        Path dayFirst = mapping("", COLUMNS, "{\"format\": \"d/M/yyyy HH:mm\", \"zone\": \"UTC\"}");
        assertThat(run(bytes(log.toString(), UTF_8), dayFirst)).isZero();
        assertThat(printed).contains("day and month may be the wrong way round");

        Path monthFirst = mapping("", COLUMNS, "{\"format\": \"M/d/yyyy HH:mm\", \"zone\": \"UTC\"}");
        assertThat(run(bytes(log.toString(), UTF_8), monthFirst)).isZero();
        assertThat(printed).doesNotContain("wrong way round");
    }

    /** As most systems export, the rows of cases between each other, the oldest or the newest first. */
    @Test
    void that_day_and_month_are_the_wrong_way_round_is_told_of_a_log_in_order_of_time() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int month = 1; month <= 3; month++) {
            for (int day = 1; day <= 28; day++) {
                rows.add("C" + day % 7 + "," + month + "/" + day + "/2007 08:00,1a,work");
            }
        }
        Path dayFirst = mapping("", COLUMNS, "{\"format\": \"d/M/yyyy HH:mm\", \"zone\": \"UTC\"}");
        Path monthFirst = mapping("", COLUMNS, "{\"format\": \"M/d/yyyy HH:mm\", \"zone\": \"UTC\"}");
        List<String> firstDays = rows.stream()
                .filter(row -> row.matches(".*/([1-9]|1[0-2])/2007.*"))
                .toList();
        for (List<String> log : List.of(rows, firstDays)) {
            List<String> newestFirst = new ArrayList<>(log);
            Collections.reverse(newestFirst);
            for (List<String> ordered : List.of(log, newestFirst)) {
                byte[] text = bytes(HEAD + "\n" + String.join("\n", ordered), UTF_8);

                assertThat(run(text, dayFirst)).isZero();
                assertThat(printed).contains("day and month may be the wrong way round");
                assertThat(run(text, monthFirst)).isZero();
                assertThat(printed).doesNotContain("wrong way round");
            }
        }
    }

    @Test
    void a_pipe_is_read_as_a_file_is() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Thread writer = new Thread(() -> {
            try {
                Files.writeString(pipe, HEAD + "\n" + LOG);
            } catch (IOException lost) {
                throw new AssertionError(lost);
            }
        });
        writer.start();
        Path json = folder.resolve("piped.json");

        int exit = Replay.run("--log", pipe.toString(), "--mapping", mapping("").toString(), "--json", json.toString());

        writer.join();
        assertThat(exit).isZero();
        assertThat(figures(JsonMapper.builder().build().readTree(Files.readString(json))))
                .isEqualTo(plain());
    }

    @Test
    void that_no_memory_is_left_is_no_fault_of_the_log() {
        @CommandLine.Command(name = "greedy")
        final class Greedy implements Runnable {
            @Override
            public void run() {
                throw new OutOfMemoryError("Java heap space");
            }
        }
        assertThat(captured(() -> Replay.run(new CommandLine(new Greedy())))).isEqualTo(Replay.BROKEN);
        assertThat(printed).contains("out of memory", "-Xmx").doesNotContain("internal error");
    }
}
