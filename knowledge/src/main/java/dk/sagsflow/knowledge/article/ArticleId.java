package dk.sagsflow.knowledge.article;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.knowledge.history.RecordId;

/**
 * Names an article. Immutable.
 *
 * @param value the text of it, not blank
 */
public record ArticleId(@JsonValue String value) implements Comparable<ArticleId> {
    private static final String KIND = "article";

    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ArticleId {
        Bounds.name("article id", value);
        Bounds.require(!value.isBlank(), "article id is blank");
    }

    /** The article of this name. */
    public static ArticleId of(String value) {
        return new ArticleId(value);
    }

    /** What its events are about. */
    public RecordId record() {
        return RecordId.of(KIND, value);
    }

    @Override
    public int compareTo(ArticleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
