package dk.sagsflow.jdbc.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import dk.sagsflow.jdbc.session.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many cases are alike, kept as differences: a step adds rows and changes none, so no step waits for another, and whoever sweeps or
 * counts makes one row of many.
 */
record CountTable() {
    /** So many rows are added up when somebody asks. */
    private static final int FEW = 1_000;

    /** How many rows become one, or a few, in one transaction. */
    private static final int FOLDED = 10_000;

    private static final int CHUNK = 1_000;

    private static final String INSERT =
            "INSERT INTO sagsflow_count (bucket, " + CountedAs.COLUMNS + ", cases) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private record Kept(long id, long bucket, CountedAs counted, long cases) {
        static Kept of(Row row) throws SQLException {
            long id = row.number();
            long bucket = row.number();
            List<Optional<String>> values = new ArrayList<>();
            for (int place = 0; place < 6; place++) {
                values.add(row.optionalText());
            }
            return new Kept(id, bucket, new CountedAs(values), row.number());
        }
    }

    void add(Session session, CountedAs counted, long cases) {
        session.later(INSERT, values(counted.bucket(), counted, cases));
    }

    private static Object[] values(long bucket, CountedAs counted, long cases) {
        return Session.join(Session.join(new Object[] {bucket}, counted.values().toArray()), cases);
    }

    /** Whether it is told apart by no more than what is counted. */
    static boolean answers(CaseQuery query) {
        CaseQuery all = CaseQuery.all();
        return all.withStatuses(query.statuses())
                .withKinds(query.kinds())
                .withPriorities(query.priorities())
                .withTiers(query.tiers())
                .withGroups(query.groups())
                .withSystems(query.systems())
                .equals(query.withAfter(Optional.empty()).withOrder(all.order()).withPageSize(all.pageSize()));
    }

    CaseCounts counts(Session session, CaseCriteria criteria, ImmutableSet<CaseCounts.Field> by, Instant now)
            throws SQLException {
        StringBuilder fields = new StringBuilder();
        by.forEach(field -> fields.append(fields.isEmpty() ? "" : ", ").append(column(field)));
        String of = " FROM sagsflow_case c WHERE c.bucket = s.bucket";
        String sql = "SELECT " + fields + (by.isEmpty() ? "" : ", ")
                + "SUM(k.cases), SUM(k.members), SUM(k.customers), MIN(k.oldest) FROM (SELECT s.*, (SELECT COUNT(*)"
                + of
                + " AND c.member_exceeded <= ?) AS members, (SELECT COUNT(*)" + of
                + " AND c.customer_exceeded <= ?) AS customers, (SELECT MIN(c.visit_began)" + of
                + ") AS oldest FROM (SELECT c.bucket, " + CountedAs.COLUMNS
                + ", SUM(c.cases) AS cases FROM sagsflow_count c" + criteria.where() + " GROUP BY c.bucket, "
                + CountedAs.COLUMNS + " HAVING SUM(c.cases) > 0) s) k"
                + (by.isEmpty() ? "" : " GROUP BY " + fields);
        return new CaseCounts(
                session.all(row -> row(row, by), sql, Session.join(new Object[] {now, now}, criteria.values())).stream()
                        .filter(row -> row.cases() > 0)
                        .collect(ImmutableList.toImmutableList()));
    }

    static CaseCounts.Row row(Row row, ImmutableSet<CaseCounts.Field> by) throws SQLException {
        Map<CaseCounts.Field, String> values = new EnumMap<>(CaseCounts.Field.class);
        for (CaseCounts.Field field : by) {
            row.optionalText().ifPresent(value -> values.put(field, value));
        }
        ImmutableMap<CaseCounts.Field, String> told = Maps.immutableEnumMap(values);
        return new CaseCounts.Row(told, row.number(), row.number(), row.number(), row.optionalInstant());
    }

    static String column(CaseCounts.Field field) {
        return switch (field) {
            case STATUS -> "status";
            case GROUP -> "group_id";
            case TIER -> "tier_id";
            case SYSTEM -> "system_id";
            case PRIORITY -> "priority";
            case KIND -> "kind";
        };
    }

    /** Makes a few rows of the oldest if there are many. Those that steps add meanwhile are left for the next time. */
    void foldIfMany(Transactions transactions) {
        if (transactions.read(CountTable::areMany)) {
            transactions.runWhereWritable(CountTable::fold);
        }
    }

    private static boolean areMany(Session session) throws SQLException {
        return session.all(Row::number, "SELECT id FROM sagsflow_count FETCH FIRST ? ROWS ONLY", FEW + 1)
                        .size()
                > FEW;
    }

    private static void fold(Session session) throws SQLException {
        ImmutableList<String> unused =
                session.all(Row::text, "SELECT name FROM sagsflow_lock WHERE name = 'counts' FOR UPDATE");
        ImmutableList<Kept> oldest = session.all(
                Kept::of,
                "SELECT id, bucket, " + CountedAs.COLUMNS + ", cases FROM sagsflow_count ORDER BY id"
                        + " FETCH FIRST ? ROWS ONLY",
                FOLDED);
        for (List<Kept> chunk : Lists.partition(oldest, CHUNK)) {
            List<Long> ids = Lists.transform(chunk, Kept::id);
            session.later("DELETE FROM sagsflow_count WHERE id IN " + Session.places(ids.size()), Session.filled(ids));
        }
        Map<CountedAs, Kept> sums = new LinkedHashMap<>();
        oldest.forEach(each -> sums.merge(
                each.counted(),
                each,
                (one, other) -> new Kept(one.id(), one.bucket(), one.counted(), one.cases() + other.cases())));
        sums.values().stream()
                .filter(sum -> sum.cases() != 0)
                .forEach(sum -> session.later(INSERT, values(sum.bucket(), sum.counted(), sum.cases())));
    }
}
