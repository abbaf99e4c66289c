package dk.sagsflow.routing.step;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.sla.clock.CaseHistory;
import java.util.Optional;

/** What happened to cases, in which members of the organisation speak for it, and neither customers nor programs. */
public final class Histories {
    private final CaseRepository repository;
    private final Directory directory;

    /** Histories of the cases in this store. */
    public Histories(CaseRepository repository, Directory directory) {
        this.repository = repository;
        this.directory = directory;
    }

    /** A case as it stands, to which nothing has happened yet in this step. */
    public Optional<CaseDraft> find(CaseNumber number) {
        return repository.load(number).map(found -> CaseDraft.found(of(found.history())));
    }

    /** A case as it stands, without what happened to it. */
    public Optional<SupportCase> state(CaseNumber number) {
        return repository.find(number);
    }

    /** All these events, of which none need be stored. */
    public CaseHistory of(ImmutableList<CaseEvent> events) {
        return CaseHistory.of(events, this::speaksForOrganisation);
    }

    /** Whether this is a member of the organisation, and neither a customer nor a program. */
    public boolean speaksForOrganisation(ActorId id) {
        if (id.equals(Actor.sagsflow().id())) {
            return false;
        }
        return directory
                .actor(id)
                .map(actor -> !actor.automation() && !customerAlone(actor))
                .orElse(true);
    }

    /** Whether this is a customer and nobody who works in the organisation. */
    public static boolean customerAlone(Actor actor) {
        return actor.memberships().isEmpty() && actor.customer().isPresent();
    }
}
