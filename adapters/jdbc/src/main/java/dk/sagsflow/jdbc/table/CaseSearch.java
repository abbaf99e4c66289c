package dk.sagsflow.jdbc.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CaseOrder;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.UnreadableCase;
import dk.sagsflow.jdbc.session.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks the database for cases. What a statement cannot ask is asked of the cases that it finds, so a page may take several
 * statements. Pages go on by key, never by number of rows.
 */
record CaseSearch(CaseReader reader, CountTable counts) {
    /** How many rows are looked at at once if the statement cannot ask everything. */
    private static final int LOOKED_AT = 500;

    CasePage page(Session session, CaseQuery query) throws SQLException {
        ImmutableList<CaseCriteria> criteria = CaseCriteria.alternatives(query);
        long wanted = query.pageSize() + 1L;
        ImmutableList<CasePage.Line> lines = criteria.stream().allMatch(CaseCriteria::isExact)
                ? from(session, criteria, place(query), wanted)
                : sifted(session, criteria, query, wanted);
        return CasePage.of(query, told(lines, query));
    }

    /** What a row says that was edited lets nobody see a case that its events put beyond the scope. */
    private static ImmutableList<CasePage.Line> told(ImmutableList<CasePage.Line> lines, CaseQuery query) {
        return lines.stream()
                .map(line ->
                        line instanceof CasePage.Entry entry && !query.scope().contains(entry.state())
                                ? new CasePage.Unread(
                                        new UnreadableCase(entry.state().number(), UnreadableCase.Defect.HISTORY),
                                        entry.placeIn(query.order()))
                                : line)
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<CasePage.Line> sifted(
            Session session, ImmutableList<CaseCriteria> criteria, CaseQuery query, long wanted) throws SQLException {
        boolean scoped =
                CaseCriteria.of(CaseQuery.all().withScope(query.scope())).isExact();
        List<CasePage.Line> found = new ArrayList<>();
        Optional<CaseCursor.Place> after = place(query);
        boolean more = true;
        while (more && found.size() < wanted) {
            ImmutableList<CasePage.Line> some = from(session, criteria, after, LOOKED_AT);
            some.stream().filter(line -> isAskedFor(line, query, scoped)).forEach(found::add);
            more = some.size() == LOOKED_AT;
            after = some.isEmpty()
                    ? after
                    : Optional.of(some.get(some.size() - 1).placeIn(query.order()));
        }
        return ImmutableList.copyOf(found.subList(0, (int) Math.min(wanted, found.size())));
    }

    /** Whoever asks is not told of a case that cannot be read if it may be beyond the scope. */
    private static boolean isAskedFor(CasePage.Line line, CaseQuery query, boolean scoped) {
        return line instanceof CasePage.Entry entry ? query.matches(entry.state()) : scoped;
    }

    private static Optional<CaseCursor.Place> place(CaseQuery query) {
        return query.after().map(cursor -> cursor.place(query.order()));
    }

    private ImmutableList<CasePage.Line> from(
            Session session, ImmutableList<CaseCriteria> criteria, Optional<CaseCursor.Place> after, long most)
            throws SQLException {
        CaseOrder order = criteria.get(0).order();
        List<String> alternatives = new ArrayList<>();
        Object[] values = {};
        for (CaseCriteria each : criteria) {
            CaseCriteria from = after.isPresent() ? each.from(after.get()) : each;
            alternatives.add(
                    " FROM sagsflow_case c" + from.where() + " ORDER BY " + order(order) + " FETCH FIRST ? ROWS ONLY");
            values = Session.join(values, from.values(most));
        }
        String columns = "SELECT " + CaseReader.FOUND + ", " + at(order) + ", registered_at";
        if (alternatives.size() == 1) {
            return lines(session, columns + alternatives.get(0), values);
        }
        String sql = columns + fromAny(alternatives) + " ORDER BY " + order(order) + " FETCH FIRST ? ROWS ONLY";
        return lines(session, sql, Session.join(values, most));
    }

    private static String fromAny(List<String> alternatives) {
        return " FROM sagsflow_case c WHERE c.case_number IN (SELECT u.case_number FROM ("
                + alternatives.stream()
                        .map(each -> "(SELECT c.case_number" + each + ")")
                        .collect(Collectors.joining(" UNION ALL "))
                + ") u)";
    }

    private ImmutableList<CasePage.Line> lines(Session session, String sql, Object[] values) throws SQLException {
        return reader.lines(session, session.all(CaseReader.Listed::of, sql, values));
    }

    private static String at(CaseOrder order) {
        return switch (order) {
            case REGISTRATION -> "c.registered_at";
            case DUE_FIRST -> "c.member_at";
            case DUE_FIRST_FOR_CUSTOMER -> "c.customer_at";
            case LATEST_CHANGE -> "c.changed_at";
        };
    }

    private static String order(CaseOrder order) {
        return switch (order) {
            case REGISTRATION -> "c.registered_at, c.case_number";
            case DUE_FIRST -> "c.member_at, c.registered_at, c.case_number";
            case DUE_FIRST_FOR_CUSTOMER -> "c.customer_at, c.registered_at, c.case_number";
            case LATEST_CHANGE -> "c.changed_at DESC, c.registered_at, c.case_number";
        };
    }

    CaseCounts counts(Session session, CaseQuery query, ImmutableSet<CaseCounts.Field> by, Instant now)
            throws SQLException {
        CaseQuery all = query.withAfter(Optional.empty()).withPageSize(Integer.MAX_VALUE);
        CaseCriteria criteria = CaseCriteria.of(all);
        if (!criteria.isExact()) {
            return CaseCounts.of(page(session, all).entries(), by, now);
        }
        return CountTable.answers(query)
                ? counts.counts(session, criteria, by, now)
                : counted(session, criteria, by, now);
    }

    private static CaseCounts counted(
            Session session, CaseCriteria criteria, ImmutableSet<CaseCounts.Field> by, Instant now)
            throws SQLException {
        StringBuilder fields = new StringBuilder();
        by.forEach(field -> fields.append(fields.isEmpty() ? "c." : ", c.").append(CountTable.column(field)));
        String sql = "SELECT " + fields + (by.isEmpty() ? "" : ", ")
                + "COUNT(*), COUNT(CASE WHEN c.member_exceeded <= ? THEN 1 END),"
                + " COUNT(CASE WHEN c.customer_exceeded <= ? THEN 1 END), MIN(c.visit_began) FROM sagsflow_case c"
                + criteria.where() + (by.isEmpty() ? "" : " GROUP BY " + fields);
        return CountTable.counted(session, by, sql, Session.join(new Object[] {now, now}, criteria.values()));
    }
}
