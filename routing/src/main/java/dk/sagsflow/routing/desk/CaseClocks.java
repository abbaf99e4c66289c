package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.clock.Explanation;
import java.time.Instant;

/** The clocks of a case as one actor may see them: a customer those of what customers were promised, others all. */
final class CaseClocks {
    private final Clocks clocks;

    CaseClocks(Clocks clocks) {
        this.clocks = clocks;
    }

    ImmutableList<Explanation> explain(Actor actor, ImmutableList<CaseEvent> events, Instant now) {
        boolean all = !Histories.customerAlone(actor);
        return clocks.explain(CaseHistory.of(events), now).stream()
                .filter(explanation -> all || explanation.reading().measure().concernsCustomer())
                .collect(ImmutableList.toImmutableList());
    }
}
