package dk.sagsflow.examples.sagsflow;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.sla.clock.CaseHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the events of cases as they are published, one a line, if somebody wants them. Not thread-safe. */
final class EventLines implements AutoCloseable {
    private final CaseEventJson json = new CaseEventJson();
    private final Optional<WholeFile> file;

    private EventLines(Optional<WholeFile> file) {
        this.file = file;
    }

    static EventLines to(Optional<Path> file) throws IOException {
        return new EventLines(file.isPresent() ? Optional.of(WholeFile.at(file.get())) : Optional.empty());
    }

    @CanIgnoreReturnValue
    CaseHistory add(CaseHistory history) {
        file.ifPresent(whole -> write(history, whole.writer()));
        return history;
    }

    private void write(CaseHistory history, Writer lines) {
        try {
            for (CaseEvent event : history.events()) {
                lines.append(json.write(event)).append('\n');
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The file is there whole, or not at all. */
    void finish() throws IOException {
        if (file.isPresent()) {
            file.get().finish();
        }
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
