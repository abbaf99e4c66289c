package dk.sagsflow.core.attribute;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;

/**
 * Names a field that the organisation adds to its cases. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record AttributeId(@JsonValue String value) implements Comparable<AttributeId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AttributeId {
        Texts.requireIdentifier("attribute id", value);
    }

    /** The id of this text. */
    public static AttributeId of(String value) {
        return new AttributeId(value);
    }

    @Override
    public int compareTo(AttributeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
