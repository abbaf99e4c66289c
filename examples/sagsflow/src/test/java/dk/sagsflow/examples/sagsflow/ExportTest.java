package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.parquet.ParquetRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final String ROWS = """
        case,at,group,status
        A,2007-01-01T08:00:00Z,centre,open
        A,2007-01-02T08:00:00Z,bit,open
        B,2007-01-02T09:00:00Z,centre,open
        A,2007-01-03T08:00:00Z,bit,done
        B,2007-01-04T08:00:00Z,shop,done
        """;

    @TempDir
    Path folder;

    private String mapping() throws IOException {
        return Files.writeString(folder.resolve("mapping.json"), """
            {"name": "a service desk",
             "columns": {"case": "case", "time": "at", "group": "group", "status": "status"},
             "time": {"format": "iso-offset"}, "missing": [""],
             "tiers": [{"id": "1st", "name": "1st", "groups": "centre"}, {"id": "2nd", "name": "2nd", "groups": "bit"}],
             "contactTier": "1st",
             "statuses": {"open": {"is": "working"}, "done": {"is": "answered"}}}
            """).toString();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void a_log_is_written_as_parquet_once() throws IOException {
        Files.writeString(folder.resolve("log.csv"), ROWS);
        String[] asked = {"export", file("out"), "--log", file("log.csv"), "--mapping", mapping(), "--strict"};

        assertThat(Replay.run(asked)).isEqualTo(1);
        try (ParquetRows cases = ParquetRows.of(folder.resolve("out/cases/part-00001.parquet"))) {
            assertThat(cases.next().orElseThrow()).startsWith("A", "2007-01-01T08:00:00Z", "INCIDENT");
            assertThat(cases.next().orElseThrow()).startsWith("B").contains("1st", "centre");
            assertThat(cases.next()).isEmpty();
        }
        assertThat(Replay.run(asked)).isEqualTo(2);
    }

    @Test
    void a_log_in_parquet_is_replayed_as_the_same_in_csv_is() throws IOException, SQLException {
        Files.writeString(folder.resolve("log.csv"), ROWS);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            boolean unused = statement.execute("COPY (SELECT * FROM read_csv('" + file("log.csv")
                    + "', types = {'at': 'TIMESTAMPTZ'})) TO '" + file("log.parquet") + "' (FORMAT PARQUET)");
        }
        for (String log : new String[] {"log.csv", "log.parquet"}) {
            assertThat(Replay.run("--log", file(log), "--mapping", mapping(), "--json", file(log + ".json")))
                    .isZero();
        }

        assertThat(Files.readString(folder.resolve("log.parquet.json")))
                .isEqualTo(Files.readString(folder.resolve("log.csv.json")))
                .contains("\"cases\"");
    }

    @Test
    void what_only_begins_like_parquet_is_told_in_a_line() throws IOException {
        Files.writeString(folder.resolve("log.parquet"), "PAR1 no");

        assertThat(Replay.run("--log", file("log.parquet"), "--mapping", mapping()))
                .isEqualTo(2);
    }
}
