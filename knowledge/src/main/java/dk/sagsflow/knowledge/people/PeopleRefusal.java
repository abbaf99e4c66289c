package dk.sagsflow.knowledge.people;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import java.time.Instant;

/** Why something was not done to the books about people. Immutable. */
public sealed interface PeopleRefusal extends KnowledgeRefusal {
    /**
     * The books are kept by others.
     *
     * @param actor who wanted to write in them
     * @param entitled who may
     */
    record NotAKeeper(ActorId actor, ImmutableSet<RightHolder> entitled) implements PeopleRefusal {}

    /**
     * Nobody is known by this id.
     *
     * @param person the id
     */
    record NobodyThere(ActorId person) implements PeopleRefusal {}

    /**
     * There is no such unit.
     *
     * @param unit the id
     * @param known the units that there are
     */
    record UnitNotThere(UnitId unit, ImmutableSet<UnitId> known) implements PeopleRefusal {}

    /**
     * People still belong to the unit.
     *
     * @param unit the unit
     * @param people who belongs to it
     */
    record UnitInUse(UnitId unit, ImmutableSet<ActorId> people) implements PeopleRefusal {}

    /**
     * The organisation has no such groups.
     *
     * @param groups what there is not
     * @param known the groups that there are
     */
    record GroupsNotThere(ImmutableSet<GroupId> groups, ImmutableSet<GroupId> known) implements PeopleRefusal {}

    /**
     * The organisation does not support these systems.
     *
     * @param systems what there is not
     * @param known the systems that there are
     */
    record SystemsNotSupported(ImmutableSet<SystemId> systems, ImmutableSet<SystemId> known) implements PeopleRefusal {}

    /**
     * There is no such experience group.
     *
     * @param group the id
     * @param known the groups that there are
     */
    record ExperienceGroupNotThere(ExperienceGroupId group, ImmutableSet<ExperienceGroupId> known)
            implements PeopleRefusal {}

    /**
     * Nothing is to be confirmed by this token, which may have been used before.
     *
     * @param person whose address it would be
     */
    record AddressTokenUnknown(ActorId person) implements PeopleRefusal {}

    /**
     * The address was to be confirmed earlier.
     *
     * @param person whose address it is
     * @param until when it could be confirmed no longer
     */
    record AddressTokenOver(ActorId person, Instant until) implements PeopleRefusal {}

    /**
     * No such absence is planned.
     *
     * @param person whose absence it would be
     */
    record AbsenceNotPlanned(ActorId person) implements PeopleRefusal {}

    /**
     * The directory has changed since the changes were shown.
     *
     * @param people who changed
     */
    record ChangedSinceShown(ImmutableSet<ActorId> people) implements PeopleRefusal {}

    /**
     * An export has lines that cannot be read.
     *
     * @param count how many
     * @param first the first of them, in words
     */
    record ExportUnsound(int count, ImmutableList<String> first) implements PeopleRefusal {}
}
