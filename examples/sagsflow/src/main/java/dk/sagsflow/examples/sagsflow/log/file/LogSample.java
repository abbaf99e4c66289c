package dk.sagsflow.examples.sagsflow.log.file;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The beginning of a log that nobody has described yet. Immutable.
 *
 * @param header the names of its columns
 * @param rows its first rows, each as long as the header
 */
public record LogSample(ImmutableList<String> header, ImmutableList<ImmutableList<String>> rows) {
    private static final int MOST = 2_000;

    /** The beginning of this file. */
    public static LogSample of(LogFile log) {
        Set<String> names = new LinkedHashSet<>();
        log.openNamed(LogFormat.unknown()).ifPresent(source -> names(source, names));
        try (LogRows rows = log.open(LogFormat.unknown(), names, bytes -> {})) {
            List<ImmutableList<String>> first = new ArrayList<>();
            for (RawRow row = rows.next(); row != null && first.size() < MOST; row = rows.next()) {
                if (row.fields().size() == rows.header().size()) {
                    first.add(row.fields().stream().map(ValueText::of).collect(ImmutableList.toImmutableList()));
                }
            }
            return new LogSample(ImmutableList.copyOf(rows.header()), ImmutableList.copyOf(first));
        }
    }

    private static void names(NamedRows.Source source, Set<String> names) {
        try (source) {
            NamedRows.Named named = source.next();
            for (int i = 0; named != null && i < MOST; i++) {
                names.addAll(named.values().keySet());
                named = source.next();
            }
        }
    }

    /** What stands in a column, where anything does. */
    public ImmutableList<String> values(String column) {
        int at = header.indexOf(column);
        return rows.stream()
                .map(row -> row.get(at))
                .filter(value -> !value.isEmpty())
                .collect(ImmutableList.toImmutableList());
    }
}
