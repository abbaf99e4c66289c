package dk.sagsflow.knowledge.meeting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.knowledge.history.RecordId;

/**
 * Names a meeting. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record MeetingId(@JsonValue String value) implements Comparable<MeetingId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MeetingId {
        Texts.requireIdentifier("meeting id", value);
    }

    /** The one of this name. */
    public static MeetingId of(String value) {
        return new MeetingId(value);
    }

    RecordId record() {
        return RecordId.of("meeting", value);
    }

    @Override
    public int compareTo(MeetingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
