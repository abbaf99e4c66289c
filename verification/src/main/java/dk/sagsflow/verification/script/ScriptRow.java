package dk.sagsflow.verification.script;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * What a file says about one thing: words by what they are about.
 *
 * @param spot where it begins
 * @param cells the words
 */
record ScriptRow(Spot spot, ImmutableMap<String, TextCell> cells) {
    Optional<TextCell> cell(String name) {
        return Optional.ofNullable(cells.get(name));
    }
}
