package dk.sagsflow.routing.due;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.routing.escalation.Reach;
import dk.sagsflow.routing.handover.NextTier;
import dk.sagsflow.sla.agreement.ThresholdAction;
import java.time.Instant;
import java.util.Optional;

/** What the actions of a passed threshold ask for beyond telling groups (R17). */
final class Escalations {
    private final NextTier nextTier;
    private final Reach reach;

    Escalations(NextTier nextTier, Reach reach) {
        this.nextTier = requireNonNull(nextTier, "nextTier");
        this.reach = requireNonNull(reach, "reach");
    }

    /**
     * One escalation.
     *
     * @param handOver what is to be done, if it can be
     * @param tellsSomebody whether somebody is to be told else
     * @param person who can be; empty if nobody
     */
    record Step(Optional<CaseCommand> handOver, boolean tellsSomebody, Optional<ActorId> person) {
        static Step told(Optional<ActorId> person) {
            return new Step(Optional.empty(), true, person);
        }
    }

    /** What a threshold asks for, of a case as it stands. */
    ImmutableList<Step> of(Thresholds.Unrecorded unrecorded, SupportCase current, Instant now) {
        if (unrecorded.over(current)) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Step> all = ImmutableList.builder();
        for (ThresholdAction action : unrecorded.passing().threshold().actions()) {
            step(action, unrecorded, current, now).ifPresent(all::add);
        }
        ImmutableList<Step> steps = all.build();
        PassedThreshold passed = unrecorded.record(current);
        boolean nobodyReads = !passed.told().isEmpty() && passed.told().stream().noneMatch(reach::reads);
        return steps.isEmpty() && nobodyReads
                ? ImmutableList.of(Step.told(reach.toLead(unrecorded.late(current), current, now)))
                : steps;
    }

    /** A later threshold of the clock says whom to tell, but a case that was to go on still goes on, as it would have in time. */
    private Optional<Step> step(
            ThresholdAction action, Thresholds.Unrecorded unrecorded, SupportCase current, Instant now) {
        boolean superseded = unrecorded.passing().superseded();
        if (action instanceof ThresholdAction.EscalateFunctionally) {
            return upward(unrecorded, current, now);
        } else if (superseded) {
            return Optional.empty();
        }
        Optional<Station> late = unrecorded.late(current);
        if (action instanceof ThresholdAction.EscalateToLead) {
            return Optional.of(Step.told(reach.toLead(late, current, now)));
        }
        return action instanceof ThresholdAction.EscalateTo person
                ? Optional.of(Step.told(reach.to(person.actor(), late, current, now)))
                : Optional.empty();
    }

    /**
     * A limit moves a case on from those who promised it, if they still have it; so one that moved on by itself, or by another
     * limit, is not moved again, whenever the sweep comes. If others have it already, the lead is told.
     */
    private Optional<Step> upward(Thresholds.Unrecorded unrecorded, SupportCase current, Instant now) {
        boolean superseded = unrecorded.passing().superseded();
        if (!unrecorded.atThoseWhoPromised()) {
            return superseded
                    ? Optional.empty()
                    : Optional.of(Step.told(reach.toLead(unrecorded.late(current), current, now)));
        }
        if (!unrecorded.stillThere(current)) {
            return Optional.empty();
        }
        Optional<ActorId> lead = reach.toLead(unrecorded.late(current), current, now);
        Optional<GroupId> taker = unrecorded.workedOn().flatMap(then -> taker(then, current));
        return Optional.of(new Step(
                taker.map(to ->
                        new CaseCommand.HandOver(to, reason(unrecorded.passing().id()))),
                !superseded || taker.isPresent() || unrecorded.onHold(),
                lead));
    }

    /** What stood in the way when the limit was passed is the lead's to decide about, even if the sweep comes after it. */
    private Optional<GroupId> taker(SupportCase then, SupportCase current) {
        return then.working()
                .filter(from -> nextTier.taker(from, then).isPresent())
                .flatMap(from -> nextTier.taker(from, current));
    }

    /** Who can be told now of a limit that nobody could be told of before. */
    Optional<ActorId> now(PassedThreshold unheard, ImmutableList<ActorId> named, SupportCase current, Instant now) {
        return named.stream()
                .flatMap(person -> reach.to(person, unheard.station(), current, now).stream())
                .findFirst()
                .or(() -> reach.toLead(unheard.station(), current, now));
    }

    static String reason(String threshold) {
        return "threshold " + threshold + " passed";
    }
}
