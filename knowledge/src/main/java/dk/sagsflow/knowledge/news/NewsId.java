package dk.sagsflow.knowledge.news;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;

/**
 * Names a piece of news, of which everybody is told once. Immutable.
 *
 * @param value the text of it: where it comes from, and what it is called there
 */
public record NewsId(@JsonValue String value) {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NewsId {
        Bounds.line("id of news", value);
        Bounds.require(!value.isBlank(), "id of news is blank");
    }

    /** What is called so in this part of the knowledge base. */
    static NewsId of(String part, String name) {
        return new NewsId(part + "/" + name);
    }

    @Override
    public String toString() {
        return value;
    }
}
