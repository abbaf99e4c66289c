package dk.sagsflow.core.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.competence.Competence;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.style.PlainJson;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A support organisation that works in tiers. The tiers stand in order, the one nearest to the customer first; one of
 * them is the contact tier, the only entrance for customers and the only one that answers them (R02, R04). Tiers before
 * it are on the customers' side: superusers who help their own colleagues (R03). Immutable.
 */
@Value.Immutable
public interface SupportOrganisation extends WithSupportOrganisation {
    /** What people call the organisation. */
    String name();

    /** All tiers, the one nearest to the customer first. */
    ImmutableList<Tier> tiers();

    /** The only tier that answers customers (R04). */
    TierId contactTier();

    /** All support groups, in the order in which they are listed. */
    ImmutableList<SupportGroup> groups();

    /** The systems that are supported, in the order in which they are listed. */
    ImmutableList<SupportedSystem> systems();

    /** The fields that the organisation adds to its cases, in the order in which they are listed. */
    ImmutableList<AttributeDefinition> attributes();

    /** What its people can be certified in, or must know (R29, R31), in the order in which it is listed. */
    ImmutableList<Competence> competences();

    /**
     * Who is told, in this order, when nobody can be reached who answers for what is late: the duty of the whole organisation
     * (R17).
     */
    ImmutableList<ActorId> duty();

    /** The buckets in which the ages of its open cases are told (R33); one, three, seven, 14 and 30 days unless it says otherwise. */
    @Value.Default
    default AgeBuckets ages() {
        return AgeBuckets.standard();
    }

    /** How priority follows from impact and urgency. */
    @Value.Default
    default PriorityMatrix priorityMatrix() {
        return PriorityMatrix.standard();
    }

    /** Refuses an organisation whose parts do not fit together. */
    @Value.Check
    default void check() {
        OrganisationCheck.check(this);
    }

    // Groups, tiers and systems are asked for several times in every command, so without a stream.

    /** The group of this id, or empty if the organisation has none. */
    default Optional<SupportGroup> group(GroupId id) {
        for (SupportGroup group : groups()) {
            if (group.id().equals(id)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    /** The tier of this id, or empty if the organisation has none. */
    default Optional<Tier> tier(TierId id) {
        for (Tier tier : tiers()) {
            if (tier.id().equals(id)) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }

    /** The system of this id, or empty if the organisation supports none. */
    default Optional<SupportedSystem> system(SystemId id) {
        for (SupportedSystem system : systems()) {
            if (system.id().equals(id)) {
                return Optional.of(system);
            }
        }
        return Optional.empty();
    }

    /** The field of this id, or empty if the organisation declares none. */
    default Optional<AttributeDefinition> attribute(AttributeId id) {
        return attributes().stream()
                .filter(attribute -> attribute.id().equals(id))
                .findFirst();
    }

    /** The groups that work at this tier, in listed order. */
    default Stream<SupportGroup> groupsAt(TierId tier) {
        return groups().stream().filter(group -> group.tier().equals(tier));
    }

    /**
     * How far from the customer this tier stands, 0 for the nearest.
     *
     * @throws IllegalArgumentException if the organisation has no such tier
     */
    default int rank(TierId tier) {
        for (int rank = 0; rank < tiers().size(); rank++) {
            if (tiers().get(rank).id().equals(tier)) {
                return rank;
            }
        }
        throw new IllegalArgumentException("tier " + tier + " is none of " + tiers());
    }

    /** Where cases come into the contact tier: the group it is entered through, or its first (R02). */
    default GroupId contactEntrance() {
        return tier(contactTier())
                .flatMap(Tier::entrance)
                .orElseGet(() -> groupsAt(contactTier())
                        .map(SupportGroup::id)
                        .findFirst()
                        .orElseThrow());
    }

    /** The tier farthest from the customer. */
    default TierId highestTier() {
        return tiers().get(tiers().size() - 1).id();
    }

    /** The ids of all groups, in listed order. */
    default ImmutableSet<GroupId> groupIds() {
        return groups().stream().map(SupportGroup::id).collect(ImmutableSet.toImmutableSet());
    }

    /** The ids of all systems, in listed order. */
    default ImmutableSet<SystemId> systemIds() {
        return systems().stream().map(SupportedSystem::id).collect(ImmutableSet.toImmutableSet());
    }

    /** The ids of all competences, in listed order. */
    default ImmutableSet<CompetenceId> competenceIds() {
        return competences().stream().map(Competence::id).collect(ImmutableSet.toImmutableSet());
    }

    /** The ids of all declared fields, in listed order. */
    default ImmutableSet<AttributeId> attributeIds() {
        return attributes().stream().map(AttributeDefinition::id).collect(ImmutableSet.toImmutableSet());
    }

    /** A builder; name, tiers, contact tier and a group at that tier are required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(SupportOrganisation.class, "use OrganisationJson");
    }

    /** Builds organisations. Not thread-safe. */
    final class Builder extends ImmutableSupportOrganisation.Builder {
        Builder() {}
    }
}
