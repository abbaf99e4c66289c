package dk.sagsflow.examples.sagsflow.log.file;

import dk.sagsflow.parquet.ParquetRows;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file; they have no lines, so the header counts as the first, and each row as one more. */
final class ParquetLogRows implements LogRows {
    /** With which every such file begins and ends. */
    static final String MAGIC = "PAR1";

    private final Path name;
    private final ParquetRows rows;
    private final List<String> names;
    private final LongConsumer bytesRead;
    private final long size;
    private long line = 1;

    /**
     * The rows of a file.
     *
     * @param name what it is called
     * @param bytesRead is told the size when all is read: how much of it was needed until then nobody knows
     */
    ParquetLogRows(Path name, Path content, long size, LongConsumer bytesRead) {
        this.name = name;
        this.size = size;
        this.bytesRead = bytesRead;
        try {
            this.rows = ParquetRows.of(content);
            this.names = rows.header().stream().map(ValueText::composed).toList();
        } catch (UncheckedIOException broken) {
            throw unusable(broken);
        }
    }

    private UnusableInputException unusable(UncheckedIOException broken) {
        return new UnusableInputException(
                name, "not Parquet: " + OneLine.of(String.valueOf(broken.getMessage())), broken);
    }

    @Override
    public List<String> header() {
        return names;
    }

    @Override
    public long headerLine() {
        return 1;
    }

    @Override
    public @Nullable RawRow next() {
        try {
            Optional<List<String>> row = rows.next();
            if (row.isEmpty()) {
                bytesRead.accept(size);
                return null;
            }
            line++;
            return new RawRow(line, row.get());
        } catch (UncheckedIOException broken) {
            throw unusable(broken);
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
