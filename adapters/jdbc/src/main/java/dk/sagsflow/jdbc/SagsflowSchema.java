package dk.sagsflow.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import dk.sagsflow.jdbc.failure.StoreException;
import dk.sagsflow.jdbc.failure.UnusableDatabaseException;
import dk.sagsflow.jdbc.session.Dialect;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The tables of a store. They are made by numbered SQL files on the class path, {@code sagsflow-jdbc/h2/V1__sagsflow.sql} and
 * so on, and {@code sagsflow-jdbc/postgresql}: Flyway applies them if it is told these folders, or a host by hand. All names
 * begin with {@code sagsflow_}.
 */
public final class SagsflowSchema {
    /** The version that this release works with. */
    public static final int VERSION = 5;

    private static final ImmutableList<String> FILES = ImmutableList.of(
            "V1__sagsflow.sql",
            "V2__people_contents_counts.sql",
            "V3__knowledge.sql",
            "V4__exceeded.sql",
            "V5__loads_units.sql");

    private SagsflowSchema() {}

    /**
     * Makes the tables in a database that has none, and leaves one alone that has them.
     *
     * @throws UnusableDatabaseException if the tables are those of another version
     * @throws StoreException if the database does not do it
     */
    public static void createIfMissing(DataSource source) {
        try (Connection connection = requireNonNull(source, "source").getConnection()) {
            Dialect dialect = Dialect.of(connection);
            if (version(connection, dialect).isEmpty()) {
                apply(connection, dialect, FILES);
            }
        } catch (SQLException failure) {
            throw StoreException.of(failure);
        }
    }

    /**
     * Applies the files that came after those which made the tables, all in one transaction where the database can do that (PostgreSQL). While
     * no desk works. Leaves tables alone that are of this version.
     *
     * @throws UnusableDatabaseException if there are no tables, or those of a later release
     * @throws StoreException if the database does not do it
     */
    public static void upgrade(DataSource source) {
        try (Connection connection = requireNonNull(source, "source").getConnection()) {
            Dialect dialect = Dialect.of(connection);
            int found = version(connection, dialect).orElse(VERSION);
            if (found < VERSION) {
                apply(connection, dialect, FILES.subList(found, VERSION));
            }
            check(connection, dialect);
        } catch (SQLException failure) {
            throw StoreException.of(failure);
        }
    }

    private static void apply(Connection connection, Dialect dialect, ImmutableList<String> files) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try (Statement statement = connection.createStatement()) {
            for (String file : files) {
                statement.execute(script(dialect, file));
            }
            connection.commit();
            done = true;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private static String script(Dialect dialect, String file) {
        try {
            return Resources.toString(
                    Resources.getResource(SagsflowSchema.class, "/sagsflow-jdbc/" + dialect.folder() + "/" + file),
                    UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Refuses a database whose tables are missing, older or newer. */
    static void check(Connection connection, Dialect dialect) throws SQLException {
        int found = version(connection, dialect)
                .orElseThrow(() ->
                        new UnusableDatabaseException("the database has no tables of a store; apply the SQL files in"
                                + " sagsflow-jdbc/" + dialect.folder() + " in order, by Flyway or by hand, or call"
                                + " SagsflowSchema.createIfMissing"));
        if (found < VERSION) {
            throw new UnusableDatabaseException("the tables of the store are of version " + found
                    + ", and this release needs "
                    + VERSION + "; apply the SQL files in sagsflow-jdbc/" + dialect.folder() + " from V" + (found + 1)
                    + " on, by Flyway or by hand, or call SagsflowSchema.upgrade");
        }
        if (found > VERSION) {
            throw new UnusableDatabaseException(
                    "the tables of the store are of version " + found + ", and this release knows those up to "
                            + VERSION + "; use the release that made them, or a later one");
        }
    }

    private static Optional<Integer> version(Connection connection, Dialect dialect) throws SQLException {
        try {
            return new Session(connection, dialect).first(Row::count, "SELECT version FROM sagsflow_schema");
        } catch (SQLException failure) {
            if (dialect.isMissingTable(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
