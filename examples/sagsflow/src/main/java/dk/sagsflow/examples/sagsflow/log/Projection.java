package dk.sagsflow.examples.sagsflow.log;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.examples.sagsflow.log.file.RawRow;
import dk.sagsflow.examples.sagsflow.log.file.ValueText;
import dk.sagsflow.examples.sagsflow.log.mapping.Column;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import dk.sagsflow.examples.sagsflow.log.mapping.LogShape;
import dk.sagsflow.examples.sagsflow.log.mapping.RowState;
import dk.sagsflow.examples.sagsflow.log.mapping.StatusTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of the rows of a case, whatever they tell, what it was at each moment, in order of time. Not thread-safe. */
final class Projection {
    private final LogMapping mapping;
    private final Header header;

    Projection(LogMapping mapping, Header header) {
        this.mapping = mapping;
        this.header = header;
    }

    /** What the value of a row is; empty if it says none. */
    Optional<String> value(RawRow row, int column) {
        if (column < 0) {
            return Optional.empty();
        }
        String raw = row.fields().get(column);
        String value = ValueText.of(raw);
        boolean missing = value.isEmpty()
                || mapping.missing().contains(raw)
                || mapping.missing().contains(value);
        return missing ? Optional.empty() : Optional.of(value);
    }

    /** When a row was, after another of its case. */
    private Optional<Instant> time(RawRow row, @Nullable Instant previous) {
        Optional<String> text = value(row, header.at(Column.TIME));
        return text.flatMap(time ->
                previous == null ? mapping.time().parse(time) : mapping.time().parseAfter(previous, time));
    }

    /** The moments of a case, in order of time; those of one time in the order of the log. */
    List<Cells> of(List<RawRow> rows) {
        return mapping.shape() instanceof LogShape.OneRow shape ? moments(rows, shape) : told(steps(rows));
    }

    private List<Cells> moments(List<RawRow> rows, LogShape.OneRow shape) {
        List<Cells> cells = new ArrayList<>(rows.size());
        rows.forEach(row -> moments(row, shape, cells));
        cells.sort(Comparator.comparing(cell -> cell.at().orElse(Instant.MIN)));
        return cells;
    }

    private List<Cells> steps(List<RawRow> rows) {
        List<Cells> cells = new ArrayList<>(rows.size());
        Instant previous = null;
        boolean back = false;
        for (RawRow row : rows) {
            Optional<Instant> at = time(row, previous);
            back |= previous != null && at.isPresent() && at.get().isBefore(previous);
            previous = at.orElse(previous);
            cells.add(step(row, at));
        }
        return back ? sorted(rows) : cells;
    }

    /** Logs that tell the newest first do so within one time as well. */
    private List<Cells> sorted(List<RawRow> rows) {
        List<Cells> cells = new ArrayList<>(rows.size());
        Instant previous = null;
        boolean forth = false;
        for (RawRow row : rows) {
            Optional<Instant> at = time(row, null);
            forth |= previous != null && at.isPresent() && at.get().isAfter(previous);
            previous = at.orElse(previous);
            cells.add(step(row, at));
        }
        if (!forth) {
            Collections.reverse(cells);
        }
        cells.sort(Comparator.comparing(cell -> cell.at().orElse(Instant.MIN)));
        return cells;
    }

    private Cells step(RawRow row, Optional<Instant> at) {
        Map<Column, String> values = values(row);
        if (mapping.shape() instanceof LogShape.Changes changes) {
            Column changed = changes.fields().get(value(row, header.field()).orElse(""));
            if (changed == null) {
                return new Cells(row.line(), at, ImmutableMap.of(), Optional.empty());
            }
            values.put(changed, value(row, header.value()).orElse(""));
        } else if (!header.status().isEmpty()) {
            values.put(Column.STATUS, status(row));
        }
        return new Cells(row.line(), at, values, Optional.empty());
    }

    private Map<Column, String> values(RawRow row) {
        Map<Column, String> values = new EnumMap<>(Column.class);
        header.columns().forEach((column, at) -> value(row, at).ifPresent(value -> values.put(column, value)));
        return values;
    }

    private String status(RawRow row) {
        String first = ValueText.of(row.fields().get(header.status().get(0)));
        if (header.status().size() == 1) {
            return first;
        }
        StringBuilder joined = new StringBuilder(first);
        for (int column : header.status().subList(1, header.status().size())) {
            joined.append(StatusTable.JOINT).append(ValueText.of(row.fields().get(column)));
        }
        return joined.toString();
    }

    private void moments(RawRow row, LogShape.OneRow shape, List<Cells> cells) {
        Map<Column, String> values = values(row);
        for (int i = 0; i < shape.moments().size(); i++) {
            Optional<String> text = value(row, header.moments().get(i));
            Optional<RowState> state = Optional.of(shape.moments().get(i).state());
            if (text.isPresent() || i == 0) {
                Map<Column, String> then = new EnumMap<>(Column.class);
                then.putAll(values);
                text.ifPresent(time -> then.put(Column.TIME, time));
                cells.add(new Cells(row.line(), text.flatMap(mapping.time()::parse), then, state));
            }
        }
    }

    /** Of a log of changes, what holds after all changes of one time; other logs say so themselves. */
    private List<Cells> told(List<Cells> cells) {
        if (mapping.shape() instanceof LogShape.Steps steps && !steps.keeps().isEmpty()) {
            return kept(cells, steps.keeps());
        }
        return mapping.shape() instanceof LogShape.Changes changes ? changed(cells, changes) : cells;
    }

    private static List<Cells> changed(List<Cells> cells, LogShape.Changes changes) {
        Map<Column, String> holds = new EnumMap<>(changes.before());
        List<Cells> told = new ArrayList<>();
        for (Cells cell : cells) {
            if (cell.values().isEmpty()) {
                continue;
            }
            holds.putAll(cell.values());
            Map<Column, String> then = new EnumMap<>(Maps.filterValues(holds, value -> !value.isEmpty()));
            add(told, new Cells(cell.line(), cell.at(), then, Optional.empty()));
        }
        return told;
    }

    /** Of a log whose rows say only what is new, what holds after all rows of one time. */
    private static List<Cells> kept(List<Cells> cells, Set<Column> keeps) {
        Map<Column, String> holds = new EnumMap<>(Column.class);
        List<Cells> told = new ArrayList<>();
        for (Cells cell : cells) {
            Map<Column, String> then = new EnumMap<>(Column.class);
            then.putAll(cell.values());
            for (Column column : keeps) {
                if (!then.getOrDefault(column, "").isEmpty()) {
                    holds.put(column, then.getOrDefault(column, ""));
                } else if (holds.containsKey(column)) {
                    then.put(column, holds.getOrDefault(column, ""));
                }
            }
            add(told, new Cells(cell.line(), cell.at(), then, cell.state()));
        }
        return told;
    }

    /** In place of the one before, if that is of the same time. */
    private static void add(List<Cells> told, Cells more) {
        int last = told.size() - 1;
        if (last >= 0 && told.get(last).at().equals(more.at())) {
            told.remove(last);
        }
        told.add(more);
    }
}
