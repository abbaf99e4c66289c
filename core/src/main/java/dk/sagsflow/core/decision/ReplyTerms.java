package dk.sagsflow.core.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * What a word of the customer makes of a case that is over, answered or closed. A pure function; called on the thread of the
 * command.
 */
public interface ReplyTerms {
    /** Whether a word that comes in time reopens the case; otherwise it counts as thanks, and people are told of it; on a duplicate it is an objection, which always does. */
    boolean reopens();

    /**
     * Until when a word is in time.
     *
     * @param over when the case was answered, or closed by people, whichever came last
     * @return the last instant, inclusive; empty if any time is
     */
    Optional<Instant> lastAfter(Instant over);

    /** Every word reopens the case, whenever it comes. */
    static ReplyTerms always() {
        return new ReplyTerms() {
            @Override
            public boolean reopens() {
                return true;
            }

            @Override
            public Optional<Instant> lastAfter(Instant over) {
                return Optional.empty();
            }
        };
    }
}
