package dk.sagsflow.knowledge.topic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;

/**
 * Names what people subscribe to: {@code operations}, {@code releases}. Immutable.
 *
 * @param value the text of it, not blank
 */
public record TopicId(@JsonValue String value) implements Comparable<TopicId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TopicId {
        Bounds.name("topic id", value);
        Bounds.require(!value.isBlank(), "topic id is blank");
    }

    /** The topic of this name. */
    public static TopicId of(String value) {
        return new TopicId(value);
    }

    @Override
    public int compareTo(TopicId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
