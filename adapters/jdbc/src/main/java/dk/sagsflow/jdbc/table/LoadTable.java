package dk.sagsflow.jdbc.table;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.jdbc.session.Dialect;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** What members have to do in groups. A row that was only locked says nothing of its member. */
record LoadTable() {
    private static final String H2_CHANGE = """
            MERGE INTO sagsflow_load l USING (SELECT CAST(? AS VARCHAR) AS g, CAST(? AS VARCHAR) AS m, CAST(? AS INTEGER) AS o,
             CAST(? AS BIGINT) AS n, CAST(? AS TIMESTAMP(6) WITH TIME ZONE) AS t) c
             ON l.group_id = c.g AND l.member_id = c.m
             WHEN MATCHED THEN UPDATE SET open_cases = l.open_cases + c.o, assignments = l.assignments + c.n, touched = TRUE,
             latest = CASE WHEN c.t IS NULL OR l.latest > c.t THEN l.latest ELSE c.t END
             WHEN NOT MATCHED THEN INSERT (group_id, member_id, open_cases, assignments, latest, touched)
             VALUES (c.g, c.m, c.o, c.n, c.t, TRUE)""";
    private static final String POSTGRESQL_CHANGE = """
            INSERT INTO sagsflow_load AS l (group_id, member_id, open_cases, assignments, latest, touched)
             VALUES (?, ?, ?, ?, ?, TRUE) ON CONFLICT (group_id, member_id) DO UPDATE SET
             open_cases = l.open_cases + EXCLUDED.open_cases, assignments = l.assignments + EXCLUDED.assignments,
             touched = TRUE, latest = GREATEST(l.latest, EXCLUDED.latest)""";

    void change(Session session, MemberLoad.Change change) {
        session.later(
                session.dialect() == Dialect.H2 ? H2_CHANGE : POSTGRESQL_CHANGE,
                change.group().value(),
                change.member().value(),
                change.open(),
                change.assigned().isPresent() ? 1L : 0L,
                change.assigned());
    }

    /** What a group's members have to do, as far as a claim on the load of one must know; nobody changes it until the end. */
    ImmutableMap<ActorId, MemberLoad> locked(Session session, GroupId group, ActorId member) throws SQLException {
        Optional<MemberLoad> found = lock(session, group, member);
        if (found.isEmpty()) {
            int unused = session.count(
                    "INSERT INTO sagsflow_load (group_id, member_id, open_cases, assignments, touched)"
                            + " VALUES (?, ?, 0, 0, FALSE)" + session.dialect().unlessThere(),
                    group.value(),
                    member.value());
            found = lock(session, group, member);
        }
        return ImmutableMap.of(member, found.orElseGet(MemberLoad::none));
    }

    private static Optional<MemberLoad> lock(Session session, GroupId group, ActorId member) throws SQLException {
        return session.first(
                LoadTable::load,
                "SELECT open_cases, assignments, latest FROM sagsflow_load WHERE group_id = ? AND member_id = ? FOR UPDATE",
                group.value(),
                member.value());
    }

    ImmutableMap<ActorId, MemberLoad> of(Session session, GroupId group) throws SQLException {
        return ImmutableMap.copyOf(session.all(
                row -> Map.entry(ActorId.of(row.text()), load(row)),
                "SELECT member_id, open_cases, assignments, latest FROM sagsflow_load WHERE group_id = ? AND touched = TRUE"
                        + " ORDER BY member_id",
                group.value()));
    }

    private static MemberLoad load(Row row) throws SQLException {
        return new MemberLoad(row.count(), row.number(), row.optionalInstant());
    }
}
