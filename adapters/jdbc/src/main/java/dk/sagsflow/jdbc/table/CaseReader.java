package dk.sagsflow.jdbc.table;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.json.UnreadableEventException;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.UnreadableCase;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads cases: their rows, and their events if they are not in the cache. Safe for use by many threads. */
final class CaseReader {
    private static final Logger LOG = LoggerFactory.getLogger(CaseReader.class);

    /** As many as a statement may name. */
    private static final int CHUNK = 1_000;

    static final String FOUND = "case_number, version, tag, rewritten, bucket, " + Snapshot.AGENDA;

    private static final String WHOLE = "SELECT c.*, e.event FROM (SELECT " + FOUND
            + " FROM sagsflow_case WHERE case_number = ?) c LEFT JOIN sagsflow_event e ON e.case_number = c.case_number"
            + " ORDER BY e.sequence";

    /** What is known already is not read again, but for the last event of it if something happened since. */
    private static final String SINCE = "SELECT c.*, e.event FROM (SELECT " + FOUND
            + " FROM sagsflow_case WHERE case_number = ?) c LEFT JOIN sagsflow_event e ON e.case_number = c.case_number"
            + " AND c.tag <> ? AND e.sequence >= ? ORDER BY e.sequence";

    private final CaseCache cache;
    private final CaseEventJson json;

    /** The row of a case. */
    record Found(CaseNumber number, long version, long tag, long rewritten, Optional<Long> bucket, Agenda agenda) {
        static Found of(Row row) throws SQLException {
            return new Found(
                    row.caseNumber(),
                    row.number(),
                    row.number(),
                    row.number(),
                    row.optionalNumber(),
                    Snapshot.agenda(row));
        }
    }

    /** The row of a case on a list, with its place there. */
    record Listed(Found found, CaseCursor.Place place) {
        static Listed of(Row row) throws SQLException {
            Found found = Found.of(row);
            return new Listed(found, new CaseCursor.Place(row.instant(), row.instant(), found.number()));
        }
    }

    /** The row of a case, with one of its events. */
    private record Line(Found found, Optional<String> event) {
        static Line of(Row row) throws SQLException {
            return new Line(Found.of(row), row.optionalText());
        }
    }

    /** What was read of some cases, and of which that failed. */
    private record Reading(Map<CaseNumber, CaseCache.Folded> folded, Map<CaseNumber, Broken> broken) {}

    private record Broken(UnreadableCase.Defect defect, UnreadableEventException failure) {}

    CaseReader(CaseCache cache, CaseEventJson json) {
        this.cache = cache;
        this.json = json;
    }

    ImmutableMap<CaseNumber, StoredCase> stored(Session session, Iterable<CaseNumber> numbers) throws SQLException {
        List<String> asked = ImmutableList.copyOf(Iterables.transform(numbers, CaseNumber::value));
        if (asked.size() == 1) {
            return one(session, CaseNumber.of(asked.get(0)));
        }
        Map<CaseNumber, Found> rows = rows(session, asked);
        Map<CaseNumber, CaseCache.Folded> folded = folded(session, rows.values());
        Map<CaseNumber, StoredCase> all = new LinkedHashMap<>();
        for (CaseNumber number : numbers) {
            Optional.ofNullable(folded.get(number))
                    .ifPresent(found -> all.put(number, stored(found, requireNonNull(rows.get(number)))));
        }
        return ImmutableMap.copyOf(all);
    }

    private static StoredCase stored(CaseCache.Folded found, Found row) {
        return new StoredCase(found.state(), found.history(), row.agenda());
    }

    private static Map<CaseNumber, Found> rows(Session session, List<String> numbers) throws SQLException {
        Map<CaseNumber, Found> rows = new HashMap<>();
        for (List<String> chunk : Lists.partition(numbers, CHUNK)) {
            String sql = "SELECT " + FOUND + " FROM sagsflow_case WHERE case_number IN " + Session.places(chunk.size());
            session.all(Found::of, sql, Session.filled(chunk)).forEach(row -> rows.put(row.number(), row));
        }
        return rows;
    }

    /** Its row and what is not known of its events are read in one statement. */
    private ImmutableMap<CaseNumber, StoredCase> one(Session session, CaseNumber number) throws SQLException {
        Optional<CaseCache.Folded> known = cache.known(number);
        ImmutableList<Line> lines = lines(session, number, known);
        if (lines.isEmpty()) {
            return ImmutableMap.of();
        }
        Found row = lines.get(0).found();
        List<String> events =
                lines.stream().flatMap(line -> line.event().stream()).toList();
        CaseCache.Folded found =
                requireNonNull(told(reading(session, row, known, events)).get(row.number()));
        return ImmutableMap.of(row.number(), stored(found, row));
    }

    private static ImmutableList<Line> lines(Session session, CaseNumber number, Optional<CaseCache.Folded> known)
            throws SQLException {
        return known.isPresent()
                ? session.all(
                        Line::of,
                        SINCE,
                        number.value(),
                        known.get().tag(),
                        known.get().state().version())
                : session.all(Line::of, WHOLE, number.value());
    }

    private Reading reading(Session session, Found row, Optional<CaseCache.Folded> known, List<String> events)
            throws SQLException {
        Reading reading = new Reading(new HashMap<>(), new LinkedHashMap<>());
        if (known.isEmpty()) {
            fold(session, row, events, reading);
        } else if (known.get().tag() == row.tag()) {
            reading.folded().put(row.number(), known.get());
        } else if (!known.get().isBefore(row) || !goneOn(session, row, known.get(), events, reading)) {
            fold(session, row, histories(session, List.of(row)).getOrDefault(row.number(), List.of()), reading);
        }
        return reading;
    }

    /** These cases in their order, one that cannot be read as well. */
    ImmutableList<CasePage.Line> lines(Session session, List<Listed> rows) throws SQLException {
        Reading reading = read(session, Lists.transform(rows, Listed::found));
        ImmutableList.Builder<CasePage.Line> lines = ImmutableList.builder();
        for (Listed row : rows) {
            CaseCache.Folded found = reading.folded().get(row.found().number());
            Broken broken = reading.broken().get(row.found().number());
            if (found != null) {
                lines.add(new CasePage.Entry(found.state(), row.found().agenda()));
            } else if (broken != null) {
                lines.add(new CasePage.Unread(new UnreadableCase(row.found().number(), broken.defect()), row.place()));
            }
        }
        return lines.build();
    }

    /**
     * What the events of these make. A case that was erased meanwhile is as it is now.
     *
     * @throws UnreadableEventException if one of them cannot be read
     */
    Map<CaseNumber, CaseCache.Folded> folded(Session session, Iterable<Found> rows) throws SQLException {
        return told(read(session, rows));
    }

    private static Map<CaseNumber, CaseCache.Folded> told(Reading reading) {
        Optional<Broken> broken = reading.broken().values().stream().findFirst();
        if (broken.isPresent()) {
            throw broken.get().failure();
        }
        return reading.folded();
    }

    private Reading read(Session session, Iterable<Found> rows) throws SQLException {
        Map<CaseNumber, CaseCache.Folded> folded = new HashMap<>();
        Map<CaseNumber, Broken> broken = new LinkedHashMap<>();
        List<Found> unknown = new ArrayList<>();
        for (Found row : rows) {
            cache.find(row.number(), row.tag())
                    .ifPresentOrElse(found -> folded.put(row.number(), found), () -> unknown.add(row));
        }
        for (List<Found> chunk : Lists.partition(unknown, CHUNK)) {
            readEvents(session, chunk, new Reading(folded, broken));
        }
        return new Reading(folded, broken);
    }

    /** Of what is known up to a version only the events from that one on are read. */
    private void readEvents(Session session, List<Found> rows, Reading into) throws SQLException {
        List<Found> unknown = new ArrayList<>();
        for (Found row : rows) {
            if (!goneOn(session, row, into)) {
                unknown.add(row);
            }
        }
        if (!unknown.isEmpty()) {
            Map<CaseNumber, List<String>> histories = histories(session, unknown);
            for (Found row : unknown) {
                fold(session, row, histories.getOrDefault(row.number(), List.of()), into);
            }
        }
    }

    private boolean goneOn(Session session, Found row, Reading into) throws SQLException {
        Optional<CaseCache.Folded> before = cache.before(row);
        if (before.isEmpty()) {
            return false;
        }
        List<String> since = session.all(
                Row::text,
                "SELECT event FROM sagsflow_event WHERE case_number = ? AND sequence >= ? AND sequence <= ?"
                        + " ORDER BY sequence",
                row.number().value(),
                before.get().state().version(),
                row.version());
        return goneOn(session, row, before.get(), since, into);
    }

    /**
     * What is not sound is read as a whole, and said of it then.
     *
     * @param since the last event that is known, as it is stored now, and those after it
     */
    private boolean goneOn(Session session, Found row, CaseCache.Folded before, List<String> since, Reading into) {
        ImmutableList<CaseEvent> known = before.history();
        if (since.size() != row.version() - before.state().version() + 1
                || !since.get(0).equals(json.write(known.get(known.size() - 1)))) {
            return false;
        }
        try {
            keep(row.number(), after(session, row, before, since.subList(1, since.size())), into);
            return true;
        } catch (RuntimeException unreadable) {
            LOG.debug("case {} is read as a whole, since what was added to it cannot be read", row.number());
            return false;
        }
    }

    private CaseCache.Folded after(Session session, Found row, CaseCache.Folded before, List<String> added) {
        ImmutableList.Builder<CaseEvent> history =
                ImmutableList.<CaseEvent>builder().addAll(before.history());
        SupportCase state = before.state();
        for (String text : added) {
            CaseEvent event = json.read(text);
            history.add(event);
            state = state.after(event);
        }
        return new CaseCache.Folded(row.tag(), row.rewritten(), !session.provisional(), state, history.build());
    }

    private void keep(CaseNumber number, CaseCache.Folded found, Reading into) {
        into.folded().put(number, found);
        cache.put(found);
    }

    private void fold(Session session, Found row, List<String> events, Reading into) {
        UnreadableCase.Defect defect = UnreadableCase.Defect.EVENT;
        try {
            ImmutableList<CaseEvent> history = events.stream()
                    .limit(Math.max(0, row.version()))
                    .map(event -> read(row.number(), event))
                    .collect(ImmutableList.toImmutableList());
            defect = UnreadableCase.Defect.HISTORY;
            keep(row.number(), fold(row, history, !session.provisional()), into);
        } catch (UnreadableEventException broken) {
            into.broken().put(row.number(), new Broken(defect, broken));
        }
    }

    private static CaseCache.Folded fold(Found row, ImmutableList<CaseEvent> history, boolean committed) {
        if (history.size() < row.version()) {
            throw unreadable(
                    row.number(), "it is at version " + row.version() + ", but it has " + history.size() + " events");
        }
        try {
            return new CaseCache.Folded(row.tag(), row.rewritten(), committed, SupportCase.of(history), history);
        } catch (RuntimeException broken) {
            throw unreadable(row.number(), String.valueOf(broken.getMessage()));
        }
    }

    private Map<CaseNumber, List<String>> histories(Session session, List<Found> rows) throws SQLException {
        Map<CaseNumber, List<String>> histories = new HashMap<>();
        List<String> numbers = Lists.transform(rows, row -> row.number().value());
        String sql = "SELECT case_number, event FROM sagsflow_event WHERE case_number IN "
                + Session.places(numbers.size()) + " ORDER BY case_number, sequence";
        for (Map.Entry<CaseNumber, String> line : session.all(CaseReader::event, sql, Session.filled(numbers))) {
            histories.computeIfAbsent(line.getKey(), fresh -> new ArrayList<>()).add(line.getValue());
        }
        return histories;
    }

    private static Map.Entry<CaseNumber, String> event(Row row) throws SQLException {
        return Map.entry(row.caseNumber(), row.text());
    }

    CaseEvent read(CaseNumber number, String event) {
        try {
            return json.read(event);
        } catch (RuntimeException unreadable) {
            throw unreadable(number, String.valueOf(unreadable.getMessage()));
        }
    }

    /** A row was edited by hand, or lost, or written by a newer release; other cases are not touched by it. */
    private static UnreadableEventException unreadable(CaseNumber number, String why) {
        return new UnreadableEventException("case " + number + " cannot be read: " + why);
    }

    String written(CaseEvent event) {
        return json.write(event);
    }

    void keep(CaseCache.Folded folded) {
        cache.put(folded);
    }
}
