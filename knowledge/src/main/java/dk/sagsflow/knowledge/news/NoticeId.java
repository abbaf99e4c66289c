package dk.sagsflow.knowledge.news;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.hash.Hashing;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.knowledge.history.Stamp;
import java.nio.charset.StandardCharsets;

/**
 * Tells repeats of a notice apart; it names nobody. Immutable.
 *
 * @param value the text of it
 */
public record NoticeId(@JsonValue String value) {
    private static final int HASH = 32;

    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NoticeId {
        Bounds.name("id of a notice", value);
        Bounds.require(!value.isBlank(), "id of a notice is blank");
    }

    /** Of the notice that this event tells of. */
    static NoticeId of(Stamp stamp) {
        return new NoticeId("news/" + hash(stamp.record() + "\n" + stamp.sequence()));
    }

    static String hash(String text) {
        return Hashing.sha256()
                .hashString(text, StandardCharsets.UTF_8)
                .toString()
                .substring(0, HASH);
    }

    @Override
    public String toString() {
        return value;
    }
}
