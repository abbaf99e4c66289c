package dk.sagsflow.examples.sagsflow.log.mapping;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/**
 * What each status of a log means. A key that ends in {@value #ANY} stands for every status with that beginning; an
 * exact key goes before it, a longer beginning before a shorter one. Immutable.
 */
public final class StatusTable {

    /** Joins the values of several status columns. */
    public static final String JOINT = " / ";

    /** Ends a key that stands for every status with that beginning. */
    static final String ANY = JOINT + "*";

    /** What a status means. */
    public sealed interface Meaning {

        /** The state of the case. */
        record State(RowState state) implements Meaning {}

        /** Rows of this status are left out. */
        record Unusable(String because) implements Meaning {}
    }

    private final ImmutableMap<String, Meaning> exact;
    private final ImmutableMap<String, Meaning> beginnings;

    private StatusTable(ImmutableMap<String, Meaning> exact, ImmutableMap<String, Meaning> beginnings) {
        this.exact = exact;
        this.beginnings = beginnings;
    }

    public static StatusTable of(Map<String, Meaning> meanings) {
        ImmutableMap.Builder<String, Meaning> exact = ImmutableMap.builder();
        ImmutableMap.Builder<String, Meaning> beginnings = ImmutableMap.builder();
        meanings.entrySet().stream()
                .sorted((a, b) -> b.getKey().length() - a.getKey().length())
                .forEach(entry -> {
                    String key = entry.getKey();
                    if (key.endsWith(ANY)) {
                        beginnings.put(key.substring(0, key.length() - 1), entry.getValue());
                    } else {
                        exact.put(key, entry.getValue());
                    }
                });
        return new StatusTable(exact.buildOrThrow(), beginnings.buildOrThrow());
    }

    /** The meaning of a joined status value; empty when the mapping does not know it. */
    public Optional<Meaning> meaningOf(String status) {
        Meaning meaning = exact.get(status);
        if (meaning != null) {
            return Optional.of(meaning);
        }
        return beginnings.entrySet().stream()
                .filter(beginning -> status.startsWith(beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
