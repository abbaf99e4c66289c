package dk.sagsflow.examples.sagsflow.log.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a log put together by case, in the order of the file within each. Sorts on disk: memory holds rows of about
 * 24 MB, and a buffer for each of at most 64 files.
 */
public final class SortedRows implements LogRows {
    private static final long MOST_BYTES = 24L << 20;
    private static final int MOST_FILES = 64;
    private static final int ROW_BYTES = 80;
    private static final int FIELD_BYTES = 56;
    private static final int BUFFER = 1 << 15;

    private final LogRows unsorted;
    private final int caseColumn;
    private final long mostBytes;
    private final int mostFiles;
    private final List<Path> parts = new ArrayList<>();
    private final Comparator<RawRow> order;
    private final Merge merged;

    /**
     * Reads them all.
     *
     * @param caseColumn where their case stands; rows that are too short for it come first
     */
    public SortedRows(LogRows unsorted, int caseColumn) {
        this(unsorted, caseColumn, MOST_BYTES, MOST_FILES);
    }

    /** With so much in memory and so many files at once. */
    SortedRows(LogRows unsorted, int caseColumn, long mostBytes, int mostFiles) {
        this.unsorted = unsorted;
        this.caseColumn = caseColumn;
        this.mostBytes = mostBytes;
        this.mostFiles = mostFiles;
        this.order = Comparator.comparing(this::caseOf).thenComparingLong(RawRow::line);
        try {
            merged = new Merge(spill());
        } catch (IOException full) {
            unsorted.close();
            throw new UncheckedIOException("the log cannot be sorted on disk: " + full.getMessage(), full);
        }
    }

    private String caseOf(RawRow row) {
        return row.fields().size() > caseColumn ? ValueText.of(row.fields().get(caseColumn)) : "";
    }

    /** Writes sorted parts; the last may stay in memory. */
    private List<RawRow> spill() throws IOException {
        List<RawRow> held = new ArrayList<>();
        long bytes = 0;
        for (RawRow row = unsorted.next(); row != null; row = unsorted.next()) {
            held.add(row);
            bytes += ROW_BYTES + sum(row.fields(), field -> FIELD_BYTES + field.length());
            if (bytes > mostBytes) {
                writePart(held);
                bytes = 0;
            }
        }
        held.sort(order);
        return held;
    }

    private void writePart(List<RawRow> held) throws IOException {
        held.sort(order);
        write(new InMemory(held));
        held.clear();
        joinParts();
    }

    private static long sum(List<String> fields, ToIntFunction<String> size) {
        long sum = 0;
        for (String field : fields) {
            sum += size.applyAsInt(field);
        }
        return sum;
    }

    private void joinParts() throws IOException {
        if (parts.size() == mostFiles) {
            List<Path> joined = new ArrayList<>(parts);
            try (Merge all = new Merge(List.of())) {
                parts.clear();
                write(all);
            }
            for (Path part : joined) {
                Files.delete(part);
            }
        }
    }

    private void write(Run rows) throws IOException {
        Path part = Files.createTempFile("sagsflow-", ".rows");
        part.toFile().deleteOnExit();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), BUFFER))) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                write(row, out);
            }
            out.writeLong(-1);
        }
        parts.add(part);
    }

    private static void write(RawRow row, DataOutputStream out) throws IOException {
        out.writeLong(row.line());
        out.writeInt(row.fields().size());
        for (String field : row.fields()) {
            byte[] text = field.getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }

    /** How many files the rows are in now. */
    int files() {
        return parts.size();
    }

    @Override
    public List<String> header() {
        return unsorted.header();
    }

    @Override
    public long headerLine() {
        return unsorted.headerLine();
    }

    @Override
    public @Nullable RawRow next() {
        return merged.next();
    }

    @Override
    public void close() {
        unsorted.close();
        try {
            merged.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
        for (Path part : parts) {
            if (!part.toFile().delete()) {
                part.toFile().deleteOnExit();
            }
        }
    }

    /** Sorted rows from one place. */
    private interface Run {
        @Nullable RawRow next();
    }

    /** The first of a run, and where more come from. */
    private record Head(RawRow row, Run rest) {}

    /** Rows of a list. */
    private static final class InMemory implements Run {
        private final List<RawRow> rows;
        private int at;

        InMemory(List<RawRow> rows) {
            this.rows = rows;
        }

        @Override
        public @Nullable RawRow next() {
            return at < rows.size() ? rows.get(at++) : null;
        }
    }

    /** Sorted rows from several places, the first of all next. */
    private final class Merge implements Run, AutoCloseable {
        private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::row, order));
        private final List<DataInputStream> opened = new ArrayList<>();

        Merge(List<RawRow> held) throws IOException {
            push(new InMemory(held));
            for (Path part : parts) {
                DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(part), BUFFER));
                opened.add(in);
                push(() -> read(in));
            }
        }

        private void push(Run run) {
            RawRow first = run.next();
            if (first != null) {
                heads.add(new Head(first, run));
            }
        }

        private static @Nullable RawRow read(DataInputStream in) {
            try {
                long line = in.readLong();
                if (line < 0) {
                    return null;
                }
                int size = in.readInt();
                List<String> fields = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    fields.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
                }
                return new RawRow(line, fields);
            } catch (IOException lost) {
                throw new UncheckedIOException("a part of the sorted log is gone: " + lost.getMessage(), lost);
            }
        }

        @Override
        public @Nullable RawRow next() {
            Head first = heads.poll();
            if (first == null) {
                return null;
            }
            push(first.rest());
            return first.row();
        }

        @Override
        public void close() throws IOException {
            for (DataInputStream in : opened) {
                in.close();
            }
        }
    }
}
