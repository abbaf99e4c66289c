package dk.sagsflow.core.statistics;

import java.time.Duration;

/** Lengths that are being counted. Not thread-safe. */
public final class LengthTally {
    private final SortedCounts kept = new SortedCounts();
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

    /**
     * Takes one out that was added before.
     *
     * @throws IllegalStateException if none so long was
     */
    void remove(Duration length) {
        kept.remove(Lengths.kept(length.toSeconds()));
        seconds -= length.toSeconds();
    }

    /** What is counted so far. */
    public Lengths lengths() {
        return Lengths.of(kept, seconds);
    }
}
