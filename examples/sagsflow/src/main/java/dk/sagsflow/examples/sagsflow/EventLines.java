package dk.sagsflow.examples.sagsflow;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.sla.clock.CaseHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Writes the events of cases as they are published, one a line, if somebody wants them. Not thread-safe. */
final class EventLines implements AutoCloseable {
    private final CaseEventJson json = new CaseEventJson();
    private final Optional<Path> file;
    private final Writer lines;

    private EventLines(Optional<Path> file, Writer lines) {
        this.file = file;
        this.lines = lines;
    }

    static EventLines to(Optional<Path> file) throws IOException {
        return new EventLines(
                file, file.isPresent() ? Files.newBufferedWriter(Replay.beside(file.get())) : Writer.nullWriter());
    }

    @CanIgnoreReturnValue
    CaseHistory add(CaseHistory history) {
        if (file.isPresent()) {
            try {
                for (CaseEvent event : history.events()) {
                    lines.append(json.write(event)).append('\n');
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return history;
    }

    /** The file is there whole, or not at all. */
    void finish() throws IOException {
        lines.close();
        if (file.isPresent()) {
            Files.move(Replay.beside(file.get()), file.get(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
