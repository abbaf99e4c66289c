package dk.sagsflow.knowledge.operation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.knowledge.history.RecordId;

/**
 * Names an incident or planned work. Immutable.
 *
 * @param value the text of it, not blank
 */
public record DisruptionId(@JsonValue String value) {
    private static final String KIND = "operation";

    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DisruptionId {
        Bounds.name("id of a disruption", value);
        Bounds.require(!value.isBlank(), "id of a disruption is blank");
    }

    /** The one of this name. */
    public static DisruptionId of(String value) {
        return new DisruptionId(value);
    }

    RecordId record() {
        return RecordId.of(KIND, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
