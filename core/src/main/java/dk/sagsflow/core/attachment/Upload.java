package dk.sagsflow.core.attachment;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;

/**
 * A file that somebody hands in, to be attached to a case afterwards.
 *
 * @param id what it is to be called in the store; nobody else may guess it
 * @param name what the person calls it, as in an {@link Attachment}
 * @param mediaType what it is said to be, as in an {@link Attachment}
 * @param content its content, which is read to the end and closed by whoever handed it in
 */
public record Upload(AttachmentId id, String name, String mediaType, InputStream content) {
    /** Refuses null, and names and media types that are none. */
    public Upload {
        requireNonNull(id, "id");
        Attachment.requireName(name);
        Attachment.requireMediaType(mediaType);
        requireNonNull(content, "content");
    }

    /** Without the name, which may be personal. */
    @Override
    public String toString() {
        return "upload " + id;
    }
}
