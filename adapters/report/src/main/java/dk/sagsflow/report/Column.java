package dk.sagsflow.report;

import static java.util.Objects.requireNonNull;

/**
 * A column of a table. Immutable.
 *
 * @param title what stands over it
 */
public record Column(Shown title) {
    /** Refuses null. */
    public Column {
        requireNonNull(title, "title");
    }

    /** Under a word of the report. */
    static Column of(String key) {
        return new Column(new Shown.Word("column." + key));
    }
}
