package dk.sagsflow.core.query;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many cases there are of each kind, counted at once. Immutable.
 *
 * @param rows one for each combination of values that occurs, in no particular order
 */
public record CaseCounts(ImmutableList<Row> rows) {
    /** Refuses null. */
    public CaseCounts {
        requireNonNull(rows, "rows");
    }

    /** What cases are told apart by. */
    public enum Field {
        /** Where it stands. */
        STATUS,
        /** The group that works on it. */
        GROUP,
        /** The tier that works on it. */
        TIER,
        /** The system that it concerns. */
        SYSTEM,
        /** In which order it is worked on. */
        PRIORITY,
        /** What kind of record it is. */
        KIND;

        /** What a case has of this, by the name or id of it; empty if it has nothing. */
        public Optional<String> of(SupportCase supportCase) {
            return switch (this) {
                case STATUS -> Optional.of(supportCase.status().name());
                case GROUP -> supportCase.working().map(Station::group).map(Object::toString);
                case TIER -> supportCase.working().map(Station::tier).map(Object::toString);
                case SYSTEM -> supportCase.system().map(SystemId::toString);
                case PRIORITY -> supportCase.priority().map(Object::toString);
                case KIND -> Optional.of(supportCase.kind().name());
            };
        }
    }

    /**
     * Cases that are alike. Immutable.
     *
     * @param values what they have of each field that was asked for; a field of which they have nothing is not there
     * @param cases how many they are
     * @param exceeded of how many some limit is exceeded that members know of
     * @param exceededForCustomers of how many some limit is exceeded that their customers know of
     * @param oldestVisit since when one of them has lain with the group that works on it; empty if none is worked on
     */
    public record Row(
            ImmutableMap<Field, String> values,
            long cases,
            long exceeded,
            long exceededForCustomers,
            Optional<Instant> oldestVisit) {
        /** Refuses null. */
        public Row {
            requireNonNull(values, "values");
            requireNonNull(oldestVisit, "oldestVisit");
        }

        private static Row none(ImmutableMap<Field, String> values) {
            return new Row(values, 0, 0, 0, Optional.empty());
        }

        private Row with(CasePage.Entry entry, Instant now) {
            return new Row(
                    values,
                    cases + 1,
                    exceeded + (entry.agenda().members().exceeded(now) ? 1 : 0),
                    exceededForCustomers + (entry.agenda().customers().exceeded(now) ? 1 : 0),
                    earlier(oldestVisit, entry.state().chain().working().map(Link::visitBegan)));
        }

        private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
            return one.isEmpty() || (other.isPresent() && other.get().isBefore(one.get())) ? other : one;
        }
    }

    /** Counts these cases: the oracle for stores that ask a database. */
    public static CaseCounts of(Iterable<CasePage.Entry> entries, Set<Field> by, Instant now) {
        requireNonNull(by, "by");
        requireNonNull(now, "now");
        Map<ImmutableMap<Field, String>, Row> rows = new LinkedHashMap<>();
        for (CasePage.Entry entry : entries) {
            Map<Field, String> values = new EnumMap<>(Field.class);
            by.forEach(field -> field.of(entry.state()).ifPresent(value -> values.put(field, value)));
            ImmutableMap<Field, String> key = Maps.immutableEnumMap(values);
            rows.put(key, rows.getOrDefault(key, Row.none(key)).with(entry, now));
        }
        return new CaseCounts(ImmutableList.copyOf(rows.values()));
    }

    /** How many there are in all. */
    public long total() {
        return rows.stream().mapToLong(Row::cases).sum();
    }

    /** How many there are with each value of this field; those without any are left out. */
    public ImmutableMap<String, Long> by(Field field) {
        requireNonNull(field, "field");
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Row row : rows) {
            Optional.ofNullable(row.values().get(field)).ifPresent(value -> sums.merge(value, row.cases(), Long::sum));
        }
        return ImmutableMap.copyOf(sums);
    }
}
