package dk.sagsflow.jdbc.table;

import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock by which claims end.
 *
 * @param ofDatabase whether it is that of the database
 */
record Leases(boolean ofDatabase) {
    /** What it shows; the desk's clock shows the other instant. */
    Instant now(Session session, Instant ofDesk) throws SQLException {
        return ofDatabase ? ofDatabase(session) : ofDesk;
    }

    Lease of(Session session, Instant ofDesk, Duration length) throws SQLException {
        return Lease.of(now(session, ofDesk), length);
    }

    private static Instant ofDatabase(Session session) throws SQLException {
        return session.first(Row::instant, session.dialect().clock()).orElseThrow();
    }
}
