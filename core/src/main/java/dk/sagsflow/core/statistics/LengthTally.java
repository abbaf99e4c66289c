package dk.sagsflow.core.statistics;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.time.Duration;

/** Lengths that are being counted. Not thread-safe. */
public final class LengthTally {
    private final Multiset<Long> kept = HashMultiset.create();
    private long seconds;

    /** Nothing counted yet. */
    public LengthTally() {}

    /** Counts one; what is less than a whole second is cut off. */
    public void add(Duration length) {
        seconds += length.toSeconds();
        kept.add(Lengths.kept(length.toSeconds()));
    }

    /** Counts what was counted elsewhere as well. */
    public void add(Lengths more) {
        seconds += more.total().toSeconds();
        more.addTo(kept);
    }

    /** What is counted so far. */
    public Lengths lengths() {
        return kept.isEmpty() ? Lengths.none() : new Lengths(kept, seconds);
    }
}
