package dk.sagsflow.jdbc.session;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.jdbc.failure.UnusableDatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** In what databases differ. */
public enum Dialect {
    /** H2, embedded or not. */
    H2(
            "h2",
            "NEXT VALUE FOR %s",
            "CURRENT VALUE FOR %s",
            ImmutableSet.of("23505", "40001", "90131", "HYT00", "90112"),
            ImmutableSet.of("42S02", "42S03", "42S04", "42102", "42104")),
    /** PostgreSQL 13 or later. */
    POSTGRESQL(
            "postgresql",
            "nextval('%s')",
            "currval('%s')",
            ImmutableSet.of("23505", "40001", "40P01", "55P03"),
            ImmutableSet.of("42P01", "3F000"));

    private final String folder;
    private final String next;
    private final String current;
    private final ImmutableSet<String> conflicts;
    private final ImmutableSet<String> missing;

    Dialect(String folder, String next, String current, ImmutableSet<String> conflicts, ImmutableSet<String> missing) {
        this.folder = folder;
        this.next = next;
        this.current = current;
        this.conflicts = conflicts;
        this.missing = missing;
    }

    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        for (Dialect dialect : values()) {
            if (product.equals(dialect.folder)) {
                return dialect;
            }
        }
        throw new UnusableDatabaseException("the database is " + product + "; a store can be kept in H2 or PostgreSQL");
    }

    /** The folder of its SQL files. */
    public String folder() {
        return folder;
    }

    /** Whether several statements can be sent in one message. */
    public boolean sendsTogether() {
        return this == POSTGRESQL;
    }

    /** Somebody else was quicker, or two waited for each other: what was to be done may well succeed now. */
    public boolean isConflict(SQLException failure) {
        return conflicts.contains(String.valueOf(failure.getSQLState()));
    }

    public boolean isMissingTable(SQLException failure) {
        return missing.contains(String.valueOf(failure.getSQLState()));
    }

    public String next(String sequence) {
        return String.format(Locale.ROOT, next, sequence);
    }

    public String current(String sequence) {
        return String.format(Locale.ROOT, current, sequence);
    }

    /** Draws so many numbers of a sequence, in order. */
    public String draw(String sequence) {
        return "SELECT " + next(sequence) + (this == H2 ? " FROM SYSTEM_RANGE(1, ?)" : " FROM generate_series(1, ?)");
    }

    /** Writes a row of a table whose key is its first column, whether there is one or not. */
    public String put(String table, String... columns) {
        String names = String.join(", ", columns);
        String places = "?, ".repeat(columns.length - 1) + "?";
        if (this == H2) {
            return "MERGE INTO " + table + " (" + names + ") KEY (" + columns[0] + ") VALUES (" + places + ")";
        }
        StringBuilder set = new StringBuilder();
        for (int column = 1; column < columns.length; column++) {
            set.append(column == 1 ? "" : ", ")
                    .append(columns[column])
                    .append(" = EXCLUDED.")
                    .append(columns[column]);
        }
        return "INSERT INTO " + table + " (" + names + ") VALUES (" + places + ") ON CONFLICT (" + columns[0]
                + ") DO UPDATE SET " + set;
    }

    /** What makes an INSERT do nothing if there is such a row; where it cannot, whoever inserts looks first. */
    public String unlessThere() {
        return this == POSTGRESQL ? " ON CONFLICT DO NOTHING" : "";
    }

    /** Asks for the time as it is, not as it was when the transaction began. */
    public String clock() {
        return this == POSTGRESQL ? "SELECT clock_timestamp()" : "SELECT CURRENT_TIMESTAMP(6)";
    }
}
