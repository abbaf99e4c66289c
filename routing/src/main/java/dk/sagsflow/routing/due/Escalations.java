package dk.sagsflow.routing.due;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import dk.sagsflow.core.cases.Cause;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.decision.HandOverWays;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.sla.agreement.ThresholdAction;
import java.util.Optional;
import java.util.stream.Stream;

/** What the actions of a passed threshold ask for beyond telling groups (R17). */
public final class Escalations {
    private final SupportOrganisation organisation;
    private final HandOverWays ways;

    public Escalations(SupportOrganisation organisation, HandOverWays ways) {
        this.organisation = organisation;
        this.ways = ways;
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
                .flatMap(from -> nextTier(from, current))
                .map(to -> new CaseCommand.HandOver(to, reason(passed)));
    }

    private Optional<GroupId> nextTier(Station from, SupportCase current) {
        int next = organisation.rank(from.tier()) + 1;
        if (next >= organisation.tiers().size()) {
            return Optional.empty();
        }
        Tier tier = organisation.tiers().get(next);
        return tier.entrance().isPresent()
                ? tier.entrance()
                : organisation
                        .groupsAt(tier.id())
                        .filter(group -> takes(group, current) && declared(current, from, group))
                        .map(SupportGroup::id)
                        .findFirst();
    }

    private boolean declared(SupportCase current, Station from, SupportGroup group) {
        return ways.permission(current, from, new Station(group.id(), group.tier()))
                != HandOverWays.Permission.NOT_DECLARED;
    }

    private static boolean takes(SupportGroup group, SupportCase current) {
        return group.kind() == GroupKind.BUSINESS_SPECIALISTS
                ? current.cause() == Cause.BUSINESS
                : group.systems().isEmpty()
                        || current.system().filter(group::supports).isPresent();
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
