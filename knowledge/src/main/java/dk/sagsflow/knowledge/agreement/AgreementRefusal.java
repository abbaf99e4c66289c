package dk.sagsflow.knowledge.agreement;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import java.time.LocalDate;

/** Why something was not done about an agreement. Immutable. */
public sealed interface AgreementRefusal extends KnowledgeRefusal {
    /**
     * There is no such agreement.
     *
     * @param agreement the id
     */
    record AgreementNotThere(SuperuserAgreementId agreement) implements AgreementRefusal {}

    /**
     * Somebody is not the manager of the unit.
     *
     * @param person who
     * @param unit the unit
     * @param managers who is
     */
    record NotItsManager(ActorId person, UnitId unit, ImmutableSet<ActorId> managers) implements AgreementRefusal {}

    /**
     * Some are no superusers of the unit.
     *
     * @param people who
     * @param unit the unit
     * @param superusers who is
     */
    record NotItsSuperusers(ImmutableSet<ActorId> people, UnitId unit, ImmutableSet<ActorId> superusers)
            implements AgreementRefusal {}

    /**
     * An agreement does not hold on the day on which it would end.
     *
     * @param agreement the agreement
     * @param from its first day
     * @param until the first day on which it holds no longer
     */
    record NotInPeriod(SuperuserAgreementId agreement, LocalDate from, LocalDate until) implements AgreementRefusal {}
}
