package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.Cause;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.SystemId;
import dk.sagsflow.core.organisation.TierId;
import java.util.Optional;

/** Whether a case may be handed over along a way, and along which others it may. */
final class HandOverDecision {
    private final SupportOrganisation organisation;
    private final SupportCase current;
    private final HandOverWays ways;

    HandOverDecision(SupportOrganisation organisation, SupportCase current, HandOverWays ways) {
        this.organisation = organisation;
        this.current = current;
        this.ways = ways;
    }

    /** Why the case may not go from here to this group; empty if it may. */
    Optional<Refusal> noWay(Station from, GroupId to) {
        Optional<SupportGroup> group = organisation.group(to);
        if (group.isEmpty()) {
            return Optional.of(new Refusal.UnknownGroup(to, open(from)));
        }
        return obstacle(from, group.get()).map(obstacle -> refusal(obstacle, from, group.get()));
    }

    /** What stands in the way of a hand-over. */
    private enum Obstacle {
        IN_CHAIN,
        DOWNWARD,
        SYSTEM,
        CONTACT_TIER,
        TIER_BETWEEN,
        ENTRANCE,
        NOT_DECLARED
    }

    private Optional<Obstacle> obstacle(Station from, SupportGroup group) {
        HandOverWays.Permission permission = ways.permission(current, from, station(group));
        Optional<Obstacle> shape = againstTheChain(from, group, permission);
        return shape.isPresent() || permission != HandOverWays.Permission.NOT_DECLARED
                ? shape
                : Optional.of(Obstacle.NOT_DECLARED);
    }

    private Optional<Obstacle> againstTheChain(Station from, SupportGroup to, HandOverWays.Permission permission) {
        int steps = organisation.rank(to.tier()) - organisation.rank(from.tier());
        if (current.chain().holds(to.id())) {
            return Optional.of(Obstacle.IN_CHAIN);
        } else if (steps < 0) {
            return Optional.of(Obstacle.DOWNWARD);
        } else if (current.system().filter(system -> !to.supports(system)).isPresent()) {
            return Optional.of(Obstacle.SYSTEM);
        } else if (steps > 1 && passesContactTier(from, to)) {
            return Optional.of(Obstacle.CONTACT_TIER);
        } else if (steps > 1 && !direct(from, to, permission)) {
            return Optional.of(Obstacle.TIER_BETWEEN);
        }
        return steps > 0
                ? ChainDecisions.entranceBeside(organisation, station(to)).map(entrance -> Obstacle.ENTRANCE)
                : Optional.empty();
    }

    /** Business questions to specialists (R07), and what the organisation declares. */
    private boolean direct(Station from, SupportGroup to, HandOverWays.Permission permission) {
        return permission == HandOverWays.Permission.DIRECT
                || (to.kind() == GroupKind.BUSINESS_SPECIALISTS
                        && current.cause() == Cause.BUSINESS
                        && from.tier().equals(organisation.contactTier()));
    }

    private boolean passesContactTier(Station from, SupportGroup to) {
        int contact = organisation.rank(organisation.contactTier());
        return organisation.rank(from.tier()) < contact && organisation.rank(to.tier()) > contact;
    }

    private Refusal refusal(Obstacle obstacle, Station from, SupportGroup to) {
        ImmutableSet<GroupId> open = open(from);
        return switch (obstacle) {
            case IN_CHAIN -> new Refusal.AlreadyInChain(to.id(), chain(), open);
            case DOWNWARD -> new Refusal.DownwardHandOver(from.tier(), to.tier(), open);
            case SYSTEM -> new Refusal.SystemNotSupported(to.id(), system(), open);
            case CONTACT_TIER ->
                new Refusal.ContactTierPassed(from.tier(), to.tier(), organisation.contactTier(), open);
            case TIER_BETWEEN ->
                new Refusal.TierSkipped(from.tier(), to.tier(), next(from), open, openOnceBusiness(from, to));
            case ENTRANCE -> new Refusal.NotTheEntrance(to.id(), to.tier(), entrance(to), open);
            case NOT_DECLARED -> new Refusal.WayNotDeclared(from.group(), to.id(), open);
        };
    }

    /** Every group that may get the case from here, as it stands. */
    private ImmutableSet<GroupId> open(Station from) {
        return organisation.groups().stream()
                .filter(group -> obstacle(from, group).isEmpty())
                .map(SupportGroup::id)
                .collect(ImmutableSet.toImmutableSet());
    }

    private boolean openOnceBusiness(Station from, SupportGroup to) {
        SupportCase business = current.withCause(Cause.BUSINESS);
        return new HandOverDecision(organisation, business, ways)
                .obstacle(from, to)
                .isEmpty();
    }

    private ImmutableList<GroupId> chain() {
        return current.chain().links().stream()
                .map(link -> link.station().group())
                .collect(ImmutableList.toImmutableList());
    }

    private SystemId system() {
        return current.system().orElseThrow();
    }

    private TierId next(Station from) {
        return organisation.tiers().get(organisation.rank(from.tier()) + 1).id();
    }

    private GroupId entrance(SupportGroup to) {
        return ChainDecisions.entranceBeside(organisation, station(to)).orElseThrow();
    }

    private static Station station(SupportGroup group) {
        return new Station(group.id(), group.tier());
    }
}
