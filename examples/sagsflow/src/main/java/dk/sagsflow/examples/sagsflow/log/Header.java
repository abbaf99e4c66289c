package dk.sagsflow.examples.sagsflow.log;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.examples.sagsflow.log.file.LogRows;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.examples.sagsflow.log.mapping.Column;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import dk.sagsflow.examples.sagsflow.log.mapping.LogShape;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the mapped columns stand in the rows of one file. Immutable.
 *
 * @param width how many columns there are
 * @param columns by what they are about; status apart
 * @param status those whose values together are the status
 * @param moments of a log with one row for each case: where the time of each moment is
 * @param field of a log of changes: where the name of the field is, and where its value; else -1
 */
record Header(
        int width,
        ImmutableMap<Column, Integer> columns,
        ImmutableList<Integer> status,
        ImmutableList<Integer> moments,
        int field,
        int value) {

    static Header of(Path file, LogRows rows, LogMapping mapping) {
        Place place = new Place(file, rows.headerLine(), rows.header());
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        mapping.columns().named().forEach((column, name) -> columns.put(column, place.of(name)));
        LogShape shape = mapping.shape();
        return new Header(
                rows.header().size(),
                Maps.immutableEnumMap(columns),
                mapping.columns().status().stream().map(place::of).collect(ImmutableList.toImmutableList()),
                moments(place, shape),
                shape instanceof LogShape.Changes changes ? place.of(changes.field()) : -1,
                shape instanceof LogShape.Changes changes ? place.of(changes.value()) : -1);
    }

    private static ImmutableList<Integer> moments(Place place, LogShape shape) {
        return shape instanceof LogShape.OneRow row
                ? row.moments().stream()
                        .map(moment -> place.of(moment.column()))
                        .collect(ImmutableList.toImmutableList())
                : ImmutableList.of();
    }

    /** Where it stands. */
    int at(Column column) {
        Integer at = columns.get(column);
        return at == null ? -1 : at;
    }

    private record Place(Path file, long line, List<String> names) {
        int of(String column) {
            int at = names.indexOf(column);
            if (at < 0) {
                throw unusable(column, "is not in the header; it has: " + OneLine.of(String.join(", ", names)));
            }
            if (names.lastIndexOf(column) != at) {
                throw unusable(column, "is in the header more than once");
            }
            return at;
        }

        private UnusableInputException unusable(String column, String problem) {
            return new UnusableInputException(
                    file, "line " + line + ": column " + OneLine.quoted(column) + " " + problem);
        }
    }
}
