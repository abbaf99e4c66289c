package dk.sagsflow.routing.step;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Duration;
import java.util.Optional;

/** What happened to cases. */
public final class Histories {
    /** How many events are kept in all; a case that has few is read anew as quickly. */
    private static final int KEPT_EVENTS = 200_000;

    private static final int FEW = 50;

    private final CaseRepository repository;
    /** Of cases that much happened to, as they were found last. */
    private final Cache<CaseNumber, CaseHistory> known = CacheBuilder.newBuilder()
            .maximumWeight(KEPT_EVENTS)
            .weigher((CaseNumber number, CaseHistory history) -> history.size())
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

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
        return repository.load(number).map(found -> CaseDraft.found(history(found), found.agenda()));
    }

    private CaseHistory history(StoredCase found) {
        if (found.version() < FEW) {
            return CaseHistory.of(found.history());
        }
        CaseHistory before = known.getIfPresent(found.number());
        CaseHistory history = before != null && goesOn(before, found)
                ? before.followedBy(
                        found.history().subList(before.size(), found.history().size()))
                : CaseHistory.of(found.history());
        known.put(found.number(), history);
        return history;
    }

    /** Whether what is stored is what was known, and more: not if personal data was erased since. */
    private static boolean goesOn(CaseHistory before, StoredCase found) {
        int size = before.size();
        return size <= found.history().size()
                && found.history()
                        .get(size - 1)
                        .equals(before.timeline().recorded().get(size - 1))
                && found.history().subList(size, found.history().size()).stream()
                        .noneMatch(CaseEvent.PersonalDataErased.class::isInstance);
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
