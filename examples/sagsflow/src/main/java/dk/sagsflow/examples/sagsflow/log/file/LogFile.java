package dk.sagsflow.examples.sagsflow.log.file;

import com.google.common.collect.ImmutableList;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;

/**
 * A file that is read more than once: a pipe is copied beside, until this is closed. Gzip and Parquet are known by their first bytes, and so
 * are JSON and XML; everything else is text with a delimiter. Not thread-safe.
 */
public final class LogFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int LOOKED_AT = 1 << 12;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /** What it is called. */
    private final Path name;

    private final Path content;

    private LogFile(Path name, Path content) {
        this.name = name;
        this.content = content;
    }

    /**
     * The file of this name.
     *
     * @throws UnusableInputException if there is no such file, or it is a directory
     */
    public static LogFile of(Path file) {
        if (Files.isDirectory(file)) {
            throw new UnusableInputException(file, "is a directory, a log file is needed");
        }
        try {
            return new LogFile(file, Files.exists(file) && !Files.isRegularFile(file) ? copied(file) : file);
        } catch (IOException unreadable) {
            throw new UnusableInputException(file, "cannot be read: " + unreadable, unreadable);
        }
    }

    /** A pipe can be read once, and has no length. */
    private static Path copied(Path pipe) throws IOException {
        Path copy = Files.createTempFile("sagsflow-", ".log");
        copy.toFile().deleteOnExit();
        try (InputStream in = new FileInputStream(pipe.toFile())) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    public Path name() {
        return name;
    }

    /** How many bytes it has. */
    public long size() {
        try {
            return Files.size(content);
        } catch (IOException unknown) {
            throw new UnusableInputException(name, "cannot be read: " + unknown, unknown);
        }
    }

    /**
     * Its rows.
     *
     * @param wanted the names of the values that are asked for; a text with a header gives all
     * @param bytesRead takes the bytes read so far, compressed ones if it is gzip, now and then
     */
    public LogRows open(LogFormat format, Iterable<String> wanted, LongConsumer bytesRead) {
        try {
            if (parquet()) {
                return new ParquetLogRows(name, content, size(), bytesRead);
            }
            InputStream content = unpacked(new BufferedInputStream(counted(bytesRead), BUFFER));
            if (firstByte(content) == '<') {
                return new NamedRows(new XesRows(name, content), wanted);
            }
            return text(format, wanted, content);
        } catch (NoSuchFileException missing) {
            throw new UnusableInputException(name, "no such file", missing);
        } catch (EOFException | ZipException broken) {
            throw new UnusableInputException(name, describe(broken, 0), broken);
        } catch (IOException unreadable) {
            throw new UnusableInputException(name, "cannot be read: " + unreadable, unreadable);
        }
    }

    private LogRows text(LogFormat format, Iterable<String> wanted, InputStream content) throws IOException {
        Charset encoding = format.encoding().isPresent() ? format.encoding().get() : Encodings.of(content);
        DecodingReader text =
                new DecodingReader(content, encoding, format.encoding().isEmpty());
        int first = firstByte(content);
        return first == '{' || first == '['
                ? new NamedRows(new JsonRows(name, text, format), wanted)
                : CsvRows.of(name, text, format.delimiter());
    }

    /** As rows that name their values themselves; nothing for a text with a header. */
    Optional<NamedRows.Source> openNamed(LogFormat format) {
        LogRows rows = open(format, ImmutableList.of(), bytes -> {});
        if (rows instanceof NamedRows named) {
            return Optional.of(named.source());
        }
        rows.close();
        return Optional.empty();
    }

    private boolean parquet() throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            byte[] first = in.readNBytes(ParquetLogRows.MAGIC.length());
            return new String(first, StandardCharsets.ISO_8859_1).equals(ParquetLogRows.MAGIC);
        }
    }

    private InputStream counted(LongConsumer bytesRead) throws IOException {
        return new CountingStream(Files.newInputStream(content), bytesRead);
    }

    private InputStream unpacked(InputStream in) throws IOException {
        int[] first = firstBytes(in);
        if (first[0] < 0) {
            throw new UnusableInputException(name, "the file is empty, 0 bytes");
        }
        refuseOtherForms(in);
        if (first[0] != GZIP_FIRST || first[1] != GZIP_SECOND) {
            return in;
        }
        InputStream unpacked = new BufferedInputStream(new GzipStream(in, BUFFER), BUFFER);
        refuseOtherForms(unpacked);
        return unpacked;
    }

    private void refuseOtherForms(InputStream in) throws IOException {
        Optional<String> other = OtherForms.of(in);
        if (other.isPresent()) {
            throw new UnusableInputException(name, other.get());
        }
    }

    private static int[] firstBytes(InputStream in) throws IOException {
        in.mark(2);
        int[] first = {in.read(), in.read()};
        in.reset();
        return first;
    }

    /** The first that is no space, byte order mark or zero. */
    private int firstByte(InputStream content) throws IOException {
        content.mark(LOOKED_AT);
        try {
            for (int looked = 0; looked < LOOKED_AT - 1; looked++) {
                int next = content.read();
                if (next < 0 || (next > ' ' && next < 0x80)) {
                    return next;
                }
            }
            return -1;
        } finally {
            content.reset();
        }
    }

    static String describe(IOException broken, long lastLine) {
        String place = lastLine == 0 ? " before the end of line 1" : " after line " + lastLine;
        if (broken instanceof EOFException) {
            return "the gzip data is cut off" + place;
        }
        if (broken instanceof ZipException) {
            return "the gzip data is damaged" + place + ": " + broken.getMessage();
        }
        if (broken instanceof DecodingReader.UndecodableException) {
            return String.valueOf(broken.getMessage());
        }
        return "cannot be read" + place + ": " + broken;
    }

    @Override
    public void close() {
        if (!content.equals(name)) {
            try {
                Files.deleteIfExists(content);
            } catch (IOException kept) {
                throw new UncheckedIOException(kept);
            }
        }
    }

    /** Tells how much of the file has been read. */
    private static final class CountingStream extends FilterInputStream {
        private final LongConsumer bytesRead;
        private long count;

        CountingStream(InputStream in, LongConsumer bytesRead) {
            super(in);
            this.bytesRead = bytesRead;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            tell(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            tell(Math.max(read, 0));
            return read;
        }

        private void tell(int more) {
            if (more > 0) {
                count += more;
                bytesRead.accept(count);
            }
        }
    }
}
