package dk.sagsflow.examples.sagsflow.log;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A log and its mapping: those of the caller, or the bundled ones, unpacked until this is closed. Not thread-safe. */
public final class LogSource implements AutoCloseable {
    private final Path log;
    private final Path mapping;
    private final boolean bundled;

    private LogSource(Path log, Path mapping, boolean bundled) {
        this.log = log;
        this.mapping = mapping;
        this.bundled = bundled;
    }

    /** The caller's if both are given, the bundled if neither is. */
    public static LogSource of(Optional<Path> log, Optional<Path> mapping) throws IOException {
        if (log.isPresent() != mapping.isPresent()) {
            throw new UnusableInputException(
                    ImmutableList.of("a log and --mapping go together: one says what to read, the other how"));
        }
        return log.isPresent() && mapping.isPresent()
                ? new LogSource(log.get(), mapping.get(), false)
                : new LogSource(unpacked("ams-2007.csv.gz"), unpacked("ams.json"), true);
    }

    public Path log() {
        return log;
    }

    public LogMapping mapping() throws IOException {
        return LogMapping.read(mapping);
    }

    public boolean bundled() {
        return bundled;
    }

    @Override
    public void close() throws IOException {
        if (bundled) {
            Files.deleteIfExists(log);
            Files.deleteIfExists(mapping);
        }
    }

    /** What is bundled with the program, as a file of its own, which whoever asks deletes. */
    public static Path unpacked(String resource) throws IOException {
        Path file = Files.createTempFile("sagsflow-", resource);
        try (InputStream in = LogSource.class.getResourceAsStream("/dk/sagsflow/examples/sagsflow/" + resource)) {
            if (in == null) {
                throw new IOException("this build has no bundled " + resource + "; name a log and its mapping");
            }
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
