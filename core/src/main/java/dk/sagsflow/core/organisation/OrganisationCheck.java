package dk.sagsflow.core.organisation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.competence.Competence;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the parts of an organisation fit together.
 *
 * @param organisation the organisation
 */
record OrganisationCheck(SupportOrganisation organisation) {
    /** Refuses an organisation whose parts do not. */
    static void check(SupportOrganisation organisation) {
        new OrganisationCheck(organisation).check();
    }

    private void check() {
        Set<TierId> tiers = once("tier", organisation.tiers().stream().map(Tier::id));
        TierId contact = organisation.contactTier();
        checkArgument(tiers.contains(contact), "contact tier %s is none of %s", contact, tiers);
        Set<SystemId> systems = once("system", organisation.systems().stream().map(SupportedSystem::id));
        once("attribute", organisation.attributes().stream().map(AttributeDefinition::id));
        once("competence", organisation.competences().stream().map(Competence::id));
        organisation.competences().forEach(competence -> competence(competence, systems));
        once("person on duty", organisation.duty().stream());
        once("group", organisation.groups().stream().map(SupportGroup::id));
        organisation.groups().forEach(group -> group(group, tiers, systems));
        organisation.tiers().forEach(this::entrance);
        checkArgument(organisation.groupsAt(contact).findAny().isPresent(), "contact tier %s has no group", contact);
    }

    @CanIgnoreReturnValue
    private static <T> Set<T> once(String what, Stream<T> ids) {
        Set<T> seen = new HashSet<>();
        ids.forEach(id -> checkArgument(seen.add(id), "%s %s is listed twice", what, id));
        return seen;
    }

    private static void competence(Competence competence, Set<SystemId> systems) {
        checkArgument(
                competence.system().map(systems::contains).orElse(true),
                "competence %s is about %s, but only %s are listed",
                competence.id(),
                competence.system(),
                systems);
    }

    private static void group(SupportGroup group, Set<TierId> tiers, Set<SystemId> systems) {
        checkArgument(
                tiers.contains(group.tier()),
                "group %s works at tier %s, which is none of %s",
                group.id(),
                group.tier(),
                tiers);
        checkArgument(
                systems.containsAll(group.systems()),
                "group %s supports %s, but only %s are listed",
                group.id(),
                group.systems(),
                systems);
    }

    private void entrance(Tier tier) {
        Optional<GroupId> entrance = tier.entrance();
        ImmutableSet<GroupId> groups =
                organisation.groupsAt(tier.id()).map(SupportGroup::id).collect(ImmutableSet.toImmutableSet());
        checkArgument(
                entrance.map(groups::contains).orElse(true),
                "tier %s is entered through %s, which is not a group of that tier",
                tier.id(),
                entrance.map(GroupId::value).orElse("any group"));
    }
}
