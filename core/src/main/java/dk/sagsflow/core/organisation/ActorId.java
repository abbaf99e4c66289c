package dk.sagsflow.core.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Names somebody, or something, that acts on cases. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record ActorId(@JsonValue String value) implements Comparable<ActorId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ActorId {
        Texts.requireIdentifier("actor id", value);
    }

    /** The id of this text. */
    public static ActorId of(String value) {
        return new ActorId(value);
    }

    // Written out: steps compare ids again and again, and the code that a record comes with is not inlined there.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActorId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(ActorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
