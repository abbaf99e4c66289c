package dk.sagsflow.core.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Names a customer. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record CustomerId(@JsonValue String value) implements Comparable<CustomerId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomerId {
        Texts.requireIdentifier("customer id", value);
    }

    /** The id of this text. */
    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    // Written out: steps compare ids again and again, and the code that a record comes with is not inlined there.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CustomerId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
