package dk.sagsflow.knowledge.people;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.UnitId;
import java.util.Map;
import java.util.Optional;

/** Everybody who was in the directory at one time. Immutable. */
public final class PeopleSnapshot {
    private final ImmutableMap<UnitId, Unit> units;
    private final ImmutableMap<ActorId, PersonEntry> people;
    private final ImmutableListMultimap<GroupId, PersonEntry> members;
    private final ImmutableMap<ExperienceGroupId, ExperienceGroup> experienceGroups;
    private final ImmutableSetMultimap<ExperienceGroupId, ActorId> joined;

    PeopleSnapshot(
            Map<UnitId, Unit> units,
            Map<ActorId, PersonEntry> people,
            Map<ExperienceGroupId, ExperienceGroup> experienceGroups,
            ImmutableSetMultimap<ExperienceGroupId, ActorId> joined) {
        this.units = ImmutableMap.copyOf(units);
        this.people = ImmutableMap.copyOf(people);
        this.experienceGroups = ImmutableMap.copyOf(experienceGroups);
        this.joined = joined;
        ImmutableListMultimap.Builder<GroupId, PersonEntry> byGroup = ImmutableListMultimap.builder();
        people.values().forEach(entry -> entry.person().groups().forEach(group -> byGroup.put(group, entry)));
        this.members = byGroup.build();
    }

    /** The units, in the order in which they came. */
    public ImmutableList<Unit> units() {
        return units.values().asList();
    }

    /** The unit of this id; empty if there was none. */
    public Optional<Unit> unit(UnitId id) {
        return Optional.ofNullable(units.get(requireNonNull(id, "id")));
    }

    /** Everybody, in the order in which they came. */
    public ImmutableList<PersonEntry> people() {
        return people.values().asList();
    }

    /** The person of this id; empty if nobody was known by it. */
    public Optional<PersonEntry> person(ActorId id) {
        return Optional.ofNullable(people.get(requireNonNull(id, "id")));
    }

    /** Who worked in a support group. */
    public ImmutableList<PersonEntry> members(GroupId group) {
        return members.get(requireNonNull(group, "group"));
    }

    /** Who had this role in a unit, whichever it was. */
    public ImmutableList<PersonEntry> having(PersonRole role) {
        requireNonNull(role, "role");
        return people().stream().filter(entry -> entry.person().has(role)).collect(ImmutableList.toImmutableList());
    }

    /** Who had this role in this unit. */
    public ImmutableList<PersonEntry> having(PersonRole role, UnitId unit) {
        requireNonNull(unit, "unit");
        return having(role).stream()
                .filter(entry -> entry.person().unit().filter(unit::equals).isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    /** The experience groups, in the order in which they were founded. */
    public ImmutableList<ExperienceGroup> experienceGroups() {
        return experienceGroups.values().asList();
    }

    /** The experience group of this id; empty if there was none. */
    public Optional<ExperienceGroup> experienceGroup(ExperienceGroupId id) {
        return Optional.ofNullable(experienceGroups.get(requireNonNull(id, "id")));
    }

    /** Who belonged to an experience group. */
    public ImmutableSet<ActorId> members(ExperienceGroupId group) {
        return joined.get(requireNonNull(group, "group"));
    }
}
