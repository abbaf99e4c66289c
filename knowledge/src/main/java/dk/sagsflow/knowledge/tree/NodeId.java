package dk.sagsflow.knowledge.tree;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;

/**
 * Names a question or a leaf of a tree. Immutable.
 *
 * @param value the text of it, not blank
 */
public record NodeId(@JsonValue String value) {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NodeId {
        Bounds.name("node id", value);
        Bounds.require(!value.isBlank(), "node id is blank");
    }

    /** The one of this name. */
    public static NodeId of(String value) {
        return new NodeId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
