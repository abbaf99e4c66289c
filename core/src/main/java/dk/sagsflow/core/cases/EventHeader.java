package dk.sagsflow.core.cases;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.conversation.Channel;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every event of a case says: which case, which in order, who and on which side, when, and by which channel. Both
 * times are kept to the microsecond. Immutable.
 *
 * @param caseNumber the case
 * @param sequence 1 for the first event of the case, then one more each, in the order in which they were recorded
 * @param actor who did it
 * @param side on which side of the counter the actor did it
 * @param occurredAt when it happened, which is what clocks read; never after it was recorded
 * @param recordedAt when it reached the case
 * @param channel by which way it reached the case
 * @param correlation what it answers elsewhere: a request key, the id of a mail or of a remote case
 */
public record EventHeader(
        CaseNumber caseNumber,
        long sequence,
        ActorId actor,
        Side side,
        Instant occurredAt,
        Instant recordedAt,
        Channel channel,
        Optional<String> correlation) {
    /** Refuses null, a sequence number below 1, and what happened after it was recorded. */
    public EventHeader {
        requireNonNull(caseNumber, "caseNumber");
        requireNonNull(actor, "actor");
        requireNonNull(side, "side");
        requireNonNull(occurredAt, "occurredAt");
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(channel, "channel");
        requireNonNull(correlation, "correlation");
        checkArgument(sequence >= 1, "sequence of an event of case %s is %s, not 1 or more", caseNumber, sequence);
        occurredAt = Microseconds.kept(Bounds.instant("time of an event", occurredAt));
        recordedAt = Microseconds.kept(Bounds.instant("time at which an event is recorded", recordedAt));
        checkArgument(
                !occurredAt.isAfter(recordedAt),
                "event %s of case %s happened at %s, after it was recorded at %s",
                sequence,
                caseNumber,
                occurredAt,
                recordedAt);
    }

    /** The header of what reached the case by the helpdesk as it happened. */
    public static EventHeader of(CaseNumber caseNumber, long sequence, Instant at, ActorId actor, Side side) {
        return new EventHeader(caseNumber, sequence, actor, side, at, at, Channel.HELPDESK, Optional.empty());
    }

    /** A builder; case, sequence, actor, side and when it occurred are required. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that begins with all of this. */
    public Builder toBuilder() {
        return new Builder()
                .caseNumber(caseNumber)
                .sequence(sequence)
                .actor(actor)
                .side(side)
                .occurredAt(occurredAt)
                .recordedAt(recordedAt)
                .channel(channel)
                .correlation(correlation);
    }

    /** Builds headers. Not thread-safe. */
    public static final class Builder {
        private @Nullable CaseNumber caseNumber;
        private long sequence;
        private @Nullable ActorId actor;
        private @Nullable Side side;
        private @Nullable Instant occurredAt;
        private @Nullable Instant recordedAt;
        private Channel channel = Channel.HELPDESK;
        private Optional<String> correlation = Optional.empty();

        private Builder() {}

        /** The case. */
        @CanIgnoreReturnValue
        public Builder caseNumber(CaseNumber value) {
            caseNumber = requireNonNull(value, "caseNumber");
            return this;
        }

        /** Which in order, from 1. */
        @CanIgnoreReturnValue
        public Builder sequence(long value) {
            sequence = value;
            return this;
        }

        /** Who did it. */
        @CanIgnoreReturnValue
        public Builder actor(ActorId value) {
            actor = requireNonNull(value, "actor");
            return this;
        }

        /** On which side of the counter. */
        @CanIgnoreReturnValue
        public Builder side(Side value) {
            side = requireNonNull(value, "side");
            return this;
        }

        /** When it happened. */
        @CanIgnoreReturnValue
        public Builder occurredAt(Instant value) {
            occurredAt = requireNonNull(value, "occurredAt");
            return this;
        }

        /** When it reached the case; as it happened unless said otherwise. */
        @CanIgnoreReturnValue
        public Builder recordedAt(Instant value) {
            recordedAt = requireNonNull(value, "recordedAt");
            return this;
        }

        /** By which way; the helpdesk unless said otherwise. */
        @CanIgnoreReturnValue
        public Builder channel(Channel value) {
            channel = requireNonNull(value, "channel");
            return this;
        }

        /** What it answers elsewhere. */
        @CanIgnoreReturnValue
        public Builder correlation(String value) {
            correlation = Optional.of(requireNonNull(value, "correlation"));
            return this;
        }

        /** What it answers elsewhere, if anything. */
        @CanIgnoreReturnValue
        public Builder correlation(Optional<String> value) {
            correlation = requireNonNull(value, "correlation");
            return this;
        }

        /**
         * The header.
         *
         * @throws IllegalStateException if a part is missing
         */
        public EventHeader build() {
            Instant occurred = given("occurredAt", occurredAt);
            return new EventHeader(
                    given("caseNumber", caseNumber),
                    sequence,
                    given("actor", actor),
                    given("side", side),
                    occurred,
                    recordedAt == null ? occurred : recordedAt,
                    channel,
                    correlation);
        }

        private static <T> T given(String part, @Nullable T value) {
            checkState(value != null, "%s of an event's header is missing", part);
            return value;
        }
    }
}
