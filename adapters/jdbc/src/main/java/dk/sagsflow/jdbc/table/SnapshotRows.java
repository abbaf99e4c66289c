package dk.sagsflow.jdbc.table;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.json.UnreadableEventException;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import dk.sagsflow.jdbc.session.Transactions;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows of cases that another release wrote, which are written anew from their events. Many nodes may do so at once, while others work.
 */
public record SnapshotRows(Transactions transactions, StoreParts parts) {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotRows.class);
    private static final int BATCH = 200;

    /** Writes all of them anew that are of another format, in transactions of some hundred, and remembers that none is left. */
    public void renew() {
        if (transactions.read(SnapshotRows::format) == Snapshot.FORMAT) {
            return;
        }
        int all = 0;
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            String from = after.get();
            ImmutableList<String> some = transactions.result(session -> renewed(session, from));
            all += some.size();
            after = some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1));
        }
        transactions.run(session -> session.later("UPDATE sagsflow_schema SET snapshot_format = ?", Snapshot.FORMAT));
        if (all > 0) {
            LOG.info("wrote the rows of {} cases anew, which another release had written", all);
        }
    }

    private static int format(Session session) throws SQLException {
        return session.first(Row::count, "SELECT snapshot_format FROM sagsflow_schema")
                .orElse(0);
    }

    private ImmutableList<String> renewed(Session session, String after) throws SQLException {
        ImmutableList<CaseReader.Found> old = session.all(
                CaseReader.Found::of,
                "SELECT " + CaseReader.FOUND + " FROM sagsflow_case WHERE snapshot_format <> ? AND case_number > ?"
                        + " ORDER BY case_number FETCH FIRST ? ROWS ONLY FOR UPDATE",
                Snapshot.FORMAT,
                after,
                BATCH);
        for (CaseReader.Found row : old) {
            renew(session, row);
        }
        return old.stream().map(row -> row.number().value()).collect(ImmutableList.toImmutableList());
    }

    /** What cannot be read stays as it is, and is written anew when it is mended and changed. */
    private void renew(Session session, CaseReader.Found row) throws SQLException {
        try {
            for (CaseCache.Folded found :
                    parts.reader().folded(session, ImmutableList.of(row)).values()) {
                write(session, row, found);
            }
        } catch (UnreadableEventException unreadable) {
            LOG.warn("the row of case {} stays as it is, because its events cannot be read", row.number());
        }
    }

    private void write(Session session, CaseReader.Found row, CaseCache.Folded found) {
        CountedAs counted = CountedAs.of(found.state(), row.agenda());
        session.later(Snapshot.UPDATE, Snapshot.columns(found, counted, row.agenda()));
        session.later(
                "DELETE FROM sagsflow_case_key WHERE case_number = ?",
                row.number().value());
        Snapshot.keys(found.state()).forEach(key -> StepWriter.writeKey(session, row.number(), key));
        if (row.bucket().isEmpty()) {
            parts.counts().add(session, counted, 1);
        }
    }
}
