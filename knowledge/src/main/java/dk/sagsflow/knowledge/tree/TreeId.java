package dk.sagsflow.knowledge.tree;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.knowledge.history.RecordId;

/**
 * Names a question tree. Immutable.
 *
 * @param value the text of it, not blank
 */
public record TreeId(@JsonValue String value) {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TreeId {
        Bounds.name("tree id", value);
        Bounds.require(!value.isBlank(), "tree id is blank");
    }

    /** The one of this name. */
    public static TreeId of(String value) {
        return new TreeId(value);
    }

    /** What its events are about. */
    public RecordId record() {
        return RecordId.of("tree", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
