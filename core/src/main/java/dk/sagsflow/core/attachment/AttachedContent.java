package dk.sagsflow.core.attachment;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;

/**
 * A file of a case, for somebody who may see it.
 *
 * @param attachment what the case says of it
 * @param content its content, to be closed by whoever asked
 */
public record AttachedContent(Attachment attachment, InputStream content) {
    /** Refuses null. */
    public AttachedContent {
        requireNonNull(attachment, "attachment");
        requireNonNull(content, "content");
    }
}
