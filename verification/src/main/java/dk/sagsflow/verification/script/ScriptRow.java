package dk.sagsflow.verification.script;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * What a file says about one thing: words by what they are about.
 *
 * @param spot where it begins
 * @param cells the words
 */
record ScriptRow(Spot spot, ImmutableMap<String, Cell> cells) {
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

    Optional<Cell> cell(String name) {
        return Optional.ofNullable(cells.get(name));
    }
}
