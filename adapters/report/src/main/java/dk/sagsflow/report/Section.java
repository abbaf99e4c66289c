package dk.sagsflow.report;

import static java.util.Objects.requireNonNull;

/**
 * A part of a report: a chart with its table. Immutable.
 *
 * @param topic what it is about: the key of its title and its definition
 * @param about the case that it is about; empty if it is about all
 * @param chart what is drawn of the table
 * @param table the figures
 */
public record Section(String topic, String about, Chart chart, Table table) {
    /** Refuses null. */
    public Section {
        requireNonNull(topic, "topic");
        requireNonNull(about, "about");
        requireNonNull(chart, "chart");
        requireNonNull(table, "table");
    }

    Section with(Table other) {
        return new Section(topic, about, chart, other);
    }

    static Section of(String topic, Chart chart, Table table) {
        return new Section(topic, "", chart, table);
    }
}
