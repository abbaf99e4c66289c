package dk.sagsflow.knowledge.forum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.knowledge.history.RecordId;

/**
 * Names a thread of the forum. Immutable.
 *
 * @param value the text of it, not blank
 */
public record ThreadId(@JsonValue String value) {
    private static final String KIND = "thread";

    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ThreadId {
        Bounds.name("id of a thread", value);
        Bounds.require(!value.isBlank(), "id of a thread is blank");
    }

    /** The thread of this name. */
    public static ThreadId of(String value) {
        return new ThreadId(value);
    }

    RecordId record() {
        return RecordId.of(KIND, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
