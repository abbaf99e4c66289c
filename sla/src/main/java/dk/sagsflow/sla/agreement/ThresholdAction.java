package dk.sagsflow.sla.agreement;

import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;

/** What happens when a threshold is passed. Immutable. */
public sealed interface ThresholdAction {
    /**
     * The group whose limit it is is told: of a limit of the customer's, the one that had the case then; of one of words with
     * the customer (first and next response, update interval) the one that promised it, wherever the case was worked on.
     */
    record NotifyWorkingGroup() implements ThresholdAction {}

    /**
     * A group is told.
     *
     * @param group which
     */
    record NotifyGroup(GroupId group) implements ThresholdAction {}

    /**
     * The case goes on from those who promised it to the next tier (functional escalation): to its entrance, or to the group
     * there that supports the case's system. Where there is none, or the case is held, or others have it already, the lead of
     * the late group is told instead. A case that has moved since, by hand or by another limit, is left where it is.
     */
    record EscalateFunctionally() implements ThresholdAction {}

    /**
     * The lead of the late group is told (hierarchical escalation); if there is none who can be reached, the next who answers
     * for more, at last the duty of the whole organisation.
     */
    record EscalateToLead() implements ThresholdAction {}

    /**
     * Somebody is told who answers for more than a group: the head of the support centre, the owner of a system
     * (hierarchical escalation). Somebody who cannot be reached is stood in for as a lead is.
     *
     * @param actor who
     */
    record EscalateTo(ActorId actor) implements ThresholdAction {}
}
