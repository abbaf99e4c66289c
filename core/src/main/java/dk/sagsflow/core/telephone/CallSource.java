package dk.sagsflow.core.telephone;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * Where calls come from: a telephone system, or its archive. A host implements it; whoever counts calls asks it, on the thread
 * that counts. What it throws ends the counting.
 */
public interface CallSource {
    /**
     * Gives each call that arrived in this time once, in whatever order.
     *
     * @param from inclusive
     * @param to exclusive
     */
    void calls(Instant from, Instant to, Consumer<CallRecord> taker);
}
