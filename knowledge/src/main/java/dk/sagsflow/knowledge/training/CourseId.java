package dk.sagsflow.knowledge.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.knowledge.history.RecordId;

/**
 * Names a course. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record CourseId(@JsonValue String value) implements Comparable<CourseId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CourseId {
        Texts.requireIdentifier("course id", value);
    }

    /** The one of this name. */
    public static CourseId of(String value) {
        return new CourseId(value);
    }

    RecordId record() {
        return RecordId.of("course", value);
    }

    @Override
    public int compareTo(CourseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
