package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.Cause;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import java.util.Optional;

/** Whether a case may be handed over along a way. */
final class HandOverDecision {
    private final Deliberation deliberation;
    private final SupportOrganisation organisation;
    private final SupportCase current;
    private final HandOverWays ways;

    HandOverDecision(Deliberation deliberation, HandOverWays ways) {
        this.deliberation = deliberation;
        this.organisation = deliberation.organisation;
        this.current = deliberation.current;
        this.ways = ways;
    }

    /** Why the case may not go from here to this group; empty if it may. */
    Optional<Refusal> noWay(Station from, SupportGroup to) {
        HandOverWays.Permission permission = ways.permission(current, from, station(to));
        Optional<Refusal> shape = againstTheChain(from, to, permission);
        return shape.isPresent() || permission != HandOverWays.Permission.NOT_DECLARED
                ? shape
                : Optional.of(new Refusal.WayNotDeclared(from.group(), to.id(), open(from)));
    }

    private ImmutableSet<GroupId> open(Station from) {
        return organisation.groups().stream()
                .filter(group -> {
                    HandOverWays.Permission permission = ways.permission(current, from, station(group));
                    return permission != HandOverWays.Permission.NOT_DECLARED
                            && againstTheChain(from, group, permission).isEmpty();
                })
                .map(SupportGroup::id)
                .collect(ImmutableSet.toImmutableSet());
    }

    private Optional<Refusal> againstTheChain(Station from, SupportGroup group, HandOverWays.Permission permission) {
        Station to = station(group);
        if (current.chain().holds(to.group())) {
            return Optional.of(new Refusal.AlreadyInChain(to.group(), deliberation.chain()));
        }
        int fromRank = organisation.rank(from.tier());
        int toRank = organisation.rank(to.tier());
        if (toRank < fromRank) {
            return Optional.of(new Refusal.DownwardHandOver(from.tier(), to.tier()));
        }
        Optional<Refusal> unsupported = unsupported(group);
        if (unsupported.isPresent() || toRank == fromRank) {
            return unsupported;
        }
        if (toRank > fromRank + 1 && !direct(from, group, permission)) {
            TierId next = organisation.tiers().get(fromRank + 1).id();
            return Optional.of(new Refusal.TierSkipped(from.tier(), to.tier(), next));
        }
        return ChainDecisions.sideDoor(organisation, to);
    }

    private Optional<Refusal> unsupported(SupportGroup group) {
        return current.system()
                .filter(system -> !group.supports(system))
                .map(system -> new Refusal.SystemNotSupported(
                        group.id(),
                        system,
                        organisation.groups().stream()
                                .filter(other -> other.supports(system))
                                .map(SupportGroup::id)
                                .collect(ImmutableSet.toImmutableSet())));
    }

    /** Business questions to specialists (R07), and what the organisation declares; the contact tier is never passed. */
    private boolean direct(Station from, SupportGroup to, HandOverWays.Permission permission) {
        boolean business = to.kind() == GroupKind.BUSINESS_SPECIALISTS
                && current.cause() == Cause.BUSINESS
                && from.tier().equals(organisation.contactTier());
        return business || (permission == HandOverWays.Permission.DIRECT && !passesContactTier(from, to));
    }

    private boolean passesContactTier(Station from, SupportGroup to) {
        int contact = organisation.rank(organisation.contactTier());
        return organisation.rank(from.tier()) < contact && organisation.rank(to.tier()) > contact;
    }

    private static Station station(SupportGroup group) {
        return new Station(group.id(), group.tier());
    }
}
