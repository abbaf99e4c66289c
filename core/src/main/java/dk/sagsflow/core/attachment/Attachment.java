package dk.sagsflow.core.attachment;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.relation.Reference;
import java.util.regex.Pattern;

/**
 * What a case says of a file that came with it; the content is in an {@link AttachmentStore}. Immutable.
 *
 * @param id where the content is
 * @param name what the person who sent it calls it: a file name without a folder, at most 200 characters long; no control
 *     characters, and none that turn the direction of writing, which make one file look like another
 * @param mediaType what it is: {@code image/png}; without parameters
 * @param size how many bytes it has
 * @param digest the digest of the content
 */
public record Attachment(AttachmentId id, String name, String mediaType, long size, ContentDigest digest) {
    private static final int LONGEST_NAME = 200;
    /** The system by which a claim on a content is told from what a case is called elsewhere. */
    public static final String CLAIM = "sagsflow/attachment";

    private static final int LONGEST_TYPE = 127;
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*");

    /** What stands where an attachment stood whose person is forgotten. */
    private static final Attachment ERASED = new Attachment(
            AttachmentId.of("erased-attachment"),
            "[erased]",
            "application/octet-stream",
            0,
            ContentDigest.of("0".repeat(64)));

    /** Refuses null, a name that is none, a media type that is none, and a size below 0. */
    public Attachment {
        requireNonNull(id, "id");
        requireNonNull(digest, "digest");
        requireName(name);
        requireMediaType(mediaType);
        checkArgument(size >= 0, "size of an attachment is %s, not 0 or more", size);
    }

    static void requireName(String name) {
        checkArgument(
                !name.isBlank() && name.length() <= LONGEST_NAME,
                "name of an attachment is blank or longer than %s characters",
                LONGEST_NAME);
        checkArgument(
                !name.equals(".") && !name.equals("..") && name.codePoints().allMatch(Attachment::inNames),
                "name of an attachment is . or .., or has characters that are not allowed: / and \\, control characters,"
                        + " and those that turn the direction of writing");
    }

    private static boolean inNames(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            case Character.FORMAT -> character == '\u200D' || character == '\u200C';
            default -> character != '/' && character != '\\';
        };
    }

    static void requireMediaType(String mediaType) {
        checkArgument(
                mediaType.length() <= LONGEST_TYPE
                        && MEDIA_TYPE.matcher(mediaType).matches(),
                "media type of an attachment is not of the form type/subtype, at most %s characters long",
                LONGEST_TYPE);
    }

    /** What stands where an attachment stood whose person is forgotten; no content belongs to it. */
    public static Attachment erased() {
        return ERASED;
    }

    /** By what its content is one case's alone; no other system is called that. */
    public Reference claim() {
        return new Reference(CLAIM, id.value());
    }

    /** Without the name, which may be personal. */
    @Override
    public String toString() {
        return "attachment " + id;
    }
}
