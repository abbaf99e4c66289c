package dk.sagsflow.examples.sagsflow.log;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.RawRow;
import dk.sagsflow.examples.sagsflow.log.mapping.Column;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks a log through once, and keeps the hashes of at most a million cases. Not thread-safe. */
final class Surveying {
    /** Of more cases it is not known whether their rows stand together, so they are sorted. */
    private static final int MOST_CASES = 1_000_000;

    /** Enough for every list of categories; where more stand, people write what they like. */
    private static final int MOST_CATEGORIES = 1_000;

    private final LogMapping mapping;
    private final Header header;
    private final Projection projection;
    private final Hashes seen = new Hashes();
    private final BitSet named = new BitSet();
    private String current = "";
    private Optional<Instant> end = Optional.empty();
    private boolean together = true;
    private final Set<String> categories = new TreeSet<>();
    private boolean manyCategories;
    private final DateOrder dates;
    private final SkippedTimes skipped;
    private long rows;

    Surveying(LogMapping mapping, Header header) {
        this.mapping = mapping;
        this.header = header;
        this.projection = new Projection(mapping, header);
        this.dates = new DateOrder(mapping.time());
        this.skipped = new SkippedTimes(mapping.time());
    }

    void add(RawRow row) {
        rows++;
        if (row.fields().size() != header.width()) {
            return;
        }
        addNames(row);
        projection.value(row, header.at(Column.CASE)).ifPresent(this::addCase);
        projection.value(row, header.at(Column.CATEGORY)).ifPresent(this::addCategory);
        if (header.moments().isEmpty()) {
            addTime(row, header.at(Column.TIME));
        } else {
            header.moments().forEach(column -> addTime(row, column));
        }
    }

    private void addCategory(String category) {
        if (categories.size() < MOST_CATEGORIES) {
            categories.add(category);
        } else {
            manyCategories |= !categories.contains(category);
        }
    }

    private void addNames(RawRow row) {
        for (int column = 0; column < header.width(); column++) {
            if (!row.fields().get(column).isEmpty()) {
                named.set(column);
            }
        }
    }

    private void addCase(String id) {
        if (!id.equals(current)) {
            current = id;
            together &= seen.add(id);
            dates.nextCase();
        }
    }

    private void addTime(RawRow row, int column) {
        Optional<String> text = projection.value(row, column);
        Optional<Instant> at = text.flatMap(mapping.time()::parse).filter(Surveying::known);
        if (text.isEmpty() || at.isEmpty()) {
            return;
        }
        skipped.add(text.get(), at.get());
        if (end.isEmpty() || at.get().isAfter(end.get())) {
            end = at;
        }
        if (mapping.time().confusable()) {
            dates.add(at.get());
        }
    }

    private static boolean known(Instant at) {
        return !at.isBefore(Bounds.EARLIEST) && at.isBefore(Bounds.END);
    }

    /**
     * What was found.
     *
     * @param columnsNameThemselves whether a column is there only if a row has it
     */
    LogSurvey survey(ImmutableList<String> columns, boolean columnsNameThemselves) {
        ImmutableList.Builder<String> remarks = ImmutableList.builder();
        dates.remark().ifPresent(remarks::add);
        skipped.remark().ifPresent(remarks::add);
        for (int column = 0; columnsNameThemselves && column < columns.size(); column++) {
            if (!named.get(column) && rows > 0) {
                remarks.add("no row has " + OneLine.quoted(columns.get(column)));
            }
        }
        if (manyCategories) {
            remarks.add("there are more than 1,000 categories: those that came later are not told apart");
        }
        return new LogSurvey(
                rows, end, together && seen.size() <= MOST_CASES, ImmutableSet.copyOf(categories), remarks.build());
    }

    /** Whether something was there before, by its hash: two that are alike are taken for one, which is no harm. */
    private static final class Hashes {
        private static final HashFunction HASH = Hashing.murmur3_128();
        private long[] table = new long[1 << 10];
        private int size;

        int size() {
            return size;
        }

        /** Whether it is new; after too many, everything is. */
        boolean add(String text) {
            if (size > MOST_CASES) {
                return true;
            }
            if (size * 2 >= table.length) {
                grow();
            }
            return put(table, Math.max(1, HASH.hashUnencodedChars(text).asLong() & Long.MAX_VALUE)) && ++size > 0;
        }

        private void grow() {
            long[] larger = new long[table.length * 2];
            for (long hash : table) {
                if (hash != 0) {
                    Preconditions.checkState(put(larger, hash));
                }
            }
            table = larger;
        }

        private static boolean put(long[] table, long hash) {
            int at = (int) hash & (table.length - 1);
            while (table[at] != 0) {
                if (table[at] == hash) {
                    return false;
                }
                at = (at + 1) & (table.length - 1);
            }
            table[at] = hash;
            return true;
        }
    }
}
