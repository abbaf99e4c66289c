package dk.sagsflow.verification.law;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.condition.Condition;
import java.util.Optional;

/**
 * What must hold of a model for every case that there can be. Immutable.
 *
 * @param name what it is called, once beside a model
 * @param because why it must hold; empty if nobody says
 * @param when the cases that it is about, asked while they are where the sentence says; of cases that come to a place, while
 *     they are where they come from, as a desk asks before it hands one over
 * @param sentence what must hold of them
 */
public record Law(String name, Optional<String> because, Condition when, Sentence sentence) {
    /** Refuses null, and a name that says nothing. */
    public Law {
        requireNonNull(because, "because");
        requireNonNull(when, "when");
        requireNonNull(sentence, "sentence");
        checkArgument(!name.isBlank(), "a law has no name; findings name it");
    }

    /** A law about these cases. */
    public static Law of(String name, Condition when, Sentence sentence) {
        return new Law(name, Optional.empty(), when, sentence);
    }
}
