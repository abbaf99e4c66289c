package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a command makes of a log, it tells what it goes without and what may be wrong with it. */
class EveryCommandTest extends ProgramRun {
    /** Days stand before months here, and the mapping says that they do not. */
    private static final String SWAPPED = """
        case,time,group,status,sla
        A,05/01/2007 08:00,centre,new,yes
        A,06/01/2007 08:00,centre,new,yes
        A,01/02/2007 08:00,centre,done,yes
        B,tomorrow,centre,new,yes
        """;

    @TempDir
    Path folder;

    @BeforeEach
    void mappingAndModel() throws IOException {
        write("mapping.json", """
            {"name": "a log", "columns": {"case": "case", "time": "time", "group": "group", "status": "status"},
             "caseColumns": {"verdict": "sla"}, "verdicts": {"yes": "MET", "no": "MISSED"},
             "time": {"format": "MM/dd/yyyy HH:mm", "zone": "UTC"},
             "tiers": [{"id": "1st", "name": "1st", "groups": "."}], "contactTier": "1st",
             "statuses": {"new": {"is": "working"}, "done": {"is": "answered"}}}
            """);
        Files.createDirectories(folder.resolve("model"));
        write("model/organisation.json", """
            {"format": 1, "name": "Support", "tiers": [{"id": "1st", "name": "1st"}], "contactTier": "1st",
             "groups": [{"id": "centre", "name": "Centre", "tier": "1st"}]}
            """);
        write("model/calendars.json", "{\"format\": 1, \"calendars\": []}");
        write("model/agreements.json", "{\"format\": 1, \"agreements\": []}");
        write("model/routing.json", "{\"format\": 1, \"rules\": []}");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private int run(String command, String log) throws IOException {
        write("log.csv", log);
        String model = folder.resolve("model").toString();
        ImmutableList.Builder<String> asked = ImmutableList.builder();
        asked.addAll(
                switch (command) {
                    case "replay" -> List.of("--log");
                    case "effort" -> List.of("effort", "--handling", "1st=10", "--log");
                    case "report" ->
                        List.of("report", "--json", folder.resolve("out").toString(), "--log");
                    case "export" -> List.of("export", folder.resolve("out").toString(), "--log");
                    case "what-if" -> List.of("what-if", "--model", model, "--against", model);
                    default -> List.of("calibrate");
                });
        asked.add(
                folder.resolve("log.csv").toString(),
                "--mapping",
                folder.resolve("mapping.json").toString());
        return captured(() -> Replay.run(asked.build().toArray(String[]::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay", "effort", "report", "export", "what-if", "calibrate"})
    void rows_left_out_and_dates_that_may_be_the_wrong_way_round_are_told(String command) throws IOException {
        assertThat(run(command, SWAPPED)).as(printed).isZero();
        assertThat(printed)
                .contains("ROWS LEFT OUT: 1 of 4 (25.0 %); the figures are of the rest")
                .contains("1, the first on line 5: time \"tomorrow\" is unreadable")
                .contains("NOTE: day and month may be the wrong way round");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay", "effort", "report", "export", "what-if", "calibrate"})
    void of_a_log_of_which_nothing_can_be_used_there_are_no_figures(String command) throws IOException {
        assertThat(run(command, "case,time,group,status,sla\nB,tomorrow,centre,new,yes\n"))
                .as(printed)
                .isEqualTo(Replay.UNUSABLE);
        assertThat(printed).contains("time \"tomorrow\" is unreadable");

        assertThat(run(command, "case,time,group,status,sla\n")).as(printed).isEqualTo(Replay.UNUSABLE);
    }
}
