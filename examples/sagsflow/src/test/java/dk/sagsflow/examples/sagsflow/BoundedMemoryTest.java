package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that has less memory than a log of many cases would fill, if something were kept of each. */
class BoundedMemoryTest {
    private static final int CASES = 15_000;
    private static final String LITTLE = "-Xmx36m";

    @TempDir
    Path folder;

    /** Each case with a group, a system and a known error of its own. */
    @BeforeEach
    void aLogOfManyCases() throws IOException {
        try (BufferedWriter log = Files.newBufferedWriter(folder.resolve("log.csv"))) {
            log.write("case,time,group,status,system,error\n");
            for (int number = 0; number < CASES; number++) {
                log.write(String.format(
                        "C%d,2007-%02d-01T08:00:00Z,group %d,%s,system %d,P%d%n",
                        number, 1 + number % 12, number, number % 2 == 0 ? "new" : "done", number, number));
            }
        }
        Files.writeString(folder.resolve("mapping.json"), """
            {"name": "many cases", "columns": {"case": "case", "time": "time", "group": "group", "status": "status",
                                               "system": "system"},
             "caseColumns": {"knownError": "error"}, "time": {"format": "iso-offset"},
             "tiers": [{"id": "1st", "name": "1st", "groups": "."}], "contactTier": "1st",
             "statuses": {"new": {"is": "queued"}, "done": {"is": "answered"}}}
            """);
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void a_report_keeps_nothing_of_a_case() throws Exception {
        Path told = folder.resolve("told");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        LITTLE,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Replay.class.getName(),
                        "report",
                        "--log",
                        "log.csv",
                        "--mapping",
                        "mapping.json",
                        "--json",
                        "report.json")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();

        assertThat(program.waitFor()).as(Files.readString(told)).isZero();
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"cases\" : 15000")
                .contains("there are more than 5,000 groups")
                .contains("there are more than 5,000 systems")
                .contains("there are more than 5,000 known errors");
    }
}
