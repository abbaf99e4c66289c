package dk.sagsflow.knowledge.release;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.knowledge.history.RecordId;

/**
 * Names a release of a system. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record ReleaseId(@JsonValue String value) implements Comparable<ReleaseId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReleaseId {
        Texts.requireIdentifier("release id", value);
    }

    /** The one of this name. */
    public static ReleaseId of(String value) {
        return new ReleaseId(value);
    }

    RecordId record() {
        return RecordId.of("release", value);
    }

    @Override
    public int compareTo(ReleaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
