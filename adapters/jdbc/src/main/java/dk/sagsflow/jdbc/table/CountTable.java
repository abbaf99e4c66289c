package dk.sagsflow.jdbc.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.jdbc.session.Claims;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import dk.sagsflow.jdbc.session.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many cases are alike, kept as differences: a step adds rows and changes none, so no step waits for another, and whoever sweeps or
 * counts makes one row of many. Of those whose limits are used up, the ones of days before today are added up as well, and those of today
 * are found in an index. When rows are made one, days before that one become one day; who asks for an earlier time is answered by the index
 * alone.
 */
record CountTable() {
    /** So many rows are added up when somebody asks. */
    private static final int FEW = 1_000;

    /** How many rows become one, or a few, in one transaction. */
    private static final int FOLDED = 10_000;

    private static final int CHUNK = 1_000;

    /** Of what a scope may ask. */
    private static final ImmutableSet<CaseField> COUNTED =
            ImmutableSet.of(CaseField.KIND, CaseField.PRIORITY, CaseField.TIER, CaseField.GROUP, CaseField.SYSTEM);

    private static final String KEYS = CountedAs.COLUMNS + ", " + CountedAs.DAYS;
    private static final String INSERT =
            "INSERT INTO sagsflow_count (bucket, " + KEYS + ", cases) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String MOVE = "INSERT INTO sagsflow_count (bucket, " + KEYS + ", cases) SELECT bucket, "
            + CountedAs.COLUMNS
            + ", CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT) FROM sagsflow_case WHERE case_number = ?";

    private record Kept(long bucket, CountedAs counted, long cases) {
        static Kept of(Row row) throws SQLException {
            long bucket = row.number();
            List<Optional<String>> values = new ArrayList<>();
            for (int place = 0; place < 6; place++) {
                values.add(row.optionalText());
            }
            return new Kept(bucket, new CountedAs(values, row.optionalNumber(), row.optionalNumber()), row.number());
        }

        Kept plus(Kept other) {
            return new Kept(bucket, counted, cases + other.cases());
        }
    }

    private record Old(long id, Kept kept) {
        static Old of(Row row) throws SQLException {
            return new Old(row.number(), Kept.of(row));
        }
    }

    void add(Session session, CountedAs counted, long cases) {
        add(session, new Kept(counted.bucket(), counted, cases));
    }

    private static void add(Session session, Kept kept) {
        Object[] first = Session.join(
                new Object[] {kept.bucket()}, kept.counted().values().toArray());
        session.later(
                INSERT,
                Session.join(first, kept.counted().memberDay(), kept.counted().customerDay(), kept.cases()));
    }

    /** Of a case nothing changes but when its limits are used up. */
    void move(Session session, CaseNumber number, Agenda before, Agenda after) {
        Object[] from = CountedAs.days(before);
        Object[] to = CountedAs.days(after);
        if (!Arrays.equals(from, to)) {
            session.later(MOVE, Session.join(from, -1L, number.value()));
            session.later(MOVE, Session.join(to, 1L, number.value()));
        }
    }

    /** Whether it is told apart by no more than what is counted, and so is the scope. */
    static boolean answers(CaseQuery query) {
        CaseQuery all = CaseQuery.all().withScope(query.scope());
        return isCounted(query.scope())
                && all.withStatuses(query.statuses())
                        .withKinds(query.kinds())
                        .withPriorities(query.priorities())
                        .withTiers(query.tiers())
                        .withGroups(query.groups())
                        .withSystems(query.systems())
                        .equals(query.withAfter(Optional.empty())
                                .withOrder(all.order())
                                .withPageSize(all.pageSize()));
    }

    private static boolean isCounted(CaseScope scope) {
        if (scope instanceof CaseScope.Both both) {
            return isCounted(both.one()) && isCounted(both.other());
        }
        if (scope instanceof CaseScope.Either either) {
            return isCounted(either.one()) && isCounted(either.other());
        }
        return scope instanceof CaseScope.Everything
                || (scope instanceof CaseScope.Where where
                        && where.condition().leaves().stream()
                                .allMatch(leaf -> leaf instanceof Condition.Is is && COUNTED.contains(is.field())));
    }

    CaseCounts counts(Session session, CaseCriteria criteria, ImmutableSet<CaseCounts.Field> by, Instant now)
            throws SQLException {
        Instant asked = Session.kept(now);
        long today = CountedAs.day(asked);
        CaseCounts found = counts(session, criteria, by, asked, today);
        // Days become one in one direction only, so what is so afterwards was so when it was counted.
        long told = session.first(Row::number, "SELECT before_day FROM sagsflow_counted")
                .orElse(Long.MIN_VALUE);
        return told <= today ? found : counts(session, criteria, by, asked, CountedAs.day(Claims.EARLIEST));
    }

    /** Of what is used up before a day, kept counts are added up; from then on, rows are looked at. */
    private static CaseCounts counts(
            Session session, CaseCriteria criteria, ImmutableSet<CaseCounts.Field> by, Instant now, long day)
            throws SQLException {
        StringBuilder fields = new StringBuilder();
        by.forEach(field -> fields.append(fields.isEmpty() ? "" : ", ").append(column(field)));
        String sql = "SELECT " + fields + (by.isEmpty() ? "" : ", ")
                + "SUM(k.cases), SUM(k.members), SUM(k.customers), MIN(k.oldest) FROM (SELECT s.*, s.before_members + "
                + later("member_exceeded") + " AS members, s.before_customers + " + later("customer_exceeded")
                + " AS customers, (SELECT MIN(c.visit_began) FROM sagsflow_case c WHERE c.bucket = s.bucket) AS oldest"
                + " FROM (SELECT c.bucket, " + CountedAs.COLUMNS + ", SUM(c.cases) AS cases, "
                + earlier("member_day") + " AS before_members, " + earlier("customer_day")
                + " AS before_customers FROM sagsflow_count c" + criteria.where() + " GROUP BY c.bucket, "
                + CountedAs.COLUMNS + " HAVING SUM(c.cases) > 0) s) k"
                + (by.isEmpty() ? "" : " GROUP BY " + fields);
        Instant from = CountedAs.begins(day);
        Object[] values = Session.join(new Object[] {from, now, from, now, day, day}, criteria.values());
        return counted(session, by, sql, values);
    }

    /** What a statement counts, one row for each combination of the fields. */
    static CaseCounts counted(Session session, ImmutableSet<CaseCounts.Field> by, String sql, Object... values)
            throws SQLException {
        return new CaseCounts(session.all(row -> row(row, by), sql, values).stream()
                .filter(row -> row.cases() > 0)
                .collect(ImmutableList.toImmutableList()));
    }

    private static String later(String column) {
        return "(SELECT COUNT(*) FROM sagsflow_case c WHERE c.bucket = s.bucket AND c." + column + " >= ? AND c."
                + column + " <= ?)";
    }

    private static String earlier(String column) {
        return "SUM(CASE WHEN c." + column + " < ? THEN c.cases ELSE 0 END)";
    }

    private static CaseCounts.Row row(Row row, ImmutableSet<CaseCounts.Field> by) throws SQLException {
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

    /**
     * Makes a few rows of the oldest if many were added since that was done last. Those that steps add meanwhile are left for the next time.
     */
    void foldIfMany(Transactions transactions, Instant now) {
        if (transactions.read(CountTable::areMany)) {
            transactions.runWhereWritable(session -> fold(session, now));
        }
    }

    /** Whoever asks about a time when nothing has happened yet does not hurry those who ask about now. */
    private static long today(Session session, Instant now) throws SQLException {
        Instant latest = session.first(
                        Row::instant,
                        "SELECT changed_at FROM sagsflow_case ORDER BY changed_at DESC, registered_at, case_number"
                                + " FETCH FIRST 1 ROWS ONLY")
                .orElse(Claims.EARLIEST);
        return CountedAs.day(now.isBefore(latest) ? Session.kept(now) : latest);
    }

    private static boolean areMany(Session session) throws SQLException {
        return session.all(
                                Row::number,
                                "SELECT id FROM sagsflow_count WHERE id > (SELECT last_id FROM sagsflow_counted)"
                                        + " FETCH FIRST ? ROWS ONLY",
                                FEW + 1)
                        .size()
                > FEW;
    }

    private static void fold(Session session, Instant now) throws SQLException {
        long before = session.first(Row::number, "SELECT before_day FROM sagsflow_counted FOR UPDATE")
                .orElse(Long.MIN_VALUE);
        long day = Math.max(before, today(session, now));
        Map<CountedAs, Kept> sums = new LinkedHashMap<>();
        for (Old old : takeOldest(session)) {
            Kept kept = old.kept();
            CountedAs counted = kept.counted().since(day);
            sums.merge(counted, new Kept(kept.bucket(), counted, kept.cases()), Kept::plus);
        }
        sums.values().stream().filter(sum -> sum.cases() != 0).forEach(sum -> add(session, sum));
        long last = session.first(Row::number, "SELECT COALESCE(MAX(id), 0) FROM sagsflow_count")
                .orElse(0L);
        session.later("UPDATE sagsflow_counted SET before_day = ?, last_id = ?", day, last);
    }

    /** They are there no longer. */
    private static ImmutableList<Old> takeOldest(Session session) throws SQLException {
        ImmutableList<Old> oldest = session.all(
                Old::of,
                "SELECT id, bucket, " + KEYS + ", cases FROM sagsflow_count ORDER BY id FETCH FIRST ? ROWS ONLY",
                FOLDED);
        for (List<Old> chunk : Lists.partition(oldest, CHUNK)) {
            List<Long> ids = Lists.transform(chunk, Old::id);
            session.later("DELETE FROM sagsflow_count WHERE id IN " + Session.places(ids.size()), Session.filled(ids));
        }
        return oldest;
    }
}
