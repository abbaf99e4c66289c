package dk.sagsflow.verification.script;

import com.google.common.collect.ImmutableList;

/**
 * A word of a scenario, or several, as they stand in a file.
 *
 * @param texts the words
 * @param spot where they stand
 */
record Cell(ImmutableList<String> texts, Spot spot) {
    String text() {
        return String.join(", ", texts);
    }
}
