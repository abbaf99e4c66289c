package dk.sagsflow.core.attachment;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a content in an {@link AttachmentStore}, and belongs to one case. Whoever knows it can attach the content, so it must
 * not be guessed: a random {@link java.util.UUID} is an id. It is a file name on every system. Immutable.
 *
 * @param value 16 to 64 characters of {@code a-z}, {@code 0-9} and {@code -}
 */
public record AttachmentId(@JsonValue String value) {
    private static final int SHORTEST = 16;
    private static final int LONGEST = 64;

    /** Refuses every other text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AttachmentId {
        checkArgument(
                value.length() >= SHORTEST
                        && value.length() <= LONGEST
                        && value.chars().allMatch(AttachmentId::allowed),
                "id of an attachment is not %s to %s characters of a-z, 0-9 and -",
                SHORTEST,
                LONGEST);
    }

    private static boolean allowed(int character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '-';
    }

    /** The id of this text. */
    public static AttachmentId of(String value) {
        return new AttachmentId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
