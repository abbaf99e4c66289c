package dk.sagsflow.core.attachment;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Contents in memory. */
final class MemoryAttachments implements AttachmentStore {
    private final Map<AttachmentId, Kept> contents = new ConcurrentHashMap<>();
    private final int limit;

    MemoryAttachments(int limit) {
        checkArgument(limit >= 0, "limit of contents is %s bytes, not 0 or more", limit);
        this.limit = limit;
    }

    @Override
    public long limit() {
        return limit;
    }

    @Override
    @CanIgnoreReturnValue
    public StoredContent put(AttachmentId id, InputStream content) {
        requireNonNull(id, "id");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            StoredContent stored = new LimitedCopy(limit).copy(id, content, bytes);
            Kept before = contents.putIfAbsent(id, new Kept(stored, bytes.toByteArray()));
            checkArgument(before == null || before.stored.equals(stored), "id %s has another content already", id);
            return stored;
        } catch (IOException e) {
            throw new UncheckedIOException("a content cannot be read", e);
        }
    }

    @Override
    public Optional<StoredContent> find(AttachmentId id) {
        return kept(id).map(Kept::stored);
    }

    @Override
    public Optional<InputStream> open(AttachmentId id) {
        return kept(id).map(kept -> new ByteArrayInputStream(kept.bytes));
    }

    private Optional<Kept> kept(AttachmentId id) {
        return Optional.ofNullable(contents.get(requireNonNull(id, "id")));
    }

    @Override
    public void delete(AttachmentId id) {
        contents.remove(requireNonNull(id, "id"));
    }

    /** A content and what is known of it. */
    private static final class Kept {
        private final StoredContent stored;
        private final byte[] bytes;

        Kept(StoredContent stored, byte[] bytes) {
            this.stored = stored;
            this.bytes = bytes;
        }

        StoredContent stored() {
            return stored;
        }
    }
}
