package dk.sagsflow.parquet;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a Parquet file of somebody else as texts, one after another in the order of the file: times in ISO 8601, with
 * {@code Z} where the file says that they are instants; what is null is empty. Needs {@code org.duckdb:duckdb_jdbc}, which the
 * host adds. Not thread-safe.
 */
public final class ParquetRows implements AutoCloseable {
    private final Path file;
    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final ImmutableList<String> header;

    private ParquetRows(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        this.statement = connection.createStatement();
        this.rows = statement.executeQuery("SELECT * FROM read_parquet(" + DuckDb.quoted(file) + ")");
        this.header = header(rows.getMetaData());
    }

    /**
     * The rows of this file.
     *
     * @throws UncheckedIOException if it is no Parquet, or cannot be read
     */
    public static ParquetRows of(Path file) {
        Connection connection = DuckDb.open("reading Parquet");
        try {
            return new ParquetRows(requireNonNull(file, "file"), connection);
        } catch (SQLException failed) {
            close(connection);
            throw DuckDb.unusable(file.toString(), failed);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw DuckDb.unusable("reading Parquet", failed);
        }
    }

    private static ImmutableList<String> header(ResultSetMetaData columns) throws SQLException {
        ImmutableList.Builder<String> header = ImmutableList.builder();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            header.add(columns.getColumnName(column));
        }
        return header.build();
    }

    /** What its columns are called. */
    public ImmutableList<String> header() {
        return header;
    }

    /**
     * The next row, in the order of the columns; empty after the last.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public Optional<List<String>> next() {
        try {
            if (!rows.next()) {
                return Optional.empty();
            }
            List<String> row = new ArrayList<>(header.size());
            for (int column = 1; column <= header.size(); column++) {
                row.add(text(column));
            }
            return Optional.of(row);
        } catch (SQLException failed) {
            throw DuckDb.unusable(file.toString(), failed);
        }
    }

    private String text(int column) throws SQLException {
        Object value = rows.getObject(column);
        if (value == null) {
            return "";
        } else if (value instanceof OffsetDateTime at) {
            return at.toInstant().toString();
        } else if (value instanceof Timestamp) {
            return rows.getTimestamp(column).toLocalDateTime().toString();
        }
        return value.toString();
    }

    @Override
    public void close() {
        try (connection;
                statement) {
            rows.close();
        } catch (SQLException failed) {
            throw DuckDb.unusable(file.toString(), failed);
        }
    }
}
