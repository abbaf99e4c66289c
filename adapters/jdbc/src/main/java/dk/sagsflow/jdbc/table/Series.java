package dk.sagsflow.jdbc.table;

import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import java.sql.SQLException;
import java.util.Optional;

/** Numbers that count up, each given out once. */
final class Series {
    private Series() {}

    static long next(Session session, String series) throws SQLException {
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
