package dk.sagsflow.core.statistics;

import com.google.common.collect.TreeMultiset;
import java.time.Duration;

/** Lengths that are being counted. Not thread-safe. */
public final class LengthTally {
    private final TreeMultiset<Long> kept = TreeMultiset.create();
    private long seconds;

    /** Nothing counted yet. */
    public LengthTally() {}

    /** Counts one; what is less than a whole second is cut off. */
    public void add(Duration length) {
        seconds += length.toSeconds();
        kept.add(Lengths.kept(length.toSeconds()));
    }

    /** What is counted so far. */
    public Lengths lengths() {
        return kept.isEmpty() ? Lengths.none() : new Lengths(kept, seconds);
    }
}
