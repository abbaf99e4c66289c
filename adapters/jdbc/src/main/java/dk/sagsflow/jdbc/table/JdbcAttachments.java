package dk.sagsflow.jdbc.table;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.AttachmentStore;
import dk.sagsflow.core.attachment.ContentDigest;
import dk.sagsflow.core.attachment.ContentTooLargeException;
import dk.sagsflow.core.attachment.StoredContent;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import dk.sagsflow.jdbc.session.Transactions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;

/** Contents of attachments, each in a row. Safe for use by many threads. */
public record JdbcAttachments(Transactions transactions, int most) implements AttachmentStore {
    private static final int BUFFER = 8192;

    @Override
    public long limit() {
        return most;
    }

    @Override
    @CanIgnoreReturnValue
    public StoredContent put(AttachmentId id, InputStream content) {
        requireNonNull(id, "id");
        byte[] bytes = read(content);
        StoredContent stored = new StoredContent(
                id,
                bytes.length,
                ContentDigest.of(Hashing.sha256().hashBytes(bytes).toString()));
        StoredContent kept = transactions.result(session -> kept(session, stored, bytes));
        checkArgument(kept.equals(stored), "id %s has another content already", id);
        return stored;
    }

    /** What is there now under the id. If two put at once, one is told that there is a row, and looks again. */
    private static StoredContent kept(Session session, StoredContent stored, byte[] bytes) throws SQLException {
        Optional<StoredContent> before = find(session, stored.id());
        if (before.isEmpty()) {
            session.later(
                    "INSERT INTO sagsflow_content (id, size, digest, content) VALUES (?, ?, ?, ?)",
                    stored.id().value(),
                    stored.size(),
                    stored.digest().value(),
                    bytes);
        }
        return before.orElse(stored);
    }

    private byte[] read(InputStream content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                if (read > most - bytes.size()) {
                    throw new ContentTooLargeException(most);
                }
                bytes.write(buffer, 0, read);
            }
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("a content cannot be read", broken);
        }
    }

    @Override
    public Optional<StoredContent> find(AttachmentId id) {
        requireNonNull(id, "id");
        return transactions.read(session -> find(session, id));
    }

    private static Optional<StoredContent> find(Session session, AttachmentId id) throws SQLException {
        return session.first(
                row -> new StoredContent(id, row.number(), ContentDigest.of(row.text())),
                "SELECT size, digest FROM sagsflow_content WHERE id = ?",
                id.value());
    }

    @Override
    public Optional<InputStream> open(AttachmentId id) {
        requireNonNull(id, "id");
        return transactions
                .read(session ->
                        session.first(Row::bytes, "SELECT content FROM sagsflow_content WHERE id = ?", id.value()))
                .map(ByteArrayInputStream::new);
    }

    @Override
    public void delete(AttachmentId id) {
        requireNonNull(id, "id");
        transactions.run(session -> session.later("DELETE FROM sagsflow_content WHERE id = ?", id.value()));
    }
}
