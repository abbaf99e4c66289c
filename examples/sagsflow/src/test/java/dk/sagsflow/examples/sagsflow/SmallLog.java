package dk.sagsflow.examples.sagsflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** For tests that replay one small log in one form and another. */
abstract class SmallLog extends ProgramRun {
    static final String HEAD = "case,time,group,status";
    static final String LOG = """
        A,2007-01-01T08:00:00Z,1a,new
        A,2007-01-01T08:30:00Z,1a,wait
        A,2007-01-01T09:00:00Z,2b,work
        A,2007-01-01T10:00:00Z,1a,done
        B,2007-01-01T08:10:00Z,1a,new
        B,2007-01-01T11:10:00Z,2b,work
        C,2007-01-02T08:00:00Z,1a,new
        C,2007-01-02T08:05:00Z,1a,gone
        """;
    static final String TIERS = """
         "tiers": [{"id": "1", "name": "1", "groups": "1."}, {"id": "2", "name": "2", "groups": "2."}],
         "contactTier": "1",
         "limits": {"1": {"limit": "PT1H", "pausedBy": ["CUSTOMER"]}, "2": {"limit": "PT8H"}},
         "statuses": {"new": {"is": "queued"}, "work": {"is": "working"}, "done": {"is": "answered"},
                      "wait": {"is": "waiting", "for": "CUSTOMER"}, "gone": {"is": "cancelled"}}
        """;
    static final String COLUMNS =
            "\"columns\": {\"case\": \"case\", \"time\": \"time\", \"group\": \"group\", \"status\": \"status\"},";

    @TempDir
    Path folder;

    JsonNode plain() throws IOException {
        return figures(replay(HEAD + "\n" + LOG, mapping("")));
    }

    /** All that is told of cases, without how much of the log was left out. */
    static JsonNode figures(JsonNode report) {
        return ((ObjectNode) report.deepCopy())
                .without(List.of("rowsInTheLog", "rowsLeftOut", "reasons", "remarks", "rows"));
    }

    Path mapping(String more) throws IOException {
        return mapping(more, COLUMNS);
    }

    Path mapping(String more, String columns) throws IOException {
        return mapping(more, columns, "{\"format\": \"iso-offset\"}");
    }

    Path mapping(String more, String columns, String time) throws IOException {
        String text = "{\"name\": \"a log\", " + more + columns + "\"time\": " + time + "," + TIERS + "}";
        return Files.writeString(folder.resolve("mapping" + text.hashCode() + ".json"), text);
    }

    JsonNode replay(String log, Path mapping) throws IOException {
        return replay(bytes(log, UTF_8), mapping);
    }

    JsonNode replay(byte[] log, Path mapping) throws IOException {
        assertThat(run(log, mapping)).as(printed).isZero();
        return JsonMapper.builder().build().readTree(Files.readString(folder.resolve("report.json")));
    }

    int run(byte[] log, Path mapping) throws IOException {
        Path file = Files.write(folder.resolve("log"), log);
        String json = folder.resolve("report.json").toString();
        return captured(() -> Replay.run("--log", file.toString(), "--mapping", mapping.toString(), "--json", json));
    }

    static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    static byte[] gzip(String text) throws IOException {
        return gzip(bytes(text, UTF_8));
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
