package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says when it cannot go on: a line with the place, exit code 2, nothing written. */
class MessagesTest {
    private static final String LOG = "case,time,group,status\nA,2007-01-01T08:00:00Z,centre,new\n";
    private static final String MAPPING = """
            {"name": "one tier", "columns": {"case": "case", "time": "time", "group": "group", "status": ["status"]},
             "time": {"format": "iso-offset"}, "missing": [""],
             "tiers": [{"id": "1st", "name": "1st", "groups": "."}],
             "contactTier": "1st", "statuses": {"new": {"is": "queued"}}}
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_malformed_mapping() throws IOException {
        assertThat(said(file("log.csv", LOG), file("m.json", "{\"name\": ")))
                .singleElement()
                .asString()
                .startsWith(folder + "/m.json:1:10: not JSON: Unexpected end-of-input");
    }

    @Test
    void an_unknown_column() throws IOException {
        Path mapping = file("m.json", MAPPING.replace("\"group\": \"group\"", "\"group\": \"team\""));

        assertThat(said(file("log.csv", LOG), mapping))
                .singleElement()
                .asString()
                .contains("log.csv", "line 1", "team", "case, time, group, status");
    }

    @Test
    void a_wrong_time_format() throws IOException {
        Path mapping = file(
                "m.json", MAPPING.replace("\"format\": \"iso-offset\"", "\"format\": \"dd/QQ\", \"zone\": \"UTC\""));

        assertThat(said(file("log.csv", LOG), mapping))
                .singleElement()
                .asString()
                .contains("m.json:2:", "/time/format");
    }

    @Test
    void a_truncated_gzip() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
            gzip.write((LOG + "A,2007-01-01T09:00:00Z,centre,new\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8));
        }
        Path log = folder.resolve("log.csv.gz");
        Files.write(log, Arrays.copyOf(whole.toByteArray(), whole.size() / 2));

        assertThat(said(log, file("m.json", MAPPING)))
                .singleElement()
                .asString()
                .contains("log.csv.gz", "cut off after line");
    }

    @Test
    void a_file_of_no_bytes() throws IOException {
        assertThat(said(file("log.csv", ""), file("m.json", MAPPING)))
                .singleElement()
                .asString()
                .contains("log.csv", "empty");
    }

    @Test
    void a_file_in_another_encoding() throws IOException {
        Path log = folder.resolve("log.csv");
        Files.write(log, (LOG + "B,2007-01-01T08:00:00Z,stø,new\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(said(log, file("m.json", MAPPING)))
                .singleElement()
                .asString()
                .contains("log.csv", "UTF-8");
    }

    @Test
    void a_missing_log_and_a_folder_instead_of_one() throws IOException {
        Path mapping = file("m.json", MAPPING);

        assertThat(said(folder.resolve("none.csv"), mapping))
                .singleElement()
                .asString()
                .contains("none.csv");
        assertThat(said(folder, mapping)).singleElement().asString().contains(folder.toString());
    }

    @Test
    void a_wrong_model_says_everything_that_is_wrong_with_it() throws IOException {
        Path model = Files.createDirectory(folder.resolve("model"));
        Files.writeString(model.resolve("organisation.json"), "{\"format\": 1}");

        assertThat(said(file("log.csv", LOG), file("m.json", MAPPING), "--model", model.toString()))
                .anyMatch(line -> line.contains("model/organisation.json:1:1: /name: missing"))
                .anyMatch(line -> line.contains("model/calendars.json:1:1: no such file"))
                .noneMatch(line -> line.startsWith("\tat "));
    }

    private List<String> said(Path log, Path mapping, String... more) throws IOException {
        Path report = folder.resolve("report.json");
        List<String> arguments = new ArrayList<>(
                List.of("--log", log.toString(), "--mapping", mapping.toString(), "--json", report.toString()));
        arguments.addAll(List.of(more));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        int exit;
        try {
            exit = Replay.run(arguments.toArray(String[]::new));
        } finally {
            System.setErr(before);
        }
        assertThat(exit).isEqualTo(2);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("report.json"));
        }
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
