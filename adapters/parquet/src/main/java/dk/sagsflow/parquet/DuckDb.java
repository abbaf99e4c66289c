package dk.sagsflow.parquet;

import dk.sagsflow.core.library.OptionalLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** A database in memory, which is gone when its connection is closed. */
final class DuckDb {
    private static final OptionalLibrary DRIVER =
            new OptionalLibrary("org.duckdb:duckdb_jdbc", "2.0.0.1", "org.duckdb.DuckDBConnection");

    /** It never asks a network for more, and keeps within bounds of its own, beside the heap. */
    private static final List<String> SETTINGS = List.of(
            "SET memory_limit = '512MB'",
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET enable_progress_bar = false");

    private DuckDb() {}

    static Connection open(String part) {
        DRIVER.require(part);
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
            for (String setting : SETTINGS) {
                run(connection, setting);
            }
            return connection;
        } catch (SQLException failed) {
            throw unusable(part, failed);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }

    static String quoted(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    /** Its first line: the rest is about its own insides. */
    static UncheckedIOException unusable(String part, SQLException failed) {
        String said = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
        String what = part + ": " + said;
        return new UncheckedIOException(what, new IOException(what, failed));
    }
}
