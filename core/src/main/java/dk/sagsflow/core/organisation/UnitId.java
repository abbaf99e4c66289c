package dk.sagsflow.core.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;

/**
 * Names the unit that a customer belongs to, a job centre for instance. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record UnitId(@JsonValue String value) implements Comparable<UnitId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitId {
        Texts.requireIdentifier("unit id", value);
    }

    /** The id of this text. */
    public static UnitId of(String value) {
        return new UnitId(value);
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
