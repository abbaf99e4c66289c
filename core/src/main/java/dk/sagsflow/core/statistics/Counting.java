package dk.sagsflow.core.statistics;

/** An amount that is being counted. Not thread-safe. */
final class Counting {
    private final LengthTally lengths = new LengthTally();
    private long count;

    void add(Fact fact) {
        count++;
        fact.length().ifPresent(lengths::add);
    }

    /** Takes out what was added before. */
    void remove(Fact fact) {
        fact.length().ifPresent(lengths::remove);
        count--;
    }

    void add(Amount amount) {
        count += amount.count();
        lengths.add(amount.lengths());
    }

    boolean isNothing() {
        return count == 0;
    }

    Amount amount() {
        return new Amount(count, lengths.lengths());
    }
}
