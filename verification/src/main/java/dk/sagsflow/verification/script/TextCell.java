package dk.sagsflow.verification.script;

import com.google.common.collect.ImmutableList;

/**
 * A word of a scenario, or several, as they stand in a file.
 *
 * @param texts the words
 * @param spot where they stand
 */
record TextCell(ImmutableList<String> texts, Spot spot) {
    String text() {
        return String.join(", ", texts);
    }
}
