package dk.sagsflow.core.attachment;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The SHA-256 of a content, by which one knows that it is still the same. Immutable.
 *
 * @param value 64 characters of {@code 0-9} and {@code a-f}
 */
public record ContentDigest(@JsonValue String value) {
    private static final int LENGTH = 64;

    /** Refuses every other text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ContentDigest {
        checkArgument(
                value.length() == LENGTH
                        && value.chars().allMatch(each -> (each >= '0' && each <= '9') || (each >= 'a' && each <= 'f')),
                "digest of a content is not %s characters of 0-9 and a-f",
                LENGTH);
    }

    /** The digest of this text. */
    public static ContentDigest of(String value) {
        return new ContentDigest(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
