package dk.sagsflow.sla.agreement;

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

    /** The case goes to the next tier (functional escalation). */
    record EscalateFunctionally() implements ThresholdAction {}

    /** The lead of the working group is told (hierarchical escalation). */
    record EscalateToLead() implements ThresholdAction {}
}
