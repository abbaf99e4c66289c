package dk.sagsflow.verification.script;

import static java.util.Objects.requireNonNull;

/**
 * Where a word of a scenario stands. Immutable.
 *
 * @param file the file, as it was named
 * @param line from 1
 * @param column from 1
 * @param from the index of its first character in the text
 * @param to the index after its last one
 */
public record Spot(String file, int line, int column, int from, int to) {
    /** Refuses null. */
    public Spot {
        requireNonNull(file, "file");
    }

    /** In the form that editors jump to: {@code scenarios/hours.json:12:5}. */
    public String describe() {
        return file + ":" + line + ":" + column;
    }
}
