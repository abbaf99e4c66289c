package dk.sagsflow.knowledge.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.knowledge.history.RecordId;

/**
 * Names a date at which a course is held. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record CourseDateId(@JsonValue String value) implements Comparable<CourseDateId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CourseDateId {
        Texts.requireIdentifier("course date id", value);
    }

    /** The one of this name. */
    public static CourseDateId of(String value) {
        return new CourseDateId(value);
    }

    RecordId record() {
        return RecordId.of("course-date", value);
    }

    @Override
    public int compareTo(CourseDateId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
