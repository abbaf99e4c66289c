package dk.sagsflow.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Writes the rows of one table, a file for so many of them, so that no more than those are held. Not thread-safe. */
final class PartWriter implements AutoCloseable {
    private final Connection connection;
    private final ParquetTable table;
    private final Path folder;
    private final int rowsInPart;
    private Optional<DuckDBAppender> appender = Optional.empty();
    private int rows;
    private int parts;

    PartWriter(Connection connection, ParquetTable table, Path folder, int rowsInPart) {
        this.connection = connection;
        this.table = table;
        this.folder = folder;
        this.rowsInPart = rowsInPart;
    }

    /** Takes a row: texts, constants, numbers, times, lengths, or optional ones of these. */
    void row(Object... values) {
        try {
            DuckDBAppender to = appender.isPresent() ? appender.get() : begin();
            to.beginRow();
            for (Object value : values) {
                append(to, value);
            }
            to.endRow();
            rows++;
            if (rows == rowsInPart) {
                end();
            }
        } catch (SQLException failed) {
            throw DuckDb.unusable(folder.toString(), failed);
        }
    }

    private DuckDBAppender begin() throws SQLException {
        String columns = table.columns().stream()
                .map(column -> '"' + column.name() + "\" " + column.type() + (column.always() ? " NOT NULL" : ""))
                .collect(Collectors.joining(", "));
        DuckDb.run(connection, "CREATE OR REPLACE TABLE " + table.folder() + " (" + columns + ")");
        DuckDBAppender begun = connection
                .unwrap(DuckDBConnection.class)
                .createAppender(DuckDBConnection.DEFAULT_SCHEMA, table.folder());
        appender = Optional.of(begun);
        return begun;
    }

    private static void append(DuckDBAppender to, Object value) throws SQLException {
        if (value instanceof Optional<?> maybe) {
            if (maybe.isPresent()) {
                append(to, maybe.get());
            } else {
                to.appendNull();
            }
        } else if (value instanceof Instant at) {
            to.append(at.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Duration length) {
            to.append(length.toSeconds());
        } else if (value instanceof Long number) {
            to.append(number.longValue());
        } else {
            to.append(value instanceof Enum<?> constant ? constant.name() : value.toString());
        }
    }

    /** Nobody who looks for files finds half of one. */
    private void end() throws SQLException {
        if (appender.isPresent()) {
            appender.get().close();
            appender = Optional.empty();
            parts++;
            Path part = folder.resolve(String.format(Locale.ROOT, "part-%05d.parquet", parts));
            Path unfinished = folder.resolve(part.getFileName() + ".unfinished");
            DuckDb.run(
                    connection,
                    "COPY " + table.folder() + " TO " + DuckDb.quoted(unfinished)
                            + " (FORMAT PARQUET, COMPRESSION ZSTD)");
            DuckDb.run(connection, "DROP TABLE " + table.folder());
            move(unfinished, part);
            rows = 0;
        }
    }

    private static void move(Path from, Path to) {
        try {
            Path unused = Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unmovable) {
            throw new UncheckedIOException(unmovable);
        }
    }

    /** Writes what is left; of no row at all a file with the columns alone, so that the table can be read. */
    @Override
    public void close() {
        try {
            if (parts == 0 && appender.isEmpty()) {
                begin();
            }
            end();
        } catch (SQLException failed) {
            throw DuckDb.unusable(folder.toString(), failed);
        }
    }
}
