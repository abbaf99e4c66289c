package dk.sagsflow.knowledge.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.knowledge.history.RecordId;

/**
 * Names an experience group. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record ExperienceGroupId(@JsonValue String value) implements Comparable<ExperienceGroupId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ExperienceGroupId {
        Texts.requireIdentifier("experience group id", value);
    }

    /** The group of this name. */
    public static ExperienceGroupId of(String value) {
        return new ExperienceGroupId(value);
    }

    RecordId record() {
        return RecordId.of("experience-group", value);
    }

    @Override
    public int compareTo(ExperienceGroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
