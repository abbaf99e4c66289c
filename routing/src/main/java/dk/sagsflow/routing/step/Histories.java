package dk.sagsflow.routing.step;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What happened to cases. */
public final class Histories {
    /** How many events are kept in all. */
    private static final int KEPT_EVENTS = 200_000;

    /** Of a shorter one it is found out again as fast, and keeping it would be most of what a desk has in memory. */
    private static final int LONG = 30;

    /** About how many events take as much as what was found out of a history. */
    private static final int WALKS = 30;

    private final CaseRepository repository;
    /** Long ones as they were found or stored last: where something happens to a case, more happens soon. */
    private final Cache<CaseNumber, CaseHistory> known = CacheBuilder.newBuilder()
            .maximumWeight(KEPT_EVENTS)
            .weigher((CaseNumber number, CaseHistory history) -> history.size() + WALKS)
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
        return Optional.ofNullable(known.getIfPresent(number))
                .flatMap(before -> goingOn(number, before))
                .or(() -> read(number));
    }

    private Optional<CaseDraft> read(CaseNumber number) {
        return repository.load(number).map(found -> {
            CaseHistory history = CaseHistory.of(found.history(), found.state());
            keep(history);
            return CaseDraft.found(history, found.agenda());
        });
    }

    /** What is known with what happened since, if it is still what is stored. */
    private Optional<CaseDraft> goingOn(CaseNumber number, CaseHistory before) {
        Optional<StoredCase.Tail> since = repository.loadAfter(number, before.size() - 1L);
        if (since.isEmpty() || !goesOn(before, since.get().events())) {
            known.invalidate(number);
            return Optional.empty();
        }
        ImmutableList<CaseEvent> events = since.get().events();
        CaseHistory history = events.size() == 1 ? before : before.followedBy(events.subList(1, events.size()));
        keep(history);
        return Optional.of(CaseDraft.found(history, since.get().agenda()));
    }

    /** Whether the first of these is the latest that was known, and nothing has been erased since. */
    private static boolean goesOn(CaseHistory before, ImmutableList<CaseEvent> since) {
        return !since.isEmpty()
                && since.get(0).equals(before.timeline().recorded().get(before.size() - 1))
                && (since.size() == 1 || since.stream().skip(1).noneMatch(Histories::rewrites));
    }

    private static boolean rewrites(CaseEvent event) {
        return event instanceof CaseEvent.PersonalDataErased || event instanceof CaseEvent.PersonForgotten;
    }

    /** Those who were faster have kept more. */
    private void keep(CaseHistory history) {
        if (history.size() >= LONG) {
            known.asMap()
                    .merge(history.latest().number(), history, (one, other) -> one.size() > other.size() ? one : other);
        }
    }

    /** Stores the step, and goes on from there when its cases are asked for again. */
    void store(StepDraft draft) {
        repository.append(draft.step());
        stored(draft);
    }

    /** Stores these steps up to the first that cannot be stored, and says how many. */
    int storeInOrder(List<StepDraft> drafts) {
        int many =
                repository.appendInOrder(drafts.stream().map(StepDraft::step).collect(ImmutableList.toImmutableList()));
        drafts.subList(0, many).forEach(this::stored);
        return many;
    }

    private void stored(StepDraft draft) {
        for (CaseDraft each : draft.cases()) {
            if (each.erasedHistory().isPresent()) {
                known.invalidate(each.after().number());
            } else if (each.adds()) {
                keep(each.history());
            }
        }
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
