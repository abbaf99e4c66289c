package dk.sagsflow.sla.agreement;

import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;

/** What happens when a threshold is passed. Immutable. */
public sealed interface ThresholdAction {
    /** The group that works on the case is told. */
    record NotifyWorkingGroup() implements ThresholdAction {}

    /**
     * A group is told.
     *
     * @param group which
     */
    record NotifyGroup(GroupId group) implements ThresholdAction {}

    /**
     * The working group hands the case over to the next tier (functional escalation): to its entrance, or to the group
     * there that supports the case's system. Where there is none, or the case is held, the lead of the working group is
     * told instead.
     */
    record EscalateFunctionally() implements ThresholdAction {}

    /** The lead of the working group is told (hierarchical escalation). */
    record EscalateToLead() implements ThresholdAction {}

    /**
     * Somebody is told who answers for more than a group: the head of the support centre, the owner of a system
     * (hierarchical escalation).
     *
     * @param actor who
     */
    record EscalateTo(ActorId actor) implements ThresholdAction {}
}
