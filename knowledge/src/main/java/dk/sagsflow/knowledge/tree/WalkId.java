package dk.sagsflow.knowledge.tree;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.knowledge.history.RecordId;

/**
 * Names a walk through a question tree. Immutable.
 *
 * @param value the text of it, not blank
 */
public record WalkId(@JsonValue String value) {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WalkId {
        Bounds.name("walk id", value);
        Bounds.require(!value.isBlank(), "walk id is blank");
    }

    /** The one of this name. */
    public static WalkId of(String value) {
        return new WalkId(value);
    }

    /** What its events are about. */
    public RecordId record() {
        return RecordId.of("walk", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
