package dk.sagsflow.knowledge.operation;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;

/** Why something was not done with what is told of systems. Immutable. */
public sealed interface DisruptionRefusal extends KnowledgeRefusal {
    /**
     * There is none of this name, or none that whoever asks may see.
     *
     * @param disruption the id
     */
    record UnknownDisruption(DisruptionId disruption) implements DisruptionRefusal {}

    /**
     * There is one of this name already.
     *
     * @param disruption the id
     */
    record DisruptionThere(DisruptionId disruption) implements DisruptionRefusal {}

    /**
     * It does not stand where this is possible.
     *
     * @param disruption which
     * @param kind what it is
     * @param status where it stands
     */
    record NotPossibleNow(DisruptionId disruption, DisruptionKind kind, DisruptionStatus status)
            implements DisruptionRefusal {}

    /**
     * Whoever speaks to customers must be able to read it (R23).
     *
     * @param readership for whom it was to be
     * @param tier the tier that speaks to customers
     */
    record ContactTierLeftOut(Readership readership, TierId tier) implements DisruptionRefusal {}

    /**
     * Who tells of systems works in the support organisation.
     *
     * @param actor who wanted to
     */
    record NotOfTheOrganisation(ActorId actor) implements DisruptionRefusal {}

    /**
     * It ends and begins again with the major incident of which it tells.
     *
     * @param disruption which
     * @param number the case
     */
    record FollowsItsCase(DisruptionId disruption, CaseNumber number) implements DisruptionRefusal {}

    /**
     * Only of a major incident there is a status.
     *
     * @param number the case
     */
    record NoMajorIncident(CaseNumber number) implements DisruptionRefusal {}

    /**
     * The case has a status already.
     *
     * @param number the case
     * @param there which
     */
    record CaseHasStatus(CaseNumber number, ImmutableSet<DisruptionId> there) implements DisruptionRefusal {}

    /**
     * The status tells of a case already.
     *
     * @param disruption the status
     * @param number of which case
     */
    record StatusHasCase(DisruptionId disruption, CaseNumber number) implements DisruptionRefusal {}

    /**
     * Only an incident can be a major incident of the desk.
     *
     * @param disruption which
     * @param kind what it is
     */
    record NoIncident(DisruptionId disruption, DisruptionKind kind) implements DisruptionRefusal {}
}
