package dk.sagsflow.knowledge.editing;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;

/** Why somebody may not do what takes a right. Immutable. */
public sealed interface EditorialRefusal extends KnowledgeRefusal {
    /**
     * Nobody is known by this id.
     *
     * @param actor the id
     */
    record UnknownEditor(ActorId actor) implements EditorialRefusal {}

    /**
     * The organisation has no such group, which could have a right.
     *
     * @param group the group
     * @param known the groups that there are
     */
    record UnknownRightHolder(GroupId group, ImmutableSet<GroupId> known) implements EditorialRefusal {}

    /**
     * A right is missing (R25).
     *
     * @param actor who wanted it
     * @param act what was wanted
     * @param missing for what the right to publish is missing, of which one of {@link EditorialScope.Everything} is enough;
     *     nothing if only editors may
     * @param entitled who may do it
     */
    record RightMissing(
            ActorId actor, EditorialAct act, ImmutableSet<EditorialScope> missing, ImmutableSet<RightHolder> entitled)
            implements EditorialRefusal {}
}
