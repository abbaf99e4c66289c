package dk.sagsflow.examples.sagsflow.log.file;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a format without header, each of which names its own values, as those that were asked for. */
public final class NamedRows implements LogRows {
    private final Source source;
    private final ImmutableList<String> wanted;

    /**
     * A row with the names of its values.
     *
     * @param line the line on which it starts
     * @param values by name; a value that it has not is not there
     */
    record Named(long line, Map<String, String> values) {}

    /** Gives them one after another. */
    interface Source extends AutoCloseable {
        /** The next, or null after the last. */
        @Nullable Named next();

        @Override
        void close();
    }

    NamedRows(Source source, Iterable<String> wanted) {
        this.source = source;
        this.wanted = ImmutableList.copyOf(wanted);
    }

    Source source() {
        return source;
    }

    @Override
    public List<String> header() {
        return wanted;
    }

    @Override
    public long headerLine() {
        return 1;
    }

    @Override
    public @Nullable RawRow next() {
        Named named = source.next();
        return named == null
                ? null
                : new RawRow(
                        named.line(),
                        wanted.stream()
                                .map(name -> named.values().getOrDefault(name, ""))
                                .toList());
    }

    @Override
    public void close() {
        source.close();
    }
}
