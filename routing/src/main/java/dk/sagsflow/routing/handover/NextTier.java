package dk.sagsflow.routing.handover;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.decision.HandOverRule;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import java.util.Optional;

/**
 * Who at the next tier takes a case that goes up and that no rule leads (R17): its entrance, or else the first group there
 * that the case is for. A desk asks it of one case, verification of all cases at once, by the conditions of the doors.
 * Immutable.
 */
public final class NextTier {
    private final SupportOrganisation organisation;
    private final Optional<HandOverGraph> ways;

    /**
     * A group through which cases come into the next tier. Immutable.
     *
     * @param group the group
     * @param takes the cases that are its own to take, asked while they are where they come from: those of its systems, and
     *     of no system if it is the entrance or has every system; business specialists who are no entrance take business
     *     questions alone
     * @param mayHave the cases that people may bring it: of no system as well
     */
    public record Door(SupportGroup group, Condition takes, Condition mayHave) {}

    /**
     * The next tier of each tier of an organisation.
     *
     * @param ways the declared ways; empty if none need be declared
     */
    public NextTier(SupportOrganisation organisation, Optional<HandOverGraph> ways) {
        this.organisation = organisation;
        this.ways = ways;
    }

    /** The group that takes the case from here; empty if none does, as at the highest tier. */
    public Optional<GroupId> taker(Station from, SupportCase current) {
        return doors(from).stream()
                .filter(door -> door.takes().holds(current))
                .map(door -> door.group().id())
                .findFirst();
    }

    /** The group that somebody who has the case here brings it to; empty if there is none. */
    public Optional<GroupId> broughtTo(Station from, SupportCase current) {
        return taker(from, current)
                .or(() -> doors(from).stream()
                        .filter(door -> door.mayHave().holds(current))
                        .map(door -> door.group().id())
                        .findFirst());
    }

    /** The doors of the tier above this one, in the order in which they are tried; none at the highest tier. */
    public ImmutableList<Door> doors(Station from) {
        int next = organisation.rank(from.tier()) + 1;
        if (next >= organisation.tiers().size()) {
            return ImmutableList.of();
        }
        Tier tier = organisation.tiers().get(next);
        return organisation
                .groupsAt(tier.id())
                .filter(group -> tier.entrance().map(group.id()::equals).orElse(true))
                .map(group -> door(from, group, tier.entrance().isPresent()))
                .collect(ImmutableList.toImmutableList());
    }

    private Door door(Station from, SupportGroup group, boolean entrance) {
        Condition declared = ways.map(graph -> graph.declared(from, new Station(group.id(), group.tier())))
                .orElseGet(Condition::always);
        Condition kind = entrance || group.kind() != GroupKind.BUSINESS_SPECIALISTS
                ? Condition.always()
                : Condition.is(CaseField.CAUSE, Cause.BUSINESS.name());
        Condition mayHave =
                kind.and(HandOverRule.supported(organisation, group)).and(declared);
        Condition takes = entrance || group.kind() == GroupKind.BUSINESS_SPECIALISTS
                ? mayHave
                : ofItsSystems(group).and(declared);
        return new Door(group, takes, mayHave);
    }

    private static Condition ofItsSystems(SupportGroup group) {
        return group.systems().isEmpty() ? Condition.always() : oneOf(group.systems());
    }

    private static Condition oneOf(ImmutableSet<SystemId> systems) {
        return new Condition.Is(
                CaseField.SYSTEM, systems.stream().map(SystemId::value).collect(ImmutableSet.toImmutableSet()));
    }
}
