package dk.sagsflow.report;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;

/**
 * A table of a report: whatever its chart draws, and nothing else. Immutable.
 *
 * @param columns its columns; the first says what a row is about
 * @param rows its rows, a value for each column
 */
public record Table(ImmutableList<TableColumn> columns, ImmutableList<ImmutableList<Shown>> rows) {
    /** Refuses rows of another width. */
    public Table {
        for (ImmutableList<Shown> row : rows) {
            checkArgument(
                    row.size() == columns.size(), "a row of %s values, but there are %s columns", row.size(), columns);
        }
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    static Rows under(String... columns) {
        return new Rows(Arrays.stream(columns).map(TableColumn::of).collect(ImmutableList.toImmutableList()));
    }

    static Rows under(ImmutableList<TableColumn> columns) {
        return new Rows(columns);
    }

    /** A table that is being made. Not thread-safe. */
    static final class Rows {
        private final ImmutableList<TableColumn> columns;
        private final ImmutableList.Builder<ImmutableList<Shown>> rows = ImmutableList.builder();

        private Rows(ImmutableList<TableColumn> columns) {
            this.columns = columns;
        }

        @CanIgnoreReturnValue
        Rows row(Shown... values) {
            rows.add(ImmutableList.copyOf(values));
            return this;
        }

        @CanIgnoreReturnValue
        Rows row(ImmutableList<Shown> values) {
            rows.add(values);
            return this;
        }

        Table table() {
            return new Table(columns, rows.build());
        }
    }
}
