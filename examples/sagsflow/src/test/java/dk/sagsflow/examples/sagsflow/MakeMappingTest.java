package dk.sagsflow.examples.sagsflow;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code map}, and what it knows of exports; and the command {@code calls}. */
class MakeMappingTest extends ProgramRun {
    @TempDir
    Path folder;

    private int run(String... arguments) {
        return captured(() -> Replay.run(arguments));
    }

    private JsonNode mapped(String text) throws IOException {
        Path log = Files.writeString(folder.resolve("log"), text);
        Path file = folder.resolve("mapping.json");
        assertThat(run("map", log.toString(), "--out", file.toString(), "--zone", "Europe/Copenhagen"))
                .as(printed)
                .isZero();
        assertThat(run("--log", log.toString(), "--mapping", file.toString()))
                .as(printed)
                .isZero();
        assertThat(printed).contains("rows left out: 0");
        return JsonMapper.builder().build().readTree(Files.readString(file));
    }

    @Test
    void a_log_of_steps_is_guessed_so_that_it_can_be_replayed_at_once() throws IOException {
        JsonNode mapping = mapped("""
            Sag nr.;Oprettet;Gruppe;Status;Prioritet
            A;13-08-2007 08:00;Support;Ny;1
            A;13-08-2007 09:00;Drift 2nd level;Afventer kunde;1
            A;14-08-2007 09:00;Drift 2nd level;Løst;2
            B;14-08-2007 10:00;Support;Ny;3
            B;14-08-2007 11:00;Support;Annulleret;3
            """);

        assertThat(mapping.get("columns").get("case").stringValue()).isEqualTo("Sag nr.");
        assertThat(mapping.get("columns").get("group").stringValue()).isEqualTo("Gruppe");
        assertThat(mapping.get("time").get("format").stringValue()).isEqualTo("d-M-yyyy HH:mm[:ss]");
        assertThat(mapping.get("tiers")).hasSize(2);
        assertThat(mapping.get("statuses").get("Afventer kunde").get("is").stringValue())
                .isEqualTo("waiting");
        assertThat(mapping.get("statuses").get("Annulleret").get("is").stringValue())
                .isEqualTo("cancelled");
        assertThat(mapping.get("priorities").get("1").stringValue()).isEqualTo("P1");
    }

    @Test
    void of_several_times_that_of_a_row_is_the_one_that_differs_from_row_to_row() throws IOException {
        JsonNode mapping = mapped("""
            number,opened_at,updated_at,group,status
            A,2007-08-13 08:00:00,2007-08-13 08:00:00,Support,new
            A,2007-08-13 08:00:00,2007-08-13 09:00:00,Support,work
            B,2007-08-13 10:00:00,2007-08-13 10:00:00,Support,new
            """);

        assertThat(mapping.get("columns").get("time").stringValue()).isEqualTo("updated_at");
    }

    @Test
    void one_row_for_each_case_is_recognised_by_its_several_times() throws IOException {
        JsonNode mapping = mapped("""
            number,opened_at,resolved_at,closed_at,assignment_group
            INC1,2007-08-13 08:00:00,2007-08-13 09:00:00,2007-08-15 09:00:00,Support
            INC2,2007-08-13 08:30:00,,,Support
            INC3,2007-08-13 08:40:00,2007-08-13 09:10:00,,Support
            """);

        assertThat(mapping.get("moments")).hasSize(3);
        assertThat(mapping.get("moments").get(1).get("is").stringValue()).isEqualTo("answered");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1/8/2007 08:00, 2/8/2007 08:00, 13/8/2007 08:00  | d/M/yyyy HH:mm[:ss]
        8/1/2007 08:00, 8/2/2007 08:00, 8/13/2007 08:00  | M/d/yyyy HH:mm[:ss]
        8/2/2007 08:00, 8/3/2007 08:00, 9/1/2007 08:00   | M/d/yyyy HH:mm[:ss]
        1187000000, 1187000100, 1187000200               | epoch-seconds
        1187000000000, 1187000100000, 1187000200000      | epoch-milliseconds
        39307.33, 39307.5, 39308                         | spreadsheet
        13-AUG-2007 08:00 am, 13-AUG-2007 09:00 pm       | d-MMM-yyyy h:mm[:ss] a
        2007-08-13T08:00:00.000+0200, 2007-08-13T08:00:00.000+0200 | iso-offset
        """)
    void the_format_of_times_is_guessed(String times, String format) throws IOException {
        StringBuilder log = new StringBuilder("case;time;group;status\n");
        for (String time : Splitter.on(", ").split(times)) {
            log.append("A;")
                    .append(time.strip())
                    .append(";a;work ")
                    .append(log.length())
                    .append("\n");
        }

        assertThat(mapped(log.toString()).get("time").get("format").stringValue())
                .isEqualTo(format);
    }

    @Test
    void a_mapping_that_is_there_is_not_written_over() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), "case,time,group,status\nA,2007-08-13T08:00:00Z,a,new\n");
        Path corrected = Files.writeString(folder.resolve("mapping.json"), "corrected");

        assertThat(run("map", log.toString(), "--out", corrected.toString())).isEqualTo(Replay.UNUSABLE);
        assertThat(corrected).hasContent("corrected");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        servicenow-incident | number,opened_at,resolved_at,closed_at,assignment_group,resolved_by,priority,cmdb_ci,category~INC1,2007-08-13 08:00:00,2007-08-13 09:00:00,,Desk,Ann,1 - Critical,mail,network
        servicenow-task-sla | sys_id,task,sla,start_time,end_time,has_breached~a1,INC1,Priority 1 response,2007-08-13 08:00:00,2007-08-13 08:10:00,false~a2,INC1,Priority 1 resolution,2007-08-13 08:00:00,2007-08-13 09:00:00,true
        servicenow-audit | documentkey,sys_created_on,user,fieldname,newvalue~a1,2007-08-13 08:00:00,ann,assignment_group,Desk~a1,2007-08-13 09:00:00,ann,state,6
        jira-csv | Issue key,Created,Resolved,Assignee,Priority,Issue Type~SD-1,13/Aug/07 8:00 AM,13/Aug/07 9:00 PM,ann,High,Incident
        jira-changelog | {"issues": [{"key": "SD-1", "fields": {"created": "2007-08-13T08:00:00.000+0200"}, "changelog": {"histories": [{"created": "2007-08-13T09:00:00.000+0200", "author": {"displayName": "Ann"}, "items": [{"field": "status", "toString": "In Progress"}, {"field": "labels", "toString": "x"}]}, {"created": "2007-08-13T10:00:00.000+0200", "author": {"displayName": "Ann"}, "items": [{"field": "status", "toString": "Done"}]}]}}]}
        zendesk-events | {"ticket_events": [{"ticket_id": 1, "timestamp": 1187000000, "updater_id": 7, "child_events": [{"status": "new", "group_id": 12}]}, {"ticket_id": 1, "timestamp": 1187003600, "updater_id": 7, "child_events": [{"status": "solved"}, {"event_type": "Comment"}]}], "end_time": 1187003600}
        glpi | ID;Opening date;Resolution date;Closing date;Assigned to - Technician group;Category~7;2007-08-13 08:00;2007-08-13 09:00;;Desk;Mail
        otrs | ticket_id;create_time;queue;create_by;state~7;2007-08-13 08:00:00;Desk;ann;new~7;2007-08-13 09:00:00;Desk;ann;closed successful
        hp-service-manager | Incident ID;DateStamp;Assignment Group;IncidentActivity_Type~IM1;13-08-2007 08:00:00;TEAM01;Open~IM1;13-08-2007 08:30:00;TEAM01;Quality Indicator Fixed~IM1;13-08-2007 09:00:00;TEAM01;Closed
        """)
    void the_exports_of_known_systems_are_described(String preset, String text) throws IOException {
        Path log = Files.writeString(folder.resolve("log"), text.replace('~', '\n') + "\n");
        Path mapping = folder.resolve("mapping.json");
        Path json = folder.resolve("report.json");

        assertThat(run("map", log.toString(), "--preset", preset, "--out", mapping.toString()))
                .as(printed)
                .isZero();
        assertThat(run("--log", log.toString(), "--mapping", mapping.toString(), "--json", json.toString()))
                .as(printed)
                .isZero();

        JsonNode report = JsonMapper.builder().build().readTree(Files.readString(json));
        assertThat(report.get("rowsLeftOut").intValue()).as(printed).isZero();
        assertThat(report.get("remarks")).isEmpty();
        assertThat(report.get("notAnsweredAtTheEnd").intValue()).isZero();
    }

    /** As Jira writes fields of several values. */
    @Test
    void columns_of_one_name_are_read_over_and_guessed_to_be_nothing() throws IOException {
        String export = "\uFEFF" + """
            Summary,Issue key,Issue Type,Status,Priority,Assignee,Created,Resolved,Component/s,Component/s,Labels,Labels,Last,Last
            "Down, again",SD-1,Incident,Done,High,ann,13/Aug/07 8:00 AM,13/Aug/07 9:00 PM,mail,print,"a
            b",,13/Aug/07 8:00 AM,
            Slow,SD-2,Incident,To Do,Low,,14/Aug/07 8:00 AM,,,,,,,
            """.replace("\n", "\r\n");

        JsonNode mapping = mapped(export);

        assertThat(mapping.get("columns").get("case").stringValue()).isEqualTo("Issue key");
        assertThat(mapping.get("columns").has("system")).isFalse();
        assertThat(mapping.get("moments")).hasSize(2);
        Path preset = folder.resolve("preset.json");
        assertThat(run("map", folder.resolve("log").toString(), "--preset", "jira-csv", "--out", preset.toString()))
                .isZero();
        assertThat(printed)
                .contains("SD-1: 2007-08-13T08:00:00Z no group queued, 2007-08-13T21:00:00Z no group answered");
    }

    @ParameterizedTest
    @MethodSource("presets")
    void every_preset_is_in_the_page(String preset) throws IOException {
        assertThat(Files.readString(Path.of("../../docs/mappings.md"))).contains("`" + preset + "`");
    }

    static Iterable<String> presets() {
        return MakeMapping.PRESETS;
    }

    @Test
    void a_log_from_a_pipe_and_one_of_ten_thousand_columns_are_looked_at() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Thread writer = new Thread(() -> {
            try {
                Files.writeString(
                        pipe,
                        IntStream.range(0, 10_000)
                                        .mapToObj(i -> ",c" + i)
                                        .collect(joining("", "case,time,group,status", "\n"))
                                + ("A,2007-08-13T08:00:00Z,desk,new" + ",x".repeat(10_000) + "\n").repeat(5));
            } catch (IOException lost) {
                throw new UncheckedIOException(lost);
            }
        });
        writer.start();

        int exit = assertTimeout(Duration.ofSeconds(60), () -> run("map", pipe.toString()));

        writer.join();
        assertThat(exit).as(printed).isZero();
        assertThat(printed)
                .contains("\"case\" : \"case\"", "A: 2007-08-13T08:00:00Z desk")
                .doesNotContain("cannot be read");
    }

    @Test
    void people_are_told_for_as_many_calls_as_come_on_such_a_weekday_though_weeks_are_not_whole() throws IOException {
        StringBuilder calls = new StringBuilder("id,arrived,queue,waited,talked\n");
        for (int call = 0; call < 200; call++) {
            calls.append("w" + call + ",2007-08-15T08:00:00Z,support,5,180\n");
            calls.append("m" + call + ",2007-08-20T08:00:00Z,support,5,180\n");
        }
        calls.append("last,2007-08-22T09:00:00Z,support,5,180\n");
        Path file = Files.writeString(folder.resolve("calls.csv"), calls.toString());
        Path mapping = Files.writeString(folder.resolve("calls.json"), """
            {"name": "the telephone", "columns": {"id": "id", "arrived": "arrived", "queue": "queue", "waited": "waited",
                                                  "talked": "talked"},
             "time": {"format": "iso-offset"}}
            """);

        assertThat(run("calls", file.toString(), "--mapping", mapping.toString(), "--zone", "UTC"))
                .isZero();

        assertThat(printed)
                .contains("weekdays from 2007-08-15 to 2007-08-22")
                .contains("weekday 1 08:00: 200.0 calls, 14 people")
                .contains("weekday 3 08:00: 100.0 calls, ");
    }

    @Test
    void calls_are_read_as_logs_are_joined_with_cases_and_what_is_odd_is_told() throws IOException {
        Path calls = Files.writeString(folder.resolve("calls.csv"), """
            sep=;
            id;arrived;queue;waited;talked;result;case
            1;13-08-2007 08:00:00;support;0:05;3:00;ANS;A
            2;13-08-2007 08:10:00;support;40;60;ANS;B
            3;13-08-2007 08:20:00;support;12;;ABN;
            3;13-08-2007 08:20:00;support;12;;ABN;
            4;13-08-2007 08:30:00;support;-3;60;ANS;
            5;13-08-2007 08:30:00;kitchen;3;60;ANS;
            6;13-08-2007 08:30:00;support;3;60;???;
            7;13-08-2007 08:30:00;support;1e30;60;ANS;
            8;13-08-2007 08:30:00;support;1:-5;60;ANS;
            9;13-08-2007 08:30:00;support;1:02:03:04;60;ANS;
            """);
        Path mapping = Files.writeString(folder.resolve("calls.json"), """
            {"name": "the telephone", "columns": {"id": "id", "arrived": "arrived", "queue": "queue", "waited": "waited",
                                                  "talked": "talked", "outcome": "result", "case": "case"},
             "time": {"format": "dd-MM-yyyy HH:mm:ss", "zone": "UTC"},
             "outcomes": {"ANS": "answered", "ABN": "abandoned"}, "queues": ["support"]}
            """);
        Path cases = Files.writeString(folder.resolve("cases.csv"), """
            case,time,group,status
            A,2007-08-13T08:00:10Z,desk,new
            A,2007-08-13T08:03:00Z,desk,done
            B,2007-08-13T08:10:50Z,desk,new
            """);
        Path caseMapping = Files.writeString(folder.resolve("cases.json"), """
            {"name": "cases", "columns": {"case": "case", "time": "time", "group": "group", "status": "status"},
             "time": {"format": "iso-offset"}, "tiers": [{"id": "1", "name": "1", "groups": "."}], "contactTier": "1",
             "statuses": {"new": {"is": "queued"}, "done": {"is": "answered"}}}
            """);

        int exit = run(
                "calls",
                calls.toString(),
                "--mapping",
                mapping.toString(),
                "--cases",
                cases.toString(),
                "--case-mapping",
                caseMapping.toString());

        assertThat(exit).as(printed).isZero();
        assertThat(printed)
                .contains("ROWS LEFT OUT: 7 of 10", "waited \"1e30\" is unreadable, expected seconds, or 1:02:03")
                .contains("less than no time")
                .contains("outcome \"???\" is not in the mapping")
                .contains("call \"3\" came before", "is not in the mapping")
                .containsPattern("all +3 +33.3 % +5 s +40 s +50.0 %")
                .contains("solved in the call: 50.0 % of 2 calls")
                .contains("people at the telephones");
        Files.writeString(calls, "id;arrived;queue;waited;talked;result;case;id\n");
        assertThat(run("calls", calls.toString(), "--mapping", mapping.toString()))
                .isEqualTo(Replay.UNUSABLE);
        assertThat(printed).contains("column \"id\" is in the header more than once");
        Files.writeString(calls, "id;arrived;queue;waited;talked;result;case\n");
        assertThat(run("calls", calls.toString(), "--mapping", mapping.toString()))
                .isEqualTo(Replay.UNUSABLE);
    }
}
