package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import java.util.Optional;

/** Whether a case may be handed over along a way, and along which others it may. */
final class HandOverDecision {
    private final SupportOrganisation organisation;
    private final SupportCase current;
    private final HandOverRule rule;

    HandOverDecision(SupportOrganisation organisation, SupportCase current, HandOverRule rule) {
        this.organisation = organisation;
        this.current = current;
        this.rule = rule;
    }

    /** Why the case may not go from here to this group; empty if it may. */
    Optional<Refusal> noWay(Station from, GroupId to) {
        Optional<SupportGroup> group = organisation.group(to);
        if (group.isEmpty()) {
            return Optional.of(new Refusal.UnknownGroup(to, open(from)));
        }
        return current.chain().holds(to)
                ? Optional.of(new Refusal.AlreadyInChain(to, chain(), open(from)))
                : obstacle(from, group.get()).map(obstacle -> refusal(obstacle, from, group.get()));
    }

    private Optional<HandOverRule.Obstacle> obstacle(Station from, SupportGroup to) {
        for (HandOverRule.Obstacle obstacle : HandOverRule.Obstacle.ALL) {
            if (!rule.free(obstacle, from, to).holds(current)) {
                return Optional.of(obstacle);
            }
        }
        return Optional.empty();
    }

    /** A group that has the case gets it back by an answer, or gives it back itself. */
    private boolean isOpen(Station from, SupportGroup to) {
        return !current.chain().holds(to.id()) && obstacle(from, to).isEmpty();
    }

    private Refusal refusal(HandOverRule.Obstacle obstacle, Station from, SupportGroup to) {
        ImmutableSet<GroupId> open = open(from);
        return switch (obstacle) {
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
                .filter(group -> isOpen(from, group))
                .map(SupportGroup::id)
                .collect(ImmutableSet.toImmutableSet());
    }

    private boolean openOnceBusiness(Station from, SupportGroup to) {
        SupportCase business = current.withCause(Cause.BUSINESS);
        return new HandOverDecision(organisation, business, rule).isOpen(from, to);
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
        return rule.entranceBeside(to).orElseThrow();
    }
}
