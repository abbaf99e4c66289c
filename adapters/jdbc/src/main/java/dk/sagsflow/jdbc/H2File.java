package dk.sagsflow.jdbc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dk.sagsflow.jdbc.failure.UnusableDatabaseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An H2 file before it is opened. H2 itself opens a file that was cut off as it was at some earlier time, and says nothing. */
final class H2File {
    private static final int HEADER = 4096;
    private static final int HEXADECIMAL = 16;
    private static final Pattern LATEST = Pattern.compile("^H:2,block:([0-9a-f]+),blockSize:([0-9a-f]+),");

    private H2File() {}

    /** Refuses a file that ends before what its header says was written last. */
    static void checkWhole(Path file) {
        Path database = Path.of(file.toAbsolutePath() + ".mv.db");
        try {
            if (Files.exists(database) && Files.size(database) < needed(database)) {
                throw new UnusableDatabaseException("the file " + database
                        + " was cut off: it ends before what was written last; put a backup in its place");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long needed(Path database) throws IOException {
        try (InputStream bytes = Files.newInputStream(database)) {
            Matcher header = LATEST.matcher(new String(bytes.readNBytes(HEADER), ISO_8859_1));
            return header.find()
                    ? (Long.parseLong(header.group(1), HEXADECIMAL) + 1) * Long.parseLong(header.group(2), HEXADECIMAL)
                    : 0;
        }
    }
}
