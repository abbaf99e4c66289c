package dk.sagsflow.routing.due;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.handover.NextTier;
import dk.sagsflow.sla.agreement.ThresholdAction;
import java.util.Optional;
import java.util.stream.Stream;

/** What the actions of a passed threshold ask for beyond telling groups (R17). */
public final class Escalations {
    private final SupportOrganisation organisation;
    private final NextTier nextTier;

    public Escalations(SupportOrganisation organisation, NextTier nextTier) {
        this.organisation = organisation;
        this.nextTier = nextTier;
    }

    /**
     * One escalation.
     *
     * @param first what is to be done, if it can be
     * @param otherwise what is to be done else
     */
    public record Step(Optional<CaseCommand> first, Optional<CaseCommand> otherwise) {
        public ImmutableList<CaseCommand> inOrder() {
            return Stream.of(first, otherwise).flatMap(Optional::stream).collect(ImmutableList.toImmutableList());
        }
    }

    public ImmutableList<Step> of(PassedThreshold passed, ImmutableList<ThresholdAction> actions, SupportCase current) {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        for (ThresholdAction action : actions) {
            if (action instanceof ThresholdAction.EscalateFunctionally && stillThere(passed, current)) {
                steps.add(new Step(upward(passed, current), toLead(passed, current)));
            } else if (action instanceof ThresholdAction.EscalateToLead) {
                steps.add(new Step(toLead(passed, current), Optional.empty()));
            } else if (action instanceof ThresholdAction.EscalateTo person) {
                steps.add(new Step(Optional.of(escalate(person.actor(), passed)), Optional.empty()));
            }
        }
        return steps.build();
    }

    private static boolean stillThere(PassedThreshold passed, SupportCase current) {
        return passed.station().isEmpty() || passed.station().equals(current.working());
    }

    private Optional<CaseCommand> upward(PassedThreshold passed, SupportCase current) {
        return current.working()
                .flatMap(from -> nextTier.taker(from, current))
                .map(to -> new CaseCommand.HandOver(to, reason(passed)));
    }

    /** To the lead of the late group; if it has none, of the nearest group that answers for its work, the contact tier last. */
    private Optional<CaseCommand> toLead(PassedThreshold passed, SupportCase current) {
        Stream<GroupId> late = passed.station().or(current::working).map(Station::group).stream();
        Stream<GroupId> answering = current.chain().links().reverse().stream()
                .map(link -> link.station().group());
        return Streams.concat(late, answering, Stream.of(organisation.contactEntrance()))
                .flatMap(group -> organisation.group(group).flatMap(SupportGroup::lead).stream())
                .findFirst()
                .map(lead -> escalate(lead, passed));
    }

    private static CaseCommand escalate(ActorId to, PassedThreshold passed) {
        return new CaseCommand.Escalate(to, reason(passed));
    }

    private static String reason(PassedThreshold passed) {
        return "threshold " + passed.id() + " passed";
    }
}
