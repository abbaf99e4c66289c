package dk.sagsflow.jdbc.table;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.jdbc.session.Session;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * As what a case is counted: all that {@link CaseCounts.Field} tells apart, by which it is of one bucket, and the days on which its limits
 * are used up.
 *
 * @param values of each field, in the order of {@link #COLUMNS}
 * @param memberDay on which a limit of a member is used up, as {@link #day} says it; empty if never
 * @param customerDay on which a limit towards the customer is
 */
record CountedAs(List<Optional<String>> values, Optional<Long> memberDay, Optional<Long> customerDay) {
    static final String COLUMNS = "status, kind, priority, tier_id, group_id, system_id";
    static final String DAYS = "member_day, customer_day";

    private static final long SECONDS = 86_400;

    private static final List<CaseCounts.Field> FIELDS = List.of(
            CaseCounts.Field.STATUS,
            CaseCounts.Field.KIND,
            CaseCounts.Field.PRIORITY,
            CaseCounts.Field.TIER,
            CaseCounts.Field.GROUP,
            CaseCounts.Field.SYSTEM);

    static CountedAs of(SupportCase state, Agenda agenda) {
        List<Optional<String>> values = new ArrayList<>(FIELDS.size());
        for (CaseCounts.Field field : FIELDS) {
            values.add(field.of(state));
        }
        return new CountedAs(
                List.copyOf(values),
                day(agenda.members().exceededFrom()),
                day(agenda.customers().exceededFrom()));
    }

    private static Optional<Long> day(Optional<Instant> exceededFrom) {
        return exceededFrom.map(from -> day(Session.kept(from)));
    }

    /** On which limits are used up, as they stand in two columns. */
    static Object[] days(Agenda agenda) {
        return new Object[] {
            day(agenda.members().exceededFrom()), day(agenda.customers().exceededFrom())
        };
    }

    /** From 1970 on, in UTC. */
    static long day(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    static Instant begins(long day) {
        return Instant.ofEpochSecond(day * SECONDS);
    }

    /** The same, where days before this one are no longer told apart. */
    CountedAs since(long day) {
        return new CountedAs(
                values,
                memberDay.map(each -> Math.max(each, day - 1)),
                customerDay.map(each -> Math.max(each, day - 1)));
    }

    /** The same in every release, since it is stored. */
    long bucket() {
        Hasher hasher = Hashing.farmHashFingerprint64().newHasher();
        for (Optional<String> value : values) {
            hasher.putInt(value.map(String::length).orElse(-1));
            value.ifPresent(text -> hasher.putString(text, StandardCharsets.UTF_8));
        }
        return hasher.hash().asLong();
    }
}
