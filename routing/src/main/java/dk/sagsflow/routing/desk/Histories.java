package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.sla.clock.CaseHistory;

/** What happened to cases, as far as is known of them when they are decided on. */
final class Histories {
    private final CaseRepository repository;
    private final CaseClocks clocks;

    Histories(CaseRepository repository, CaseClocks clocks) {
        this.repository = repository;
        this.clocks = clocks;
    }

    /** All these events, of which none need be stored. */
    CaseHistory of(ImmutableList<CaseEvent> events) {
        return clocks.history(events);
    }

    /** Until the case was as it was found; others may have added to it since. */
    CaseHistory until(SupportCase found) {
        return of(repository.history(found.number()).subList(0, (int) found.version()));
    }
}
