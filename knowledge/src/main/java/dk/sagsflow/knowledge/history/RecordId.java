package dk.sagsflow.knowledge.history;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;

/**
 * Names what events are about: an article, a topic, a person. Each kind has ids of its own. Immutable.
 *
 * @param kind what it is: {@code article}; one word
 * @param value what it is called among its kind
 */
public record RecordId(String kind, String value) {
    private static final char BETWEEN = '/';

    /** Refuses what is blank, and a kind that is more than a word. */
    public RecordId {
        Bounds.name("kind of record", kind);
        Bounds.name("id of record", value);
        Bounds.require(!kind.isBlank() && kind.indexOf(BETWEEN) < 0, "kind of record is \"%s\", not one word", kind);
        Bounds.require(!value.isBlank(), "id of %s is blank", kind);
    }

    /** The record of this kind that has this id. */
    public static RecordId of(String kind, String value) {
        return new RecordId(kind, value);
    }

    /** The record that this text names, as {@link #toString} wrote it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RecordId parse(String text) {
        int end = text.indexOf(BETWEEN);
        Bounds.require(end > 0, "\"%s\" is no record; a kind and an id are needed, as in article/a1", text);
        return new RecordId(text.substring(0, end), text.substring(end + 1));
    }

    @JsonValue
    @Override
    public String toString() {
        return kind + BETWEEN + value;
    }
}
