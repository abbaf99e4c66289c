package dk.sagsflow.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRowsTest {
    @TempDir
    Path folder;

    private Path written(String select) throws Exception {
        Path file = folder.resolve("it's.parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            boolean unused = statement.execute(
                    "COPY (" + select + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT PARQUET)");
        }
        return file;
    }

    @Test
    void rows_are_texts_with_times_as_they_are_meant() throws Exception {
        Path file = written("SELECT 'A' AS \"case\", TIMESTAMPTZ '2007-03-25 01:30:00+02' AS at, "
                + "TIMESTAMP '2007-03-25 02:30:00.25' AS local, DATE '2007-03-25' AS day, 7 AS n, "
                + "CAST(1.50 AS DECIMAL(9,2)) AS d, NULL::VARCHAR AS nothing");

        try (ParquetRows rows = ParquetRows.of(file)) {
            assertThat(rows.header()).containsExactly("case", "at", "local", "day", "n", "d", "nothing");
            assertThat(rows.next())
                    .hasValueSatisfying(row -> assertThat(row)
                            .containsExactly(
                                    "A",
                                    "2007-03-24T23:30:00Z",
                                    "2007-03-25T02:30:00.250",
                                    "2007-03-25",
                                    "7",
                                    "1.50",
                                    ""));
            assertThat(rows.next()).isEmpty();
        }
    }

    @Test
    void many_rows_come_in_the_order_of_the_file() throws Exception {
        Path file = written("SELECT range AS n FROM range(300000)");

        try (ParquetRows rows = ParquetRows.of(file)) {
            for (int number = 0; number < 300_000; number++) {
                assertThat(rows.next().orElseThrow().get(0)).isEqualTo(Integer.toString(number));
            }
            assertThat(rows.next()).isEmpty();
        }
    }

    @Test
    void what_is_no_parquet_is_told_in_a_line() throws Exception {
        Path file = Files.writeString(folder.resolve("log.parquet"), "PAR1 and nothing more");

        assertThatThrownBy(() -> ParquetRows.of(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("log.parquet")
                .message()
                .hasLineCount(1);
    }
}
