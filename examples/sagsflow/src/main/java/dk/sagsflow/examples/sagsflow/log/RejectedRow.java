package dk.sagsflow.examples.sagsflow.log;

import java.time.Instant;
import java.util.Optional;

/**
 * A row that the replay goes without. Immutable.
 *
 * @param line the line on which the row starts; the header is line 1
 * @param reason why, in one line
 * @param at when it was, where that can be read
 */
public record RejectedRow(long line, String reason, Optional<Instant> at) {
    /** A row of which no time is known. */
    public RejectedRow(long line, String reason) {
        this(line, reason, Optional.empty());
    }
}
