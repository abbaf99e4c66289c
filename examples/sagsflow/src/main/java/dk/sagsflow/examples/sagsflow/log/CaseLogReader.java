package dk.sagsflow.examples.sagsflow.log;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of a helpdesk, one case at a time: CSV with a header, plain or gzip, the rows of a case next to each
 * other. Memory holds the rows of one case and the ids of all, whatever the number of rows. Immutable; one reader may
 * read several files at the same time.
 */
public final class CaseLogReader {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final LogMapping mapping;

    public CaseLogReader(LogMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Reads a whole log. The consumers are called on the calling thread; what they throw ends the reading. A case comes
     * when its last row is known, so after the rejected rows in its midst. A case with no usable row does not come.
     *
     * @param cases takes each case with its usable rows, in the order of the log
     * @param rejected takes each row that cannot be used, in the order of the log
     * @param bytesRead takes the bytes read from the file so far (compressed ones, if it is gzip), now and then
     * @throws UnusableInputException with one line, place included, if the file cannot be read to its end; the cases
     *     before that place have come by then
     */
    public void read(Path file, Consumer<LoggedCase> cases, Consumer<RejectedRow> rejected, LongConsumer bytesRead) {
        if (Files.isDirectory(file)) {
            throw new UnusableInputException(file, "is a directory, a log file is needed");
        }
        try (InputStream raw = Files.newInputStream(file);
                InputStream counted = new CountingStream(raw, bytesRead)) {
            readStream(file, new BufferedInputStream(counted, BUFFER), cases, rejected);
        } catch (NoSuchFileException missing) {
            throw new UnusableInputException(file, "no such file", missing);
        } catch (IOException unreadable) {
            throw new UnusableInputException(file, "cannot be read: " + unreadable, unreadable);
        }
    }

    private void readStream(Path file, InputStream in, Consumer<LoggedCase> cases, Consumer<RejectedRow> rejected)
            throws IOException {
        if (firstBytes(in)[0] < 0) {
            throw new UnusableInputException(file, "the file is empty, 0 bytes");
        }
        InputStream content = unpacked(file, in);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(mapping.delimiter())
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(new DecodingReader(content, mapping.encoding()));
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            readRecords(new Lines(file, records), cases, rejected);
        }
    }

    private void readRecords(Lines lines, Consumer<LoggedCase> cases, Consumer<RejectedRow> rejected) {
        CsvRecord header = lines.next();
        if (header == null) {
            throw new UnusableInputException(lines.file, "line 1: no header; the file has no text");
        }
        RowReader rows = new RowReader(mapping, Header.of(lines.file, header, mapping));
        CaseBlocks blocks = new CaseBlocks(rows, cases, rejected);
        for (CsvRecord row = lines.next(); row != null; row = lines.next()) {
            blocks.add(row);
        }
        blocks.end();
    }

    private static InputStream unpacked(Path file, InputStream in) throws IOException {
        int[] first = firstBytes(in);
        if (first[0] != GZIP_FIRST || first[1] != GZIP_SECOND) {
            return in;
        }
        try {
            return new GZIPInputStream(in, BUFFER);
        } catch (EOFException | ZipException broken) {
            throw new UnusableInputException(file, describe(broken, 0), broken);
        }
    }

    private static int[] firstBytes(InputStream in) throws IOException {
        in.mark(2);
        int[] first = {in.read(), in.read()};
        in.reset();
        return first;
    }

    private static String describe(IOException broken, long lastLine) {
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

    /** The records of a file, whose failures become one-line messages. */
    private static final class Lines {

        private final Path file;
        private final CloseableIterator<CsvRecord> records;
        private @Nullable CsvRecord last;

        Lines(Path file, CloseableIterator<CsvRecord> records) {
            this.file = file;
            this.records = records;
        }

        @Nullable CsvRecord next() {
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
                return describe(unreadable, lastLine());
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
            return last.getStartingLineNumber() + inside;
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

    /** Where the mapped columns stand in the rows of one file; -1 for a column that is not mapped. */
    record Header(
            int width,
            int caseId,
            int time,
            int group,
            int actor,
            ImmutableList<Integer> status,
            int impact,
            int priority,
            int system,
            int registered,
            int verdict) {

        static Header of(Path file, CsvRecord header, LogMapping mapping) {
            List<String> names = header.getFields();
            LogMapping.Columns columns = mapping.columns();
            Place place = new Place(file, header.getStartingLineNumber(), names);
            return new Header(
                    names.size(),
                    place.of(columns.caseId()),
                    place.of(columns.time()),
                    place.of(columns.group()),
                    place.of(columns.actor()),
                    columns.status().stream().map(place::of).collect(ImmutableList.toImmutableList()),
                    place.of(columns.impact()),
                    place.of(columns.priority()),
                    place.of(columns.system()),
                    place.of(columns.ofCase().registered()),
                    place.of(columns.ofCase().verdict()));
        }

        private record Place(Path file, long line, List<String> names) {

            int of(String column) {
                int at = names.indexOf(column);
                if (at < 0) {
                    throw unusable(column, "is not in the header; it has: " + OneLine.of(String.join(", ", names)));
                }
                if (names.lastIndexOf(column) != at) {
                    throw unusable(column, "is in the header more than once");
                }
                return at;
            }

            int of(Optional<String> column) {
                return column.isPresent() ? of(column.get()) : -1;
            }

            private UnusableInputException unusable(String column, String problem) {
                return new UnusableInputException(
                        file, "line " + line + ": column " + OneLine.quoted(column) + " " + problem);
            }
        }
    }
}
