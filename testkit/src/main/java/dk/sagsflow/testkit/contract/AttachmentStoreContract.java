package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.AttachmentStore;
import dk.sagsflow.core.attachment.ContentTooLargeException;
import dk.sagsflow.core.attachment.StoredContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link AttachmentStore} must do. Inherit it, and say how to get an empty one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class AttachmentStoreContract {
    private static final int LIMIT = 100_000;
    private static final AttachmentId ID = AttachmentId.of("0c8a2b54-4a1f-4a8e-9a53-1f9f5f6d7e01");
    private static final AttachmentId OTHER = AttachmentId.of("0c8a2b54-4a1f-4a8e-9a53-1f9f5f6d7e02");

    /** For those who inherit. */
    protected AttachmentStoreContract() {}

    /**
     * A store that keeps nothing yet; called once for each test.
     *
     * @param limit how many bytes a content may have
     */
    protected abstract AttachmentStore empty(int limit);

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        for (int place = 0; place < size; place++) {
            bytes[place] = (byte) (place * 31);
        }
        return bytes;
    }

    private static InputStream content(int size) {
        return new ByteArrayInputStream(bytes(size));
    }

    private static byte[] read(AttachmentStore store, AttachmentId id) throws IOException {
        try (InputStream content = store.open(id).orElseThrow()) {
            return content.readAllBytes();
        }
    }

    @Test
    void what_is_put_is_found_and_read_as_it_was() throws IOException {
        AttachmentStore store = empty(LIMIT);

        for (int size : new int[] {0, 1, 8192, 8193, 50_000}) {
            AttachmentId id = AttachmentId.of("content-of-size-%08d".formatted(size));
            StoredContent stored = store.put(id, content(size));

            assertThat(stored.size()).isEqualTo(size);
            assertThat(store.find(id)).contains(stored);
            assertThat(read(store, id)).isEqualTo(bytes(size));
        }
        assertThat(store.put(ID, new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)))
                        .digest()
                        .value())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void what_was_never_put_is_not_there_and_may_be_deleted() {
        AttachmentStore store = empty(LIMIT);
        store.delete(ID);

        assertThat(store.find(ID)).isEmpty();
        assertThat(store.open(ID)).isEmpty();
        assertThat(store.limit()).isEqualTo(LIMIT);
    }

    @Test
    void a_content_of_the_limit_is_kept_and_one_above_it_leaves_nothing() {
        AttachmentStore store = empty(LIMIT);

        assertThat(store.put(ID, content(LIMIT)).size()).isEqualTo(LIMIT);
        assertThatThrownBy(() -> store.put(OTHER, content(LIMIT + 1)))
                .isInstanceOfSatisfying(
                        ContentTooLargeException.class,
                        refused -> assertThat(refused.limit()).isEqualTo(LIMIT));
        assertThat(store.find(OTHER)).isEmpty();
        assertThat(store.open(OTHER)).isEmpty();
    }

    @Test
    void a_content_that_never_ends_is_refused_at_the_limit() {
        AttachmentStore store = empty(LIMIT);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return length;
            }
        };

        assertThatThrownBy(() -> store.put(ID, endless)).isInstanceOf(ContentTooLargeException.class);
    }

    @Test
    void a_content_that_breaks_off_is_not_kept() {
        AttachmentStore store = empty(LIMIT);

        assertThatThrownBy(() -> store.put(ID, brokenOffAfter(20_000))).isInstanceOf(UncheckedIOException.class);
        assertThat(store.find(ID)).isEmpty();
        assertThat(store.put(ID, content(7)).size()).isEqualTo(7);
    }

    private static InputStream brokenOffAfter(int bytes) {
        return new SequenceInputStream(content(bytes), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("line cut");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        });
    }

    @Test
    void the_same_again_changes_nothing_and_another_content_does_not_take_an_id() throws IOException {
        AttachmentStore store = empty(LIMIT);
        StoredContent stored = store.put(ID, content(9));

        assertThat(store.put(ID, content(9))).isEqualTo(stored);
        assertThatThrownBy(() -> store.put(ID, content(10))).isInstanceOf(IllegalArgumentException.class);
        assertThat(read(store, ID)).isEqualTo(bytes(9));
    }

    @Test
    void what_is_deleted_is_gone_and_nothing_else() throws IOException {
        AttachmentStore store = empty(LIMIT);
        store.put(ID, content(5));
        store.put(OTHER, content(5));

        store.delete(ID);
        store.delete(ID);

        assertThat(store.find(ID)).isEmpty();
        assertThat(store.open(ID)).isEmpty();
        assertThat(read(store, OTHER)).isEqualTo(bytes(5));
        assertThat(store.put(ID, content(6)).size()).isEqualTo(6);
    }

    @Test
    void of_many_who_put_under_one_id_at_once_one_content_is_kept() throws Exception {
        AttachmentStore store = empty(LIMIT);
        Set<StoredContent> kept = ConcurrentHashMap.newKeySet();
        AtomicInteger sizes = new AtomicInteger();

        StoreContract.inParallel(8, () -> {
            try {
                kept.add(store.put(ID, content(sizes.incrementAndGet())));
            } catch (IllegalArgumentException taken) {
                // another was faster
            }
        });

        assertThat(kept).hasSize(1);
        assertThat(store.find(ID)).contains(kept.iterator().next());
    }
}
