package dk.sagsflow.core.command;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;

/**
 * What a caller names a request by, so that the same request sent twice is carried out once: the id of a message of
 * another system, say. One key stands for one request in all of a store, whoever sends it, so it should name the system
 * that it comes from: {@code mail:<20070801.1@example.dk>}. It is kept as long as the store, erasing or not, so it should
 * hold nothing personal. Immutable.
 *
 * @param value the text of it, not blank, at most 500 characters long
 */
public record RequestKey(@JsonValue String value) {
    private static final int LONGEST = 500;

    /** Refuses a text that is blank or too long. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RequestKey {
        Bounds.line("request key", value);
        checkArgument(
                !value.isBlank() && value.length() <= LONGEST,
                "request key is \"%s\", which is blank or longer than %s characters",
                value,
                LONGEST);
    }

    /** The key of this text. */
    public static RequestKey of(String value) {
        return new RequestKey(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
