package dk.sagsflow.core.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Names a tier of the support organisation, {@code 1st} for instance. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record TierId(@JsonValue String value) implements Comparable<TierId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TierId {
        Texts.requireIdentifier("tier id", value);
    }

    /** The id of this text. */
    public static TierId of(String value) {
        return new TierId(value);
    }

    // Written out: steps compare ids again and again, and the code that a record comes with is not inlined there.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TierId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(TierId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
