package dk.sagsflow.jdbc.table;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.json.UnreadableEventException;
import dk.sagsflow.core.log.ForgottenPositionException;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.jdbc.failure.UnusableDatabaseException;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import dk.sagsflow.jdbc.session.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The steps in one order. A step is written without a place. Whoever reads the log first gives a place to every step that is
 * committed by then, in the order of their ids, while holding the one row of the log: so a step that becomes visible later
 * has a later place, and writers wait for nobody. Places count up from 1 without gaps and know nothing of transactions, so
 * they are the same after a dump and a restore.
 */
record LogTable(CaseReader reader) {
    /** How many steps get their place in one transaction. */
    private static final int MOST = 10_000;

    /** How far the log goes. */
    record Extent(long last, long dropped, boolean fresh) {
        LogPosition beginning() {
            return position(dropped);
        }

        LogPosition end() {
            return position(last);
        }

        long placeOf(LogPosition position) {
            try {
                long place = Long.parseLong(position.value());
                checkArgument(
                        place >= 0 && place <= last,
                        "the log has no position %s; it has those from %s to %s",
                        position,
                        dropped,
                        last);
                return place;
            } catch (NumberFormatException foreign) {
                throw new IllegalArgumentException("position \"" + position + "\" is none of this log", foreign);
            }
        }

        /** Refuses a place that cannot be read on from. */
        void checkKept(long place) {
            if (place < dropped) {
                throw new ForgottenPositionException(position(place), beginning());
            }
        }

        long countAfter(LogPosition position) {
            return last - Math.max(dropped, placeOf(position));
        }
    }

    private record Line(long place, CaseNumber number, String event) {
        static Line of(Row row) throws SQLException {
            return new Line(row.number(), row.caseNumber(), row.text());
        }
    }

    static LogPosition position(long place) {
        return LogPosition.of(Long.toString(place));
    }

    /**
     * How far the log goes, once every step that is committed has its place; on a replica as far as the primary gave places, and in a
     * file of H2 that a host's transaction has to itself as far as others had read.
     */
    Extent extent(Transactions transactions) {
        Extent extent = transactions.read(this::extent);
        while (extent.fresh() && transactions.runWhereWritable(this::givePlaces)) {
            extent = transactions.read(this::extent);
        }
        return extent;
    }

    Extent extent(Session session) throws SQLException {
        return session.first(
                        row -> new Extent(row.number(), row.number(), row.yes()),
                        "SELECT last_place, dropped, EXISTS (SELECT 1 FROM sagsflow_step WHERE place IS NULL)"
                                + " FROM sagsflow_log")
                .orElseThrow(
                        () -> new UnusableDatabaseException("the table sagsflow_log is empty; restore its one row"));
    }

    private void givePlaces(Session session) throws SQLException {
        long last = lock(session).last();
        ImmutableList<Long> fresh = session.all(
                Row::number,
                "SELECT id FROM sagsflow_step WHERE place IS NULL ORDER BY id FETCH FIRST ? ROWS ONLY",
                MOST);
        for (long id : fresh) {
            last++;
            session.later("UPDATE sagsflow_step SET place = ? WHERE id = ?", last, id);
        }
        session.later("UPDATE sagsflow_log SET last_place = ?", last);
    }

    Extent lock(Session session) throws SQLException {
        return session.first(
                        row -> new Extent(row.number(), row.number(), false),
                        "SELECT last_place, dropped FROM sagsflow_log FOR UPDATE")
                .orElseThrow();
    }

    ImmutableList<LoggedStep> after(Session session, Extent extent, LogPosition position, int limit)
            throws SQLException {
        long place = extent.placeOf(position);
        extent.checkKept(place);
        return steps(session, place, Math.min(extent.last(), place + limit));
    }

    /**
     * The steps after one place up to another, or up to the first that cannot be read, so that whoever follows comes that far.
     *
     * @throws UnreadableEventException if that is the first of all
     */
    private ImmutableList<LoggedStep> steps(Session session, long after, long upTo) throws SQLException {
        ImmutableList<Line> lines = session.all(
                Line::of,
                "SELECT s.place, e.case_number, e.event FROM sagsflow_step s JOIN sagsflow_event e ON e.step = s.id"
                        + " WHERE s.place > ? AND s.place <= ? ORDER BY s.place, e.step_position",
                after,
                upTo);
        return readable(lines).entrySet().stream()
                .map(entry -> new LoggedStep(
                        position(entry.getKey()), entry.getValue().build()))
                .collect(ImmutableList.toImmutableList());
    }

    private Map<Long, ImmutableList.Builder<CaseEvent>> readable(ImmutableList<Line> lines) {
        Map<Long, ImmutableList.Builder<CaseEvent>> steps = new LinkedHashMap<>();
        for (Line line : lines) {
            try {
                CaseEvent event = reader.read(line.number(), line.event());
                steps.computeIfAbsent(line.place(), fresh -> ImmutableList.builder())
                        .add(event);
            } catch (UnreadableEventException broken) {
                steps.remove(line.place());
                if (steps.isEmpty()) {
                    throw broken;
                }
                return steps;
            }
        }
        return steps;
    }

    LoggedStep step(Session session, long place) throws SQLException {
        return requireNonNull(steps(session, place - 1, place).get(0));
    }

    int forget(Session session, Instant before, int limit, long firstNeeded) throws SQLException {
        Extent extent = lock(session);
        long most = Math.min(limit, firstNeeded - extent.dropped() - 1);
        int old = most > 0 ? old(session, extent, before, most) : 0;
        session.later("DELETE FROM sagsflow_step WHERE place <= ?", extent.dropped() + old);
        session.later("UPDATE sagsflow_log SET dropped = ?", extent.dropped() + old);
        return old;
    }

    /** How many of the oldest steps were recorded before. */
    private static int old(Session session, Extent extent, Instant before, long most) throws SQLException {
        int old = 0;
        for (Instant recorded : session.all(
                Row::instant,
                "SELECT recorded_at FROM sagsflow_step WHERE place > ? ORDER BY place FETCH FIRST ? ROWS ONLY",
                extent.dropped(),
                most)) {
            if (!recorded.isBefore(before)) {
                break;
            }
            old++;
        }
        return old;
    }
}
