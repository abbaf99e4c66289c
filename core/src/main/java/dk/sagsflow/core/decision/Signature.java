package dk.sagsflow.core.decision;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Remark;
import dk.sagsflow.core.conversation.Channel;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import java.time.Instant;
import java.util.Optional;

/** What all events of one decision say alike of who, when and how. Immutable. */
record Signature(ActorId actor, Side side, Instant occurredAt, Instant recordedAt, Circumstances how) {
    EventHeader header(CaseNumber number, long sequence) {
        return EventHeader.builder()
                .caseNumber(number)
                .sequence(sequence)
                .actor(actor)
                .side(side)
                .occurredAt(occurredAt)
                .recordedAt(recordedAt)
                .channel(how.channel())
                .correlation(how.correlation())
                .build();
    }

    /** Of what brings a case in, at whatever time in the past that happened. */
    static Outcome<Signature> arriving(Act act, Side side) {
        return act.occurredAt().isAfter(act.now())
                ? Outcome.refused(new Refusal.OccurredInFuture(act.occurredAt(), act.now()))
                : Outcome.accepted(
                        new Signature(act.actor().id(), side, act.occurredAt(), act.now(), act.circumstances()));
    }

    /**
     * Of what happens to a case. Nothing is recorded before what is recorded already: if the clock is behind the case, it
     * gets the time of the latest event, and the outcome says so. What is reported late keeps its time, if nothing but
     * records of programs came after it.
     */
    static Outcome<Signature> of(Act act, Side side, SupportCase current) {
        Instant recordedAt = later(act.now(), current.changedAt());
        Optional<Instant> asked = act.circumstances().occurredAt();
        Optional<Refusal> refusal = asked.flatMap(when -> untimely(when, recordedAt, current));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Outcome<Signature> signature = Outcome.accepted(
                new Signature(act.actor().id(), side, asked.orElse(recordedAt), recordedAt, act.circumstances()));
        return recordedAt.isAfter(act.now())
                ? signature.remarking(new Remark.ClockBehind(act.now(), recordedAt))
                : signature;
    }

    private static Optional<Refusal> untimely(Instant asked, Instant recordedAt, SupportCase current) {
        if (asked.isAfter(recordedAt)) {
            return Optional.of(new Refusal.OccurredInFuture(asked, recordedAt));
        }
        return asked.isBefore(current.happenedUntil())
                ? Optional.of(new Refusal.OccurredTooEarly(asked, current.happenedUntil()))
                : Optional.empty();
    }

    /** Of the library's own doings on a case. */
    static Signature program(SupportCase current, Instant now) {
        Instant at = later(now, current.changedAt());
        return new Signature(Actor.sagsflow().id(), Side.PROGRAM, at, at, Circumstances.usual());
    }

    /**
     * Of what somebody brings about on another case than the one that is spoken of: it happens now. What it answers elsewhere
     * belongs to the one alone.
     */
    static Signature now(Act act, Side side, SupportCase current) {
        Instant at = later(act.now(), current.changedAt());
        return new Signature(
                act.actor().id(), side, at, at, by(act.circumstances().channel()));
    }

    /**
     * Of what follows for a case from an event of another: the organisation's word there, unless a program's. What its customer
     * did there is a program's doing here, since customers are not named in cases of others.
     */
    static Signature following(EventHeader cause, SupportCase current, Instant now) {
        if (cause.side() != Side.ORGANISATION) {
            return program(current, now);
        }
        Instant at = later(now, current.changedAt());
        return new Signature(cause.actor(), Side.ORGANISATION, at, at, by(cause.channel()));
    }

    private static Circumstances by(Channel channel) {
        return Circumstances.builder().channel(channel).build();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
