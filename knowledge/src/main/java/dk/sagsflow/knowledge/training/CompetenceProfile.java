package dk.sagsflow.knowledge.training;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import java.util.Arrays;

/**
 * What supporters must know (R31). Immutable.
 *
 * @param id what it is called in the books
 * @param name what people call it
 * @param competences what whoever has the profile must be certified in
 * @param groups whoever works in one of these support groups has it
 * @param people these have it too
 */
public record CompetenceProfile(
        ProfileId id,
        String name,
        ImmutableSet<CompetenceId> competences,
        ImmutableSet<GroupId> groups,
        ImmutableSet<ActorId> people) {
    /** Refuses null, a blank name and a profile that asks for nothing. */
    public CompetenceProfile {
        requireNonNull(id, "id");
        Texts.requireIdentifier("name of a profile", name);
        Bounds.require(!competences.isEmpty(), "profile %s asks for nothing; name a competence", id);
        requireNonNull(groups, "groups");
        requireNonNull(people, "people");
    }

    /** What whoever works in this group must be certified in. */
    public static CompetenceProfile ofGroup(String id, String name, String group, String... competences) {
        return new CompetenceProfile(
                ProfileId.of(id),
                name,
                Arrays.stream(competences).map(CompetenceId::of).collect(ImmutableSet.toImmutableSet()),
                ImmutableSet.of(GroupId.of(group)),
                ImmutableSet.of());
    }
}
