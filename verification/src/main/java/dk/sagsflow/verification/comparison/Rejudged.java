package dk.sagsflow.verification.comparison;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.assignment.CompetenceRule;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.handover.HandOverGraph;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Party;

/**
 * A model said in terms of impact and urgency where it asks for priorities, so that it can be held against one that judges
 * otherwise.
 */
final class Rejudged {
    private final Agreement judging;

    private Rejudged(PriorityMatrix matrix) {
        this.judging = Agreement.builder()
                .id("judging")
                .name("judging")
                .kind(AgreementKind.OLA)
                .provider(new Party.OfTier(TierId.of("judging")))
                .consumer(new Party.EveryCustomer())
                .priorityMatrix(matrix)
                .build();
    }

    /** The same model, whatever matrix it is read with. */
    static SupportModel of(SupportModel model) {
        return new Rejudged(model.organisation().priorityMatrix()).rejudged(model);
    }

    private SupportModel rejudged(SupportModel model) {
        ImmutableList<Agreement> agreements = model.agreements().all().stream()
                .map(agreement -> agreement.priorityMatrix().isPresent()
                        ? agreement
                        : agreement.withPriorityMatrix(model.organisation().priorityMatrix()))
                .collect(ImmutableList.toImmutableList());
        return model.withAgreements(Agreements.of(agreements)).withRouting(rejudged(model.routing()));
    }

    private Routing rejudged(Routing routing) {
        return routing.withTriage(new Triage(routing.triage().rules().stream()
                        .map(rule -> new TriageRule(rule.name(), asked(rule.when()), rule.during(), rule.to()))
                        .collect(ImmutableList.toImmutableList())))
                .withFollowUps(routing.followUps().stream()
                        .map(rule -> rule.withWhen(asked(rule.when())))
                        .collect(ImmutableList.toImmutableList()))
                .withAssignments(
                        routing.assignments().stream().map(this::rejudged).collect(ImmutableList.toImmutableList()))
                .withHandOvers(routing.handOvers().map(this::rejudged));
    }

    private AssignmentRule rejudged(AssignmentRule rule) {
        return rule.withCompetences(rule.competences().stream()
                .map(asked -> new CompetenceRule(asked(asked.when()), asked.needs()))
                .collect(ImmutableList.toImmutableList()));
    }

    private HandOverGraph rejudged(HandOverGraph graph) {
        return new HandOverGraph(
                graph.ways().stream().map(way -> way.when(asked(way.when()))).collect(ImmutableList.toImmutableList()));
    }

    private Condition asked(Condition condition) {
        return judging.asked(condition);
    }
}
