package dk.sagsflow.core.decision;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What may stand in the way of a hand-over from one group to another (R01, R06, R07). A desk asks the conditions of one case,
 * verification of all cases at once; that a case never goes to a group that has it already is apart from this. Immutable.
 */
public final class HandOverRule {
    private static final Condition NEVER = Condition.always().negate();
    private static final Condition BUSINESS = Condition.is(CaseField.CAUSE, Cause.BUSINESS.name());

    private final SupportOrganisation organisation;
    private final HandOverWays ways;
    /** Put together for a group when it is asked for first. */
    private final Map<GroupId, Condition> supported = new ConcurrentHashMap<>();

    /** What may stand in the way, in the order in which it is told. */
    public enum Obstacle {
        /** The group works nearer to the customer. */
        DOWNWARD,
        /** The group does not support the system of the case. */
        SYSTEM,
        /** The contact tier would be passed. */
        CONTACT_TIER,
        /** A tier between would be passed. */
        TIER_BETWEEN,
        /** The tier is entered through another group. */
        ENTRANCE,
        /** No way is declared. */
        NOT_DECLARED;

        static final ImmutableList<Obstacle> ALL = ImmutableList.copyOf(values());
    }

    /** The rule of an organisation that declares these ways. */
    public HandOverRule(SupportOrganisation organisation, HandOverWays ways) {
        this.organisation = requireNonNull(organisation, "organisation");
        this.ways = requireNonNull(ways, "ways");
    }

    /** The cases in whose way this does not stand, asked while they are at the first group. */
    public Condition free(Obstacle obstacle, Station from, SupportGroup to) {
        return switch (obstacle) {
            case DOWNWARD -> all(rise(from, to) >= 0);
            case SYSTEM -> supported.computeIfAbsent(to.id(), asked -> supported(organisation, to));
            case CONTACT_TIER -> all(rise(from, to) <= 1 || !passesContactTier(from, to));
            case TIER_BETWEEN -> rise(from, to) <= 1 ? Condition.always() : direct(from, to);
            case ENTRANCE -> all(rise(from, to) <= 0 || entranceBeside(to).isEmpty());
            case NOT_DECLARED -> ways.declared(from, station(to));
        };
    }

    /** How many tiers the hand-over goes up; negative if it goes down. */
    public int rise(Station from, SupportGroup to) {
        return organisation.rank(to.tier()) - organisation.rank(from.tier());
    }

    /** The cases that a group may have as far as their system goes: those of its systems, and of none. */
    public static Condition supported(SupportOrganisation organisation, SupportGroup group) {
        return group.systems().isEmpty()
                ? Condition.always()
                : oneOf(group.systems())
                        .or(oneOf(Sets.union(organisation.systemIds(), group.systems())
                                        .immutableCopy())
                                .negate());
    }

    /** The group through which the tier of this one is entered, if it is another. */
    Optional<GroupId> entranceBeside(SupportGroup group) {
        return organisation
                .tier(group.tier())
                .flatMap(tier -> tier.entrance())
                .filter(entrance -> !entrance.equals(group.id()));
    }

    /** Business questions to specialists (R07), and what the organisation declares. */
    private Condition direct(Station from, SupportGroup to) {
        Condition declared = ways.direct(from, station(to));
        boolean business =
                to.kind() == GroupKind.BUSINESS_SPECIALISTS && from.tier().equals(organisation.contactTier());
        return business ? BUSINESS.or(declared) : declared;
    }

    private boolean passesContactTier(Station from, SupportGroup to) {
        int contact = organisation.rank(organisation.contactTier());
        return organisation.rank(from.tier()) < contact && organisation.rank(to.tier()) > contact;
    }

    private static Condition all(boolean cases) {
        return cases ? Condition.always() : NEVER;
    }

    private static Condition oneOf(ImmutableSet<SystemId> systems) {
        return new Condition.Is(
                CaseField.SYSTEM, systems.stream().map(SystemId::value).collect(ImmutableSet.toImmutableSet()));
    }

    private static Station station(SupportGroup group) {
        return new Station(group.id(), group.tier());
    }
}
