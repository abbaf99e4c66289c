package dk.sagsflow.examples.sagsflow;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file that is there whole or not at all, however many write it at once: it is written beside, under a name of its own, and put in
 * place when it is done. A pipe, a device such as {@code /dev/stdout}, or a link is not replaced: what it stands for is written. Not
 * thread-safe.
 */
final class WholeFile implements AutoCloseable {
    private final Path target;
    private final Path unfinished;
    private final Writer writer;

    private WholeFile(Path target, Path unfinished) throws IOException {
        this.target = target;
        this.unfinished = unfinished;
        this.writer = Files.newBufferedWriter(unfinished);
    }

    /** Begins to write it. */
    static WholeFile at(Path file) throws IOException {
        boolean replaceable = Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
                || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        return new WholeFile(
                file,
                replaceable ? file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".unfinished") : file);
    }

    /** Writes this text as the whole of it. */
    static void write(Path file, String text) throws IOException {
        try (WholeFile whole = at(file)) {
            whole.writer().write(text);
            whole.finish();
        }
    }

    /** Takes what is to stand in it. */
    Writer writer() {
        return writer;
    }

    /** Puts it in place. */
    void finish() throws IOException {
        writer.close();
        if (!target.equals(unfinished)) {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Without {@link #finish}, nothing is left of it. */
    @Override
    public void close() throws IOException {
        writer.close();
        if (!target.equals(unfinished)) {
            Files.deleteIfExists(unfinished);
        }
    }
}
