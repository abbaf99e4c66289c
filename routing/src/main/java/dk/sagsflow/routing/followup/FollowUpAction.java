package dk.sagsflow.routing.followup;

import dk.sagsflow.core.organisation.GroupId;

/** What a follow-up rule does when it comes due. Immutable. */
public sealed interface FollowUpAction {
    /**
     * The customer is told: that an answer is awaited, that an answered case will be closed, or that the case is still
     * worked on, as fits what the case waits in. Whom mail does not reach is not told.
     */
    record TellCustomer() implements FollowUpAction {}

    /**
     * The group that answers for the case where it matters is told: of a case that was handed over the group that handed
     * it over, of any other the group that speaks to the customer.
     */
    record NotifyResponsibleGroup() implements FollowUpAction {}

    /** The group that works on the case is told. */
    record NotifyWorkingGroup() implements FollowUpAction {}

    /**
     * A group is told.
     *
     * @param group which
     */
    record NotifyGroup(GroupId group) implements FollowUpAction {}

    /** The case comes onto the follow-up list of the group that handed it over, until that group has it back (R14). */
    record PutOnFollowUpList() implements FollowUpAction {}

    /**
     * The case is closed: an answered one because the customer said nothing against the answer, one that waits for the
     * customer because the customer no longer wants it. Where the case cannot be closed, because others answer for it too,
     * the responsible group is told instead.
     */
    record Close() implements FollowUpAction {}
}
