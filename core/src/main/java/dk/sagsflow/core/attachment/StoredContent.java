package dk.sagsflow.core.attachment;

import static java.util.Objects.requireNonNull;

/**
 * A content that a store has. Immutable.
 *
 * @param id what it is called there
 * @param size how many bytes it has
 * @param digest its digest
 */
public record StoredContent(AttachmentId id, long size, ContentDigest digest) {
    /** Refuses null. */
    public StoredContent {
        requireNonNull(id, "id");
        requireNonNull(digest, "digest");
    }

    /** What a case says of it. */
    public Attachment named(String name, String mediaType) {
        return new Attachment(id, name, mediaType, size, digest);
    }
}
