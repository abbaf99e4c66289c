package dk.sagsflow.jdbc.table;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.query.CaseCounts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * As what a case is counted: all that {@link CaseCounts.Field} tells apart. Cases that are counted as the same are of one bucket.
 *
 * @param values of each field, in the order of {@link #COLUMNS}
 */
record CountedAs(List<Optional<String>> values) {
    static final String COLUMNS = "status, kind, priority, tier_id, group_id, system_id";

    private static final List<CaseCounts.Field> FIELDS = List.of(
            CaseCounts.Field.STATUS,
            CaseCounts.Field.KIND,
            CaseCounts.Field.PRIORITY,
            CaseCounts.Field.TIER,
            CaseCounts.Field.GROUP,
            CaseCounts.Field.SYSTEM);

    static CountedAs of(SupportCase state) {
        List<Optional<String>> values = new ArrayList<>(FIELDS.size());
        for (CaseCounts.Field field : FIELDS) {
            values.add(field.of(state));
        }
        return new CountedAs(values);
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
