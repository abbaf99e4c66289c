package dk.sagsflow.imports.servicemanager;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.imports.export.Entry;
import dk.sagsflow.imports.note.SourcePlace;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row of a table.
 *
 * @param entry the row as it stands
 * @param columns its columns by what they hold
 */
record ExportRow(Entry entry, ImmutableMap<String, String> columns) {
    private String column(String meaning) {
        return columns.getOrDefault(meaning, meaning);
    }

    private boolean named(String meaning) {
        return columns.containsKey(meaning);
    }

    /** What stands in a column; empty if it is blank, or the mapping names none. */
    Optional<String> text(String meaning) {
        return named(meaning) ? entry.text(column(meaning)) : Optional.empty();
    }

    /** The same of a column that the mapping names; reported if it is blank. */
    Optional<String> needed(String meaning, String what) {
        return named(meaning) ? entry.needed(column(meaning), what) : Optional.empty();
    }

    /** What stands in such a column, understood; reported if it cannot be. */
    <T> Optional<T> parsed(String meaning, String what, Function<String, T> parser) {
        return named(meaning) ? entry.parsed(column(meaning), what, parser) : Optional.empty();
    }

    void report(String meaning, String problem) {
        entry.report(column(meaning), problem);
    }

    SourcePlace place(String meaning) {
        return entry.placeOf(column(meaning));
    }

    SourcePlace place() {
        return entry.place();
    }
}
