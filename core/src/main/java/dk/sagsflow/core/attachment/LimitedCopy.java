package dk.sagsflow.core.attachment;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies a content, no further than a limit, and tells its size and digest. Not thread-safe. */
final class LimitedCopy {
    private static final int BUFFER = 8192;

    private final Hasher hasher = Hashing.sha256().newHasher();
    private final long limit;
    private long size;

    LimitedCopy(long limit) {
        this.limit = limit;
    }

    StoredContent copy(AttachmentId id, InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            size += read;
            if (size > limit) {
                throw new ContentTooLargeException(limit);
            }
            to.write(buffer, 0, read);
            hasher.putBytes(buffer, 0, read);
        }
        return new StoredContent(id, size, ContentDigest.of(hasher.hash().toString()));
    }
}
