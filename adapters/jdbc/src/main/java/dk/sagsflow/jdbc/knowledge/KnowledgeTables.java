package dk.sagsflow.jdbc.knowledge;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import dk.sagsflow.core.json.UnreadableEventException;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.jdbc.failure.UnusableDatabaseException;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import dk.sagsflow.jdbc.session.Transactions;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.KnowledgeStep;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.StaleRecordException;
import dk.sagsflow.knowledge.json.KnowledgeEventJson;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is done to the tables. A step is written without a place; whoever reads the log gives places, as in the log of cases, so
 * that what becomes visible later has a later place and writers wait for nobody.
 */
record KnowledgeTables(KnowledgeEventJson json) {
    /** How many steps get their place in one transaction, and events are read at once. */
    private static final int MOST = 2_000;

    private static final int RECORDS_AT_ONCE = 500;

    private record Extent(long last, boolean fresh) {}

    /** The log as one transaction sees it. */
    record Seen(long last, ImmutableList<ImmutableList<KnowledgeEvent>> fresh) {}

    private record Line(long place, String record, long sequence, String event) {
        static Line of(Row row) throws SQLException {
            return new Line(row.number(), row.text(), row.number(), row.text());
        }
    }

    static LogPosition position(long place) {
        return LogPosition.of(Long.toString(place));
    }

    static long place(LogPosition position, long last) {
        try {
            long place = Long.parseLong(position.value());
            checkArgument(place >= 0 && place <= last, "the log ends at %s; it has no position %s", last, position);
            return place;
        } catch (NumberFormatException foreign) {
            throw new IllegalArgumentException("position \"" + position + "\" is none of this store", foreign);
        }
    }

    /**
     * How far the log goes, once every step that is committed has its place; on a replica as far as the primary gave places, and in a
     * file of H2 that a host's transaction has to itself as far as others had read.
     */
    long last(Transactions transactions) {
        Extent extent = transactions.read(this::extent);
        while (extent.fresh() && transactions.runWhereWritable(this::givePlaces)) {
            extent = transactions.read(this::extent);
        }
        return extent.last();
    }

    private Extent extent(Session session) throws SQLException {
        return session.first(
                        row -> new Extent(row.number(), row.yes()),
                        "SELECT last_place, EXISTS (SELECT 1 FROM sagsflow_knowledge_step WHERE place IS NULL)"
                                + " FROM sagsflow_knowledge_log")
                .orElseThrow(KnowledgeTables::withoutLog);
    }

    /**
     * The log as it is now, without giving a place to what has none yet: how far places go, and the steps after that which are
     * committed.
     */
    Seen seen(Session session) throws SQLException {
        while (true) {
            long last = extent(session).last();
            ImmutableList<Line> lines = session.all(
                    Line::of,
                    "SELECT e.step, e.record, e.sequence, e.event FROM sagsflow_knowledge_step s"
                            + " JOIN sagsflow_knowledge_event e ON e.step = s.id"
                            + " WHERE s.place IS NULL ORDER BY s.id, e.step_position");
            if (extent(session).last() == last) {
                return new Seen(last, byStep(lines).values().asList());
            }
        }
    }

    private ImmutableMap<Long, ImmutableList<KnowledgeEvent>> byStep(ImmutableList<Line> lines) {
        Map<Long, ImmutableList.Builder<KnowledgeEvent>> steps = new LinkedHashMap<>();
        for (Line line : lines) {
            steps.computeIfAbsent(line.place(), unused -> ImmutableList.builder())
                    .add(read(line));
        }
        return ImmutableMap.copyOf(Maps.transformValues(steps, ImmutableList.Builder::build));
    }

    private static UnusableDatabaseException withoutLog() {
        return new UnusableDatabaseException("the table sagsflow_knowledge_log is empty; restore its one row");
    }

    private void givePlaces(Session session) throws SQLException {
        long last = session.first(Row::number, "SELECT last_place FROM sagsflow_knowledge_log FOR UPDATE")
                .orElseThrow(KnowledgeTables::withoutLog);
        ImmutableList<Long> fresh = session.all(
                Row::number,
                "SELECT id FROM sagsflow_knowledge_step WHERE place IS NULL ORDER BY id FETCH FIRST ? ROWS ONLY",
                MOST);
        for (long id : fresh) {
            last++;
            session.later("UPDATE sagsflow_knowledge_step SET place = ? WHERE id = ?", last, id);
        }
        session.later("UPDATE sagsflow_knowledge_log SET last_place = ?", last);
    }

    /** The steps after one place up to another. */
    ImmutableList<KnowledgeStep> steps(Session session, long after, long upTo) throws SQLException {
        ImmutableList<Line> lines = session.all(
                Line::of,
                "SELECT s.place, e.record, e.sequence, e.event FROM sagsflow_knowledge_step s"
                        + " JOIN sagsflow_knowledge_event e ON e.step = s.id"
                        + " WHERE s.place > ? AND s.place <= ? ORDER BY s.place, e.step_position",
                after,
                upTo);
        return byStep(lines).entrySet().stream()
                .map(step -> new KnowledgeStep(position(step.getKey()), step.getValue()))
                .collect(ImmutableList.toImmutableList());
    }

    private KnowledgeEvent read(Line line) {
        KnowledgeEvent event;
        try {
            event = json.read(line.event());
        } catch (UnreadableEventException unreadable) {
            throw new UnreadableEventException(
                    "event " + line.sequence() + " of " + line.record() + ": " + unreadable.getMessage(), unreadable);
        }
        boolean own = event.stamp().record().toString().equals(line.record())
                && event.stamp().sequence() == line.sequence();
        if (!own) {
            throw new UnreadableEventException("event " + line.sequence() + " of " + line.record() + " says that it is "
                    + event.stamp().sequence() + " of " + event.stamp().record());
        }
        return event;
    }

    ImmutableList<KnowledgeEvent> history(Session session, RecordId record) throws SQLException {
        ImmutableList<Line> lines = session.all(
                row -> new Line(0, record.toString(), row.number(), row.text()),
                "SELECT sequence, event FROM sagsflow_knowledge_event WHERE record = ? ORDER BY sequence",
                record.toString());
        return lines.stream().map(this::read).collect(ImmutableList.toImmutableList());
    }

    /** All of these in one step, if they follow on what there is. */
    void append(Session session, ImmutableList<KnowledgeEvent> events) throws SQLException {
        requireNext(session, events);
        session.later("INSERT INTO sagsflow_knowledge_step (id) VALUES ("
                + session.dialect().next("sagsflow_knowledge_step_id") + ")");
        String sql = "INSERT INTO sagsflow_knowledge_event (record, sequence, step, step_position, event)"
                + " VALUES (?, ?, " + session.dialect().current("sagsflow_knowledge_step_id") + ", ?, ?)";
        for (int place = 0; place < events.size(); place++) {
            KnowledgeEvent event = events.get(place);
            session.later(sql, event.stamp().record().toString(), event.stamp().sequence(), place, json.write(event));
        }
    }

    private static void requireNext(Session session, ImmutableList<KnowledgeEvent> events) throws SQLException {
        Map<String, Long> numbers = versions(session, events);
        for (KnowledgeEvent event : events) {
            RecordId record = event.stamp().record();
            long next = numbers.merge(record.toString(), 1L, Long::sum);
            if (event.stamp().sequence() != next) {
                throw new StaleRecordException(record, event.stamp().sequence(), next);
            }
        }
    }

    private static Map<String, Long> versions(Session session, ImmutableList<KnowledgeEvent> events)
            throws SQLException {
        ImmutableSet<String> records =
                events.stream().map(event -> event.stamp().record().toString()).collect(ImmutableSet.toImmutableSet());
        Map<String, Long> versions = new HashMap<>();
        for (List<String> some : Iterables.partition(records, RECORDS_AT_ONCE)) {
            ImmutableList<Line> found = session.all(
                    row -> new Line(0, row.text(), row.number(), ""),
                    "SELECT record, MAX(sequence) FROM sagsflow_knowledge_event WHERE record IN "
                            + Session.places(some.size()) + " GROUP BY record",
                    Session.filled(some));
            found.forEach(line -> versions.put(line.record(), line.sequence()));
        }
        return versions;
    }

    /** Writes those events anew that this function changes. */
    void rewrite(Session session, UnaryOperator<KnowledgeEvent> anew) throws SQLException {
        long last = -1;
        ImmutableList<Line> lines;
        do {
            lines = session.all(
                    Line::of,
                    "SELECT step, record, sequence, event FROM sagsflow_knowledge_event WHERE step > ? AND step <= ("
                            + "SELECT MAX(id) FROM (SELECT id FROM sagsflow_knowledge_step WHERE id > ? ORDER BY id"
                            + " FETCH FIRST ? ROWS ONLY) upcoming) ORDER BY step, step_position",
                    last,
                    last,
                    MOST);
            for (Line line : lines) {
                rewrite(session, line, anew);
                last = line.place();
            }
        } while (!lines.isEmpty());
    }

    private void rewrite(Session session, Line line, UnaryOperator<KnowledgeEvent> anew) {
        KnowledgeEvent before = read(line);
        KnowledgeEvent after = anew.apply(before);
        if (!after.equals(before)) {
            session.later(
                    "UPDATE sagsflow_knowledge_event SET record = ?, event = ? WHERE record = ? AND sequence = ?",
                    after.stamp().record().toString(),
                    json.write(after),
                    line.record(),
                    line.sequence());
        }
    }
}
