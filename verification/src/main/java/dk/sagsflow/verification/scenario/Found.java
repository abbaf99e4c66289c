package dk.sagsflow.verification.scenario;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.verification.script.Values;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What holds, and why, which is found out when somebody asks.
 *
 * @param texts what was found
 * @param place the place in the model that brings it about
 * @param why in words
 */
record Found(ImmutableList<String> texts, Supplier<Optional<String>> place, Supplier<ImmutableList<String>> why) {
    static Found of(ImmutableList<String> texts) {
        return new Found(texts, Optional::empty, ImmutableList::of);
    }

    static Found of(String text) {
        return of(ImmutableList.of(text));
    }

    static Found of(Optional<?> text) {
        return of(text.map(Object::toString).orElse(Values.NONE));
    }

    Found because(Supplier<Optional<String>> modelPlace, Supplier<ImmutableList<String>> words) {
        return new Found(texts, modelPlace, words);
    }

    Mismatch.Reason reason() {
        return new Mismatch.Reason(place.get(), why.get());
    }
}
