package dk.sagsflow.examples.sagsflow.log.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a text whose values stand apart by a delimiter, under a header. */
final class CsvRows implements LogRows {
    private final Path file;
    private final int skipped;
    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> names;
    private final long headerLine;
    private @Nullable CsvRecord last;

    private CsvRows(Path file, Delimiters.Found form, Reader text) {
        this.file = file;
        this.skipped = form.skipped();
        this.csv = CsvReader.builder()
                .fieldSeparator(form.delimiter())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text);
        this.records = csv.iterator();
        CsvRecord first = nextRecord();
        if (first == null) {
            throw new UnusableInputException(file, "line 1: no header; the file has no text");
        }
        this.names = first.getFields().stream().map(ValueText::composed).toList();
        this.headerLine = first.getStartingLineNumber();
    }

    static CsvRows of(Path file, Reader decoded, Optional<Character> delimiter) throws IOException {
        BufferedReader text = new BufferedReader(decoded, 1 << 16);
        try {
            return new CsvRows(file, Delimiters.of(text, delimiter), text);
        } catch (IOException broken) {
            throw new UnusableInputException(file, LogFile.describe(broken, 0), broken);
        }
    }

    @Override
    public List<String> header() {
        return names;
    }

    @Override
    public long headerLine() {
        return headerLine + skipped;
    }

    @Override
    public @Nullable RawRow next() {
        CsvRecord row = nextRecord();
        return row == null ? null : new RawRow(row.getStartingLineNumber() + skipped, row.getFields());
    }

    private @Nullable CsvRecord nextRecord() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            last = records.next();
            return last;
        } catch (UncheckedIOException | CsvParseException broken) {
            throw new UnusableInputException(file, problem(broken), broken);
        }
    }

    private String problem(RuntimeException broken) {
        Throwable cause = broken.getCause() == null ? broken : broken.getCause();
        if (cause instanceof IOException unreadable) {
            return LogFile.describe(unreadable, lastLine());
        }
        return "line " + (lastLine() + 1) + ": not CSV: " + OneLine.of(String.valueOf(cause.getMessage()));
    }

    /** The line on which the last whole row ends; 0 before the first. */
    private long lastLine() {
        if (last == null) {
            return 0;
        }
        long inside = last.getFields().stream()
                .flatMapToInt(String::chars)
                .filter(c -> c == '\n')
                .count();
        return last.getStartingLineNumber() + skipped + inside;
    }

    @Override
    public void close() {
        try {
            records.close();
            csv.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }
}
