package dk.sagsflow.jdbc.table;

import dk.sagsflow.jdbc.session.Dialect;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import java.sql.SQLException;
import java.util.Optional;

/** Numbers that count up, each given out once. */
final class Series {
    private Series() {}

    private static final String POSTGRESQL_NEXT = "INSERT INTO sagsflow_series AS s (series, last_number) VALUES (?, 1)"
            + " ON CONFLICT (series) DO UPDATE SET last_number = s.last_number + 1 RETURNING last_number";

    static long next(Session session, String series) throws SQLException {
        if (session.dialect() == Dialect.POSTGRESQL) {
            return session.first(Row::number, POSTGRESQL_NEXT, series).orElseThrow();
        }
        Optional<Long> last = session.first(
                Row::number, "SELECT last_number FROM sagsflow_series WHERE series = ? FOR UPDATE", series);
        if (last.isEmpty()) {
            session.later("INSERT INTO sagsflow_series (series, last_number) VALUES (?, 1)", series);
            return 1;
        }
        long next = last.get() + 1;
        session.later("UPDATE sagsflow_series SET last_number = ? WHERE series = ?", next, series);
        return next;
    }
}
