package dk.sagsflow.report;

import static java.util.Objects.requireNonNull;

/**
 * A column of a table. Immutable.
 *
 * @param title what stands over it
 */
public record TableColumn(Shown title) {
    /** Refuses null. */
    public TableColumn {
        requireNonNull(title, "title");
    }

    /** Under a word of the report. */
    static TableColumn of(String key) {
        return new TableColumn(new Shown.Word("column." + key));
    }
}
