package dk.sagsflow.examples.sagsflow.log;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.examples.sagsflow.log.file.LogFile;
import dk.sagsflow.examples.sagsflow.log.file.LogRows;
import dk.sagsflow.examples.sagsflow.log.file.NamedRows;
import dk.sagsflow.examples.sagsflow.log.file.RawRow;
import dk.sagsflow.examples.sagsflow.log.file.SortedRows;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.examples.sagsflow.log.mapping.Column;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Reads the log of a helpdesk, one case at a time: text with a header, JSON or XES, plain or gzip, its rows in any order.
 * Memory holds the rows of one case, the hashes of at most a million, and rows of some 24 MB while they are sorted, whatever
 * the number of rows. Immutable; one reader may read several files at the same time.
 */
public final class CaseLogReader {
    private final LogMapping mapping;

    /** A reader of logs of this kind. */
    public CaseLogReader(LogMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Looks a log through.
     *
     * @param bytesRead takes the bytes read from the file so far (compressed ones, if it is gzip), now and then
     * @throws UnusableInputException with one line, place included, if the file cannot be read to its end
     */
    public LogSurvey survey(LogFile file, LongConsumer bytesRead) {
        try (LogRows rows = file.open(mapping.format(), mapping.columnsAskedFor(), bytesRead)) {
            Surveying surveying = new Surveying(mapping, Header.of(file.name(), rows, mapping));
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                surveying.add(row);
            }
            return surveying.survey(ImmutableList.copyOf(rows.header()), rows instanceof NamedRows);
        }
    }

    /**
     * Reads a whole log that was looked through. The consumers are called on the calling thread; what they throw ends the
     * reading. A case comes when its last row is known, after the rejected rows of it. A case with no usable row does not
     * come.
     *
     * @param cases takes each case with its usable rows, in the order of the log if its cases stand together, else by id
     * @param rejected takes each row that cannot be used
     * @param bytesRead takes the bytes read from the file so far (compressed ones, if it is gzip), now and then
     */
    public void read(
            LogFile file,
            LogSurvey survey,
            Consumer<LoggedCase> cases,
            Consumer<RejectedRow> rejected,
            LongConsumer bytesRead) {
        try (LogRows asTheyCome = file.open(mapping.format(), mapping.columnsAskedFor(), bytesRead)) {
            Header header = Header.of(file.name(), asTheyCome, mapping);
            CaseBlocks blocks = new CaseBlocks(new RowReader(mapping, header), cases, rejected);
            if (survey.together()) {
                addAll(asTheyCome, blocks);
            } else {
                try (LogRows sorted = new SortedRows(asTheyCome, header.at(Column.CASE))) {
                    addAll(sorted, blocks);
                }
            }
        }
    }

    private static void addAll(LogRows rows, CaseBlocks blocks) {
        for (RawRow row = rows.next(); row != null; row = rows.next()) {
            blocks.add(row);
        }
        blocks.end();
    }

    /** Looks a log through, and reads it. */
    public void read(Path file, Consumer<LoggedCase> cases, Consumer<RejectedRow> rejected, LongConsumer bytesRead) {
        try (LogFile log = LogFile.of(file)) {
            read(log, survey(log, bytes -> {}), cases, rejected, bytesRead);
        }
    }
}
