package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.view.Audience;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.clock.TraceStep;
import java.time.Instant;

/** The clocks of a case as an audience may see them: customers those of what they were promised, others all. */
final class CaseClocks {
    private final Clocks clocks;

    CaseClocks(Clocks clocks) {
        this.clocks = clocks;
    }

    ImmutableList<Explanation> explain(Audience audience, ImmutableList<CaseEvent> events, Instant asOf) {
        ImmutableList<Explanation> all = clocks.explain(CaseHistory.of(events), asOf);
        return audience == Audience.OPERATOR
                ? all
                : all.stream()
                        .filter(explanation -> audience == Audience.COLLEAGUE
                                || explanation.reading().measure().concernsCustomer())
                        .map(CaseClocks::forCustomers)
                        .collect(ImmutableList.toImmutableList());
    }

    /** How a case was judged stays inside. */
    private static Explanation forCustomers(Explanation whole) {
        return whole.without(TraceStep.OwnPriority.class::isInstance);
    }
}
