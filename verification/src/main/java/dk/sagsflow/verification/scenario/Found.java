package dk.sagsflow.verification.scenario;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.verification.script.Values;
import java.util.Optional;

/**
 * What holds, and why. Immutable.
 *
 * @param texts what was found
 * @param place the place in the model that brings it about
 * @param why in words
 */
record Found(ImmutableList<String> texts, Optional<String> place, ImmutableList<String> why) {
    static Found of(String text) {
        return new Found(ImmutableList.of(text), Optional.empty(), ImmutableList.of());
    }

    static Found of(Optional<?> text) {
        return of(text.map(Object::toString).orElse(Values.NONE));
    }

    Found because(Optional<String> modelPlace, ImmutableList<String> words) {
        return new Found(texts, modelPlace, words);
    }
}
