package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.clock.Explanation;
import java.time.Instant;

/** The clocks of a case as one actor may see them: a customer those of what customers were promised, others all. */
final class CaseClocks {
    private final Clocks clocks;
    private final Directory directory;

    CaseClocks(Agreements agreements, Directory directory) {
        this.clocks = new Clocks(agreements);
        this.directory = directory;
    }

    Clocks clocks() {
        return clocks;
    }

    ImmutableList<Explanation> explain(Actor actor, ImmutableList<CaseEvent> events, Instant now) {
        boolean all = !customerAlone(actor);
        return clocks.explain(history(events), now).stream()
                .filter(explanation -> all || explanation.reading().measure().concernsCustomer())
                .collect(ImmutableList.toImmutableList());
    }

    /** The same clocks without their explanations. */
    ImmutableList<ClockReading> read(Actor actor, ImmutableList<CaseEvent> events, Instant now) {
        boolean all = !customerAlone(actor);
        return clocks.read(history(events), now).stream()
                .filter(reading -> all || reading.measure().concernsCustomer())
                .collect(ImmutableList.toImmutableList());
    }

    /** The history, in which members of the organisation speak for it, and neither customers nor programs. */
    CaseHistory history(ImmutableList<CaseEvent> events) {
        return CaseHistory.of(events, this::speaksForOrganisation);
    }

    /** Whether this is a member of the organisation, and neither a customer nor a program. */
    boolean speaksForOrganisation(ActorId id) {
        if (id.equals(Actor.sagsflow().id())) {
            return false;
        }
        return directory
                .actor(id)
                .map(actor -> !actor.automation() && !customerAlone(actor))
                .orElse(true);
    }

    private static boolean customerAlone(Actor actor) {
        return actor.memberships().isEmpty() && actor.customer().isPresent();
    }
}
