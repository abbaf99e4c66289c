package dk.sagsflow.core.attachment;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Contents in a folder: for each id a folder of that name, and in it one file, which has the digest as its name. That folder is
 * made aside and put in its place in one move, which fails if there is one already. So no name that a person gave is ever
 * part of a path, and nobody sees half a content.
 */
final class FolderAttachments implements AttachmentStore {
    /** No id has a dot. */
    private static final String BEGUN = "begun.";

    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;
    private final long limit;

    FolderAttachments(Path folder, long limit, InstantSource clock) {
        checkArgument(limit >= 0, "limit of contents is %s bytes, not 0 or more", limit);
        this.folder = requireNonNull(folder, "folder");
        this.limit = limit;
        try {
            Files.createDirectories(folder);
            removeAbandoned(clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of attachments cannot be used", e);
        }
    }

    private void removeAbandoned(Instant now) throws IOException {
        FileTime latest = FileTime.from(now.minus(ABANDONED));
        for (Path begun : within(folder, BEGUN + "*")) {
            if (Files.getLastModifiedTime(begun).compareTo(latest) < 0) {
                remove(begun);
            }
        }
    }

    @Override
    public long limit() {
        return limit;
    }

    @Override
    @CanIgnoreReturnValue
    public StoredContent put(AttachmentId id, InputStream content) {
        requireNonNull(id, "id");
        try {
            Path begun = Files.createTempDirectory(folder, BEGUN);
            try {
                StoredContent stored = write(id, content, begun);
                return put(begun, stored);
            } finally {
                remove(begun);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("content " + id + " cannot be kept", e);
        }
    }

    private StoredContent write(AttachmentId id, InputStream content, Path begun) throws IOException {
        Path part = begun.resolve("part");
        StoredContent stored;
        try (OutputStream file = Files.newOutputStream(part)) {
            stored = new LimitedCopy(limit).copy(id, content, file);
        }
        Files.move(part, begun.resolve(stored.digest().value()));
        return stored;
    }

    private StoredContent put(Path begun, StoredContent stored) throws IOException {
        try {
            Files.move(begun, place(stored.id()), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            StoredContent before = find(stored.id()).orElseThrow(() -> new UncheckedIOException(taken));
            checkArgument(before.equals(stored), "id %s has another content already", stored.id());
        }
        return stored;
    }

    private Path place(AttachmentId id) {
        return folder.resolve(id.value());
    }

    @Override
    public Optional<StoredContent> find(AttachmentId id) {
        try {
            Optional<Path> file = file(id);
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new StoredContent(
                            id,
                            Files.size(file.get()),
                            ContentDigest.of(file.get().getFileName().toString())));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("content " + id + " cannot be found", e);
        }
    }

    @Override
    public Optional<InputStream> open(AttachmentId id) {
        try {
            Optional<Path> file = file(id);
            return file.isEmpty() ? Optional.empty() : Optional.of(Files.newInputStream(file.get()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("content " + id + " cannot be read", e);
        }
    }

    private Optional<Path> file(AttachmentId id) throws IOException {
        return within(place(requireNonNull(id, "id")), "*").stream().findFirst();
    }

    @Override
    public void delete(AttachmentId id) {
        try {
            remove(place(requireNonNull(id, "id")));
        } catch (IOException e) {
            throw new UncheckedIOException("content " + id + " cannot be deleted", e);
        }
    }

    private static void remove(Path place) throws IOException {
        for (Path file : within(place, "*")) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(place);
    }

    private static ImmutableList<Path> within(Path place, String pattern) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, pattern)) {
            return ImmutableList.copyOf(files);
        } catch (NoSuchFileException | NotDirectoryException none) {
            return ImmutableList.of();
        }
    }
}
