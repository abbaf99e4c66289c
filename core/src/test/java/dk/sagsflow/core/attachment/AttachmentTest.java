package dk.sagsflow.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {
    private static final AttachmentId ID = AttachmentId.of("0c8a2b54-4a1f-4a8e-9a53-1f9f5f6d7e01");
    private static final ContentDigest DIGEST = ContentDigest.of("0".repeat(64));
    private static final Instant NOW = Instant.parse("2007-08-01T06:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../secret",
                "a/b.txt",
                "..\\secret",
                "a\nb",
                "a\u0000b",
                "a\u001b[2Jb",
                "a\u0085b",
                "a\u2028b",
                "gpj.\u202eexe",
                "\u2066a",
                "a\uD800b",
                "a\u200fb"
            })
    void a_name_that_is_a_path_or_hides_what_it_is_is_refused(String name) {
        assertThatThrownBy(() -> new Attachment(ID, name, "text/plain", 1, DIGEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name of an attachment");
        assertThatThrownBy(() -> new Upload(ID, name, "text/plain", new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"skærmbillede 1.png", "写真.jpg", "…", "a:b", "CON", "👩‍🔧.png", "x"})
    void what_people_call_files_is_taken(String name) {
        assertThat(new Attachment(ID, name, "text/plain", 1, DIGEST).name()).isEqualTo(name);
    }

    @Test
    void a_name_may_be_200_characters_long_and_no_longer() {
        assertThat(new Attachment(ID, "a".repeat(200), "text/plain", 1, DIGEST).name())
                .hasSize(200);
        assertThatThrownBy(() -> new Attachment(ID, "a".repeat(201), "text/plain", 1, DIGEST))
                .hasMessageContaining("longer than 200 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text", "text/", "/plain", "text/plain; charset=x", "text/pl ain", "text/plain\n", "a/b/c"})
    void what_is_no_media_type_is_refused(String type) {
        assertThatThrownBy(() -> new Attachment(ID, "a", type, 1, DIGEST)).hasMessageContaining("media type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "../../../../etc/passwd",
                "ABCDEFGHIJKLMNOPQRST",
                "aaaaaaaaaaaaaaaaaaaa.x",
                "aaaaaaaa/aaaaaaaaaaa"
            })
    void an_id_is_a_file_name_on_every_system(String id) {
        assertThatThrownBy(() -> AttachmentId.of(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void words_for_logs_hold_no_name() {
        assertThat(new Attachment(ID, "Carl Citizen.png", "image/png", 1, DIGEST).toString())
                .doesNotContain("Carl");
    }

    @Test
    void a_folder_holds_nothing_but_what_was_put_whatever_became_of_the_rest(@TempDir Path folder) throws IOException {
        AttachmentStore store = AttachmentStore.inFolder(folder, 10, () -> NOW);
        store.put(ID, new ByteArrayInputStream(new byte[3]));
        assertThatThrownBy(
                        () -> store.put(AttachmentId.of("too-large-a-content"), new ByteArrayInputStream(new byte[11])))
                .isInstanceOf(ContentTooLargeException.class);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(each -> each.getFileName().toString())).containsExactly(ID.value());
        }
        store.delete(ID);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_a_process_that_died_was_writing_is_removed_after_a_day(@TempDir Path folder) throws IOException {
        Path old = begun(folder, "begun.1", NOW.minus(Duration.ofHours(25)));
        Path young = begun(folder, "begun.2", NOW.minus(Duration.ofHours(23)));

        AttachmentStore store = AttachmentStore.inFolder(folder, 10, () -> NOW);

        assertThat(List.of(store.limit())).containsExactly(10L);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    private static Path begun(Path folder, String name, Instant at) throws IOException {
        Path begun = Files.createDirectory(folder.resolve(name));
        Files.writeString(begun.resolve("part"), "half of a conte");
        return Files.setLastModifiedTime(begun, FileTime.from(at));
    }
}
