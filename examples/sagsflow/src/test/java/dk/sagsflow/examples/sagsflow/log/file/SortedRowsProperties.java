package dk.sagsflow.examples.sagsflow.log.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Rows that do not fit in the memory that they are given. */
class SortedRowsProperties {
    private static final int A_ROW = 250;

    /** Rows that are there already. */
    private static final class Given implements LogRows {
        private final Iterator<RawRow> rows;

        Given(List<RawRow> rows) {
            this.rows = rows.iterator();
        }

        @Override
        public List<String> header() {
            return List.of("time", "case");
        }

        @Override
        public long headerLine() {
            return 1;
        }

        @Override
        public @Nullable RawRow next() {
            return rows.hasNext() ? rows.next() : null;
        }

        @Override
        public void close() {}
    }

    private static List<RawRow> rows(Random random, int count) {
        List<RawRow> rows = new ArrayList<>();
        for (int line = 2; line < count + 2; line++) {
            rows.add(new RawRow(line, List.of("æøå " + line, "C-" + random.nextInt(1 + count / 5))));
        }
        return rows;
    }

    private static List<RawRow> read(SortedRows sorted) {
        List<RawRow> read = new ArrayList<>();
        for (RawRow row = sorted.next(); row != null; row = sorted.next()) {
            read.add(row);
        }
        return read;
    }

    private static List<RawRow> inMemory(List<RawRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparing((RawRow row) -> row.fields().get(1))
                        .thenComparing(RawRow::line))
                .toList();
    }

    @Property(tries = 30)
    void are_sorted_on_disk_as_they_would_be_in_memory(
            @ForAll Random random,
            @ForAll @IntRange(max = 400) int count,
            @ForAll @IntRange(min = 1, max = 50) int inMemory,
            @ForAll @IntRange(min = 2, max = 5) int files) {
        List<RawRow> rows = rows(random, count);

        try (SortedRows sorted = new SortedRows(new Given(rows), 1, (long) inMemory * A_ROW, files)) {
            assertThat(sorted.files()).isLessThanOrEqualTo(files);
            assertThat(read(sorted)).isEqualTo(inMemory(rows));
        }
    }

    @Example
    void a_hundred_times_what_fits_is_joined_in_between() {
        List<RawRow> rows = rows(new Random(7), 2_000);

        try (SortedRows sorted = new SortedRows(new Given(rows), 1, 20 * A_ROW, 3)) {
            assertThat(sorted.files()).isBetween(1, 3);
            assertThat(read(sorted)).isEqualTo(inMemory(rows));
        }
    }
}
