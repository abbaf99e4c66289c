package dk.sagsflow.core.attachment;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where the contents of attachments are. A content is put first and then attached to a case; what is never attached is for
 * the host to delete. A desk reads a content for those who may see it, and deletes it when the person is forgotten, by a message
 * of its outbox: at least once. What goes wrong outside is thrown, as {@link java.io.UncheckedIOException}, and tried again
 * by whoever asked. Implementations are safe for use by many threads; the testkit has their contract.
 */
public interface AttachmentStore {
    /** How many bytes a content may have. */
    long limit();

    /**
     * Keeps this content, wholly or not at all. The same content under the same id again changes nothing.
     *
     * @param content read to its end, not closed
     * @throws ContentTooLargeException if it has more than {@link #limit} bytes
     * @throws IllegalArgumentException if another content has the id
     */
    @CanIgnoreReturnValue
    StoredContent put(AttachmentId id, InputStream content);

    /** What is kept under this id; empty if nothing is. */
    Optional<StoredContent> find(AttachmentId id);

    /** The content of this id, to be closed by the caller; empty if there is none. */
    Optional<InputStream> open(AttachmentId id);

    /** Deletes the content of this id, so that nothing of it is left here; nothing happens if there is none. */
    void delete(AttachmentId id);

    /**
     * A store in memory.
     *
     * @param limit how many bytes a content may have
     */
    static AttachmentStore inMemory(int limit) {
        return new MemoryAttachments(limit);
    }

    /**
     * A store in a folder of the file system, which is made if there is none and is for this store alone. Several processes
     * may use it at once. What a process that died was writing is removed when the store is opened a day later or more.
     *
     * @param limit how many bytes a content may have
     * @param clock tells when a day is over
     */
    static AttachmentStore inFolder(Path folder, long limit, InstantSource clock) {
        return new FolderAttachments(folder, limit, clock);
    }
}
