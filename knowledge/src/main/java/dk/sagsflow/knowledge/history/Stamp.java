package dk.sagsflow.knowledge.history;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.organisation.ActorId;
import java.time.Instant;

/**
 * What every event of the knowledge base carries. Immutable.
 *
 * @param record what it is about
 * @param sequence its number among the events of the record, from 1
 * @param at when it was recorded
 * @param by who brought it about
 */
public record Stamp(RecordId record, long sequence, Instant at, ActorId by) {
    /** Refuses null, an instant out of bounds and a number before the first. */
    public Stamp {
        requireNonNull(record, "record");
        Bounds.instant("time of an event", at);
        requireNonNull(by, "by");
        checkArgument(sequence >= 1, "event of %s has number %s, not 1 or more", record, sequence);
    }

    /** Of the first event of a record that has as many as this already. */
    public static Stamp after(long version, RecordId record, Instant at, ActorId by) {
        return new Stamp(record, version + 1, at, by);
    }

    /** Of the event that follows in the same step. */
    public Stamp next() {
        return new Stamp(record, sequence + 1, at, by);
    }
}
