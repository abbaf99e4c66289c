package dk.sagsflow.core.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;

/**
 * Names a supported system. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record SystemId(@JsonValue String value) implements Comparable<SystemId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SystemId {
        Texts.requireIdentifier("system id", value);
    }

    /** The id of this text. */
    public static SystemId of(String value) {
        return new SystemId(value);
    }

    @Override
    public int compareTo(SystemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
