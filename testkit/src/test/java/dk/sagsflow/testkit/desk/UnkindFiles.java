package dk.sagsflow.testkit.desk;

import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.AttachmentStore;
import dk.sagsflow.core.attachment.StoredContent;
import java.io.InputStream;
import java.util.Optional;

/** Files in memory that cannot be kept or deleted now and then. */
final class UnkindFiles implements AttachmentStore {
    private final AttachmentStore files = AttachmentStore.inMemory(1_000);
    private final Unkindness unkind;

    UnkindFiles(Unkindness unkind) {
        this.unkind = unkind;
    }

    @Override
    public long limit() {
        return files.limit();
    }

    @Override
    public StoredContent put(AttachmentId id, InputStream content) {
        unkind.storeMayFail(() -> Secrets.of("file"));
        return files.put(id, content);
    }

    @Override
    public Optional<StoredContent> find(AttachmentId id) {
        return files.find(id);
    }

    @Override
    public Optional<InputStream> open(AttachmentId id) {
        return files.open(id);
    }

    @Override
    public void delete(AttachmentId id) {
        unkind.mayFail(() -> Secrets.of("file"));
        files.delete(id);
    }
}
