package dk.sagsflow.core.sweep;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.FollowUp;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.organisation.ActorId;
import java.util.Optional;

/**
 * Something that a sweep puts on record, whatever the case has become since: it is no command, so nobody may issue it and
 * nothing refuses it. Immutable.
 */
public sealed interface SweepRecord {
    /** The event that says so. */
    CaseEvent event(EventHeader header);

    /**
     * A clock went past a threshold (R17).
     *
     * @param passed what was passed, and when
     * @param unheard whether somebody was to be told and nobody could be
     */
    record Threshold(PassedThreshold passed, boolean unheard) implements SweepRecord {
        /** Refuses null. */
        public Threshold {
            requireNonNull(passed, "passed");
        }

        @Override
        public CaseEvent event(EventHeader header) {
            return new CaseEvent.ThresholdPassed(header, passed, unheard);
        }
    }

    /**
     * Somebody was told of a limit, or of an absence (R17).
     *
     * @param to who
     * @param reason why, in words
     * @param occasion the id of the threshold on record, or of the absence
     */
    record Escalation(ActorId to, String reason, String occasion) implements SweepRecord {
        /** Refuses null. */
        public Escalation {
            requireNonNull(to, "to");
            requireNonNull(reason, "reason");
            requireNonNull(occasion, "occasion");
        }

        @Override
        public CaseEvent event(EventHeader header) {
            return new CaseEvent.Escalated(header, to, reason, Optional.of(occasion));
        }
    }

    /**
     * A threshold on record was not passed after all, as what was reported late shows.
     *
     * @param threshold the id of the threshold on record
     */
    record Retracted(String threshold) implements SweepRecord {
        /** Refuses null. */
        public Retracted {
            requireNonNull(threshold, "threshold");
        }

        @Override
        public CaseEvent event(EventHeader header) {
            return new CaseEvent.ThresholdRetracted(header, threshold);
        }
    }

    /**
     * A follow-up rule came due (R14, R20).
     *
     * @param followUp which rule, when it came due, and who is told
     */
    record RuleDue(FollowUp followUp) implements SweepRecord {
        /** Refuses null. */
        public RuleDue {
            requireNonNull(followUp, "followUp");
        }

        @Override
        public CaseEvent event(EventHeader header) {
            return new CaseEvent.FollowedUp(header, followUp);
        }
    }

    /**
     * Cases that belong to a major incident were told what it had for them.
     *
     * @param said the sequence number of the event of the major incident that they were told of
     * @param upTo the last case, in order of registration, that was told; empty if all were
     */
    record ChildrenTold(long said, Optional<CaseNumber> upTo) implements SweepRecord {
        /** Refuses null. */
        public ChildrenTold {
            requireNonNull(upTo, "upTo");
        }

        @Override
        public CaseEvent event(EventHeader header) {
            return new CaseEvent.ChildrenTold(header, said, upTo);
        }
    }

    /** Somebody whose case it is not was forgotten, and what stood in it of that person is gone. */
    record Forgotten() implements SweepRecord {
        @Override
        public CaseEvent event(EventHeader header) {
            return new CaseEvent.PersonForgotten(header);
        }
    }

    /**
     * A sweep could not handle the case, and leaves it alone from then on.
     *
     * @param reason what went wrong, not blank
     */
    record LeftAlone(String reason) implements SweepRecord {
        /** Refuses a blank reason. */
        public LeftAlone {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a case is set aside without a reason; say what went wrong");
            }
        }

        @Override
        public CaseEvent event(EventHeader header) {
            return new CaseEvent.SetAside(header, reason);
        }
    }
}
