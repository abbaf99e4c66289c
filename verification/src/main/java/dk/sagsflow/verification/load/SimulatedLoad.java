package dk.sagsflow.verification.load;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.agreement.Target;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a simulation puts on an organisation: which cases come in and when, and how its groups work on them. Immutable. */
@Value.Immutable
@ValueStyle
public interface SimulatedLoad extends WithSimulatedLoad {
    /** When cases come in. */
    Arrivals arrivals();

    /** What they are about. */
    CaseMix mix();

    /** How the groups of a tier work. */
    ImmutableMap<TierId, GroupWork> tiers();

    /** Groups that work otherwise than their tier. */
    ImmutableMap<GroupId, GroupWork> groups();

    /**
     * Where cases come in, and how many, in parts of their sum. If nothing is said, those of superusers come in at the first
     * group of the first tier, all others at the contact tier (R02).
     */
    ImmutableMap<GroupId, Double> entrances();

    /** How long customers take to reply, and to confirm an answer, on average; the times are spread exponentially. */
    @Value.Default
    default Duration customerReply() {
        return Duration.ofDays(1);
    }

    /**
     * The share of answers with which customers are not content, from 0 to 1: they reopen the case instead of confirming the
     * answer, each case once at most. None unless said otherwise.
     */
    @Value.Default
    default double reopened() {
        return 0;
    }

    /**
     * Words and phrases that texts of cases mention, each in its share of them, from 0 to 1, apart from the others. Texts mention
     * nothing that rules ask for unless said otherwise.
     */
    ImmutableMap<String, Double> words();

    /**
     * What stands in fields that the organisation declares, in which share of cases, from 0 to 1; in the rest the field is
     * empty. Each field is drawn apart from the others.
     */
    ImmutableMap<AttributeId, ImmutableMap<AttributeValue, Double>> attributes();

    /** Refuses entrances without a weight, shares that are none, and more than all cases. */
    @Value.Check
    default void check() {
        GroupWork.checkShare("reopened", reopened());
        words().forEach((word, share) -> GroupWork.checkShare("texts that mention \"" + word + "\"", share));
        attributes().forEach(SimulatedLoad::checkShares);
        checkArgument(
                entrances().isEmpty()
                        || (entrances().values().stream().allMatch(weight -> weight >= 0 && Double.isFinite(weight))
                                && entrances().values().stream().anyMatch(weight -> weight > 0)),
                "weights of entrances are %s; none is negative, and one is more than 0",
                entrances());
        checkArgument(!customerReply().isNegative(), "customers reply after %s; not before", customerReply());
    }

    private static void checkShares(AttributeId attribute, ImmutableMap<AttributeValue, Double> shares) {
        shares.forEach((value, share) -> GroupWork.checkShare(attribute + " " + value.describe(), share));
        double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        checkArgument(all <= 1 + 1e-9, "shares of the values of %s are %s together; 1 at most", attribute, all);
    }

    /**
     * Whether it can be put on an organisation.
     *
     * @throws IllegalArgumentException if it names a group, tier, entrance or attribute that the organisation does not have, or
     *     says of a group neither itself nor by its tier how it works
     */
    default void checkFor(SupportOrganisation organisation) {
        for (TierId tier : tiers().keySet()) {
            checkArgument(organisation.tier(tier).isPresent(), "load of tier %s, which there is not", tier);
        }
        for (GroupId group : groups().keySet()) {
            checkArgument(organisation.group(group).isPresent(), "load of group %s, which there is not", group);
        }
        for (GroupId entrance : entrances().keySet()) {
            checkArgument(organisation.group(entrance).isPresent(), "entrance %s, which is no group", entrance);
        }
        attributes().forEach((attribute, shares) -> checkValues(organisation, attribute, shares.keySet()));
        for (SupportGroup group : organisation.groups()) {
            checkArgument(work(group).isPresent(), "nothing says how %s works, nor how its tier does", group.id());
        }
    }

    private static void checkValues(
            SupportOrganisation organisation, AttributeId attribute, ImmutableSet<AttributeValue> values) {
        checkArgument(
                organisation
                        .attribute(attribute)
                        .filter(known -> values.stream().allMatch(known::allows))
                        .isPresent(),
                "load with %s in attribute %s, which is declared nowhere or does not allow it",
                values,
                attribute);
    }

    /** How this group works; as its tier unless said otherwise. */
    default Optional<GroupWork> work(SupportGroup group) {
        return Optional.ofNullable(groups().get(group.id())).or(() -> Optional.ofNullable(tiers().get(group.tier())));
    }

    /**
     * A load for a model of which nothing more is known: 100 cases a week, {@link CaseMix#of}, two people in every group, 20
     * minutes for a case up to the contact tier, an hour at the next and four hours beyond. One in ten customers is asked
     * something.
     */
    static SimulatedLoad standard(SupportModel model) {
        SupportOrganisation organisation = model.organisation();
        return builder()
                .arrivals(Arrivals.weekly(zone(model), 100))
                .mix(CaseMix.of(organisation))
                .putAllTiers(Maps.toMap(
                        organisation.tiers().stream().map(Tier::id).toList(), tier -> standard(organisation, tier)))
                .build();
    }

    private static GroupWork standard(SupportOrganisation organisation, TierId tier) {
        int beyondContact = organisation.rank(tier) - organisation.rank(organisation.contactTier());
        Duration effort = beyondContact <= 0
                ? Duration.ofMinutes(20)
                : beyondContact == 1 ? Duration.ofHours(1) : Duration.ofHours(4);
        return GroupWork.of(2, effort).withWaitsForCustomer(beyondContact == 0 ? 0.1 : 0);
    }

    /** That of the first target; UTC if there is none. */
    private static ZoneId zone(SupportModel model) {
        return model.agreements().all().stream()
                .flatMap(agreement -> agreement.targets().stream())
                .map(Target::calendar)
                .map(calendar -> calendar.zone())
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }

    /** The same with so many cases a week. */
    default SimulatedLoad withCasesPerWeek(double cases) {
        return withArrivals(arrivals().scaledTo(cases));
    }

    /** The same with other work of this group alone. */
    default SimulatedLoad withGroup(GroupId group, GroupWork work) {
        Map<GroupId, GroupWork> changed = Maps.newLinkedHashMap(groups());
        changed.put(group, work);
        return withGroups(changed);
    }

    /** A builder; arrivals and mix are required, and how each group or its tier works. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(SimulatedLoad.class, "it is load.json");
    }

    /** Builds loads. Not thread-safe. */
    final class Builder extends ImmutableSimulatedLoad.Builder {
        Builder() {}
    }
}
