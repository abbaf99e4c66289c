package dk.sagsflow.jdbc.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.LoadClaim;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.jdbc.session.Dialect;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What members have to do in groups. A row that says nothing is there only while somebody holds it. */
record LoadTable() {
    private static final String H2_CHANGE = """
        MERGE INTO sagsflow_load l USING (SELECT CAST(? AS VARCHAR) AS g, CAST(? AS VARCHAR) AS m, CAST(? AS INTEGER) AS o,
         CAST(? AS BIGINT) AS n, CAST(? AS TIMESTAMP(6) WITH TIME ZONE) AS t) c
         ON l.group_id = c.g AND l.member_id = c.m
         WHEN MATCHED THEN UPDATE SET open_cases = l.open_cases + c.o, assignments = l.assignments + c.n,
         latest = CASE WHEN l.assignments + c.n = 0 THEN NULL WHEN c.t IS NULL OR l.latest > c.t THEN l.latest ELSE c.t END
         WHEN NOT MATCHED THEN INSERT (group_id, member_id, open_cases, assignments, latest)
         VALUES (c.g, c.m, c.o, c.n, c.t)\
        """;
    private static final String POSTGRESQL_CHANGE = """
        INSERT INTO sagsflow_load AS l (group_id, member_id, open_cases, assignments, latest)
         VALUES (?, ?, ?, ?, ?) ON CONFLICT (group_id, member_id) DO UPDATE SET
         open_cases = l.open_cases + EXCLUDED.open_cases, assignments = l.assignments + EXCLUDED.assignments,
         latest = CASE WHEN l.assignments + EXCLUDED.assignments > 0 THEN GREATEST(l.latest, EXCLUDED.latest) END\
        """;
    private static final String DROP_IF_NOTHING =
            "DELETE FROM sagsflow_load WHERE group_id = ? AND member_id = ? AND open_cases = 0 AND assignments = 0";

    /** Makes these changes, and leaves no row that says nothing, of those that were locked either. */
    void change(Session session, List<MemberLoad.Change> changes, List<LoadClaim> locked) {
        ordered(changes, MemberLoad.Change::group, MemberLoad.Change::member)
                .forEach(change -> session.later(
                        session.dialect() == Dialect.H2 ? H2_CHANGE : POSTGRESQL_CHANGE,
                        change.group().value(),
                        change.member().value(),
                        change.open(),
                        (long) change.assignments(),
                        change.latest()));
        dropEmpty(session, changes, locked);
    }

    private static void dropEmpty(Session session, List<MemberLoad.Change> changes, List<LoadClaim> locked) {
        Stream<Map.Entry<GroupId, ActorId>> fewer = changes.stream()
                .filter(change -> change.open() < 0 || change.assignments() < 0)
                .map(change -> Map.entry(change.group(), change.member()));
        Stream<Map.Entry<GroupId, ActorId>> held = locked.stream()
                .filter(claim -> claim.seen().equals(MemberLoad.none()))
                .map(claim -> Map.entry(claim.group(), claim.member()));
        ordered(Stream.concat(fewer, held).distinct().toList(), Map.Entry::getKey, Map.Entry::getValue)
                .forEach(row -> session.later(
                        DROP_IF_NOTHING, row.getKey().value(), row.getValue().value()));
    }

    /** Everybody locks them in the same order. */
    static <T> ImmutableList<T> ordered(List<T> all, Function<T, GroupId> group, Function<T, ActorId> member) {
        return ImmutableList.sortedCopyOf(
                Comparator.comparing((T each) -> group.apply(each).value())
                        .thenComparing(each -> member.apply(each).value()),
                all);
    }

    /**
     * What a group's members have to do, as far as a claim on the load of one must know; nobody changes it until the end.
     *
     * @param asked what {@link #locking} found
     */
    ImmutableMap<ActorId, MemberLoad> locked(
            Session session, GroupId group, ActorId member, Session.Question<MemberLoad> asked) throws SQLException {
        Optional<MemberLoad> found = asked.rows().stream().findFirst();
        while (found.isEmpty()) {
            int unused = session.count(
                    "INSERT INTO sagsflow_load (group_id, member_id, open_cases, assignments) VALUES (?, ?, 0, 0)"
                            + session.dialect().unlessThere(),
                    group.value(),
                    member.value());
            Session.Question<MemberLoad> again = locking(group, member);
            session.ask(ImmutableList.of(again));
            found = again.rows().stream().findFirst();
        }
        return ImmutableMap.of(member, found.get());
    }

    /** Finds the load of a member, and locks it if there is one. */
    static Session.Question<MemberLoad> locking(GroupId group, ActorId member) {
        return new Session.Question<>(
                LoadTable::load,
                "SELECT open_cases, assignments, latest FROM sagsflow_load WHERE group_id = ? AND member_id = ? FOR"
                        + " UPDATE",
                group.value(),
                member.value());
    }

    ImmutableMap<ActorId, MemberLoad> of(Session session, GroupId group) throws SQLException {
        return ImmutableMap.copyOf(session.all(
                row -> Map.entry(ActorId.of(row.text()), load(row)),
                "SELECT member_id, open_cases, assignments, latest FROM sagsflow_load WHERE group_id = ?"
                        + " AND (open_cases <> 0 OR assignments <> 0) ORDER BY member_id",
                group.value()));
    }

    private static MemberLoad load(Row row) throws SQLException {
        return new MemberLoad(row.count(), row.number(), row.optionalInstant());
    }
}
