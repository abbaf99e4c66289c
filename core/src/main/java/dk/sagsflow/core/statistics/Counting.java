package dk.sagsflow.core.statistics;

import java.util.Optional;
import org.HdrHistogram.PackedHistogram;

/** An amount that is being counted. Not thread-safe. */
final class Counting {
    private long count;
    private long seconds;
    private Optional<PackedHistogram> lengths = Optional.empty();

    void add(Fact fact) {
        count++;
        if (fact.length().isPresent()) {
            long length = fact.length().get().getSeconds();
            seconds += length;
            lengths().recordValue(length);
        }
    }

    /** Takes out what was added before. */
    void remove(Fact fact) {
        count--;
        if (fact.length().isPresent()) {
            long length = fact.length().get().getSeconds();
            seconds -= length;
            PackedHistogram one = Lengths.nothingRecorded();
            one.recordValue(length);
            lengths().subtract(one);
        }
    }

    boolean isNothing() {
        return count == 0;
    }

    Amount amount() {
        return new Amount(count, lengths.map(all -> new Lengths(all.copy(), seconds)).orElse(Lengths.none()));
    }

    void add(Amount amount) {
        count += amount.count();
        if (amount.lengths().count() > 0) {
            seconds += amount.lengths().total().getSeconds();
            amount.lengths().addTo(lengths());
        }
    }

    private PackedHistogram lengths() {
        PackedHistogram all = lengths.orElseGet(Lengths::nothingRecorded);
        lengths = Optional.of(all);
        return all;
    }
}
