package dk.sagsflow.examples.sagsflow.log.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one log, whatever the format of the file, one after another. Not thread-safe. */
public interface LogRows extends AutoCloseable {
    /** What the values of a row are called. */
    List<String> header();

    /** The line on which the header stands. */
    long headerLine();

    /**
     * The next row, or null after the last.
     *
     * @throws UnusableInputException with one line, place included, if the file cannot be read to its end
     */
    @Nullable RawRow next();

    @Override
    void close();
}
