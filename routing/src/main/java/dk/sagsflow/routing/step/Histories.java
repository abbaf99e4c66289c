package dk.sagsflow.routing.step;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.sla.clock.CaseHistory;
import java.util.Optional;

/** What happened to cases. */
public final class Histories {
    private final CaseRepository repository;

    /** Histories of the cases in this store. */
    public Histories(CaseRepository repository) {
        this.repository = repository;
    }

    /** Whether there is such a case. */
    public boolean exists(CaseNumber number) {
        return repository.find(number).isPresent();
    }

    /** A case as it stands, to which nothing has happened yet in this step. */
    public Optional<CaseDraft> find(CaseNumber number) {
        return repository.load(number).map(found -> CaseDraft.found(CaseHistory.of(found.history())));
    }

    /** A case as it stands, without what happened to it. */
    public Optional<SupportCase> state(CaseNumber number) {
        return repository.find(number);
    }

    /** Whether this is a customer and nobody who works in the organisation. */
    public static boolean customerAlone(Actor actor) {
        return actor.memberships().isEmpty() && actor.customer().isPresent();
    }
}
