package dk.sagsflow.core.statistics;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;

/** An amount that is being counted. Not thread-safe. */
final class Counting {
    private final Multiset<Long> lengths = HashMultiset.create();
    private long count;
    private long seconds;

    void add(Fact fact) {
        count++;
        fact.length().ifPresent(length -> {
            seconds += length.toSeconds();
            lengths.add(Lengths.kept(length.toSeconds()));
        });
    }

    /** Takes out what was added before. */
    void remove(Fact fact) {
        count--;
        fact.length().ifPresent(length -> {
            seconds -= length.toSeconds();
            lengths.remove(Lengths.kept(length.toSeconds()));
        });
    }

    void add(Amount amount) {
        count += amount.count();
        seconds += amount.lengths().total().toSeconds();
        amount.lengths().addTo(lengths);
    }

    boolean isNothing() {
        return count == 0;
    }

    Amount amount() {
        return new Amount(count, lengths.isEmpty() ? Lengths.none() : new Lengths(lengths, seconds));
    }
}
