package dk.sagsflow.routing.step;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.AttachmentObstacle;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.ConcurrentAssignmentException;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.ReferenceTakenException;
import dk.sagsflow.core.repository.StoreTransaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes steps: decides, lets each stage add what follows, stores everything at once, and tells the listeners. If somebody
 * else was faster, all of it is done again on what is there then.
 */
public final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
    private static final int ATTEMPTS = 20;

    private final Histories histories;
    private final InstantSource clock;
    private final ImmutableList<Stage> stages;
    private final Listeners listeners;
    private final Optional<StoreTransaction> transaction;

    /**
     * Steps of one desk.
     *
     * @param stages what follows from a decision, in order
     * @param transaction the transaction that each of them is part of; empty if each is one
     */
    public Steps(
            Histories histories,
            InstantSource clock,
            ImmutableList<Stage> stages,
            Listeners listeners,
            Optional<StoreTransaction> transaction) {
        this.histories = requireNonNull(histories, "histories");
        this.clock = requireNonNull(clock, "clock");
        this.stages = requireNonNull(stages, "stages");
        this.listeners = requireNonNull(listeners, "listeners");
        this.transaction = requireNonNull(transaction, "transaction");
    }

    /**
     * Takes a step. It never fails because others give cases to the same people: in the end nobody gets the case in it. Within
     * a transaction of the host it is tried once, and that others were faster is thrown.
     *
     * @throws ConcurrentUpdateException if others change a case of it again and again
     */
    public Outcome<StepDraft> take(Decision decision) {
        return transaction.isPresent() ? attempt(decision, true) : takeAgainAndAgain(decision);
    }

    private Outcome<StepDraft> takeAgainAndAgain(Decision decision) {
        int crowded = 0;
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(decision, crowded < ATTEMPTS && attempt - crowded <= ATTEMPTS / 2);
            } catch (ConcurrentAssignmentException faster) {
                crowded++;
                LOG.debug("decided again, because others gave cases to the same people");
            } catch (ConcurrentUpdateException faster) {
                if (attempt - crowded >= ATTEMPTS) {
                    throw faster;
                }
            }
        }
    }

    /**
     * Takes these steps, each as if it were alone, one after the other, and stores many at once where nothing is in the way.
     *
     * @param atOnce how many are stored at once, at most
     */
    public ImmutableList<Outcome<StepDraft>> takeInOrder(List<Decision> decisions, int atOnce) {
        List<Outcome<StepDraft>> outcomes = new ArrayList<>();
        while (outcomes.size() < decisions.size()) {
            List<StepDraft> drafts = drafts(decisions.subList(outcomes.size(), decisions.size()), atOnce);
            int stored = drafts.size() < 2 ? 0 : storeInOrder(drafts);
            drafts.subList(0, stored).forEach(draft -> {
                tell(draft);
                outcomes.add(Outcome.accepted(draft));
            });
            if (stored == 0) {
                outcomes.add(take(decisions.get(outcomes.size())));
            }
        }
        return ImmutableList.copyOf(outcomes);
    }

    /** Up to the first that is refused, since it may be about one before it. */
    private List<StepDraft> drafts(List<Decision> decisions, int most) {
        List<StepDraft> drafts = new ArrayList<>();
        for (Decision decision : decisions.subList(0, Math.min(most, decisions.size()))) {
            Outcome<StepDraft> draft =
                    decision.decide(StepDraft.begun(clock.instant(), true)).map(this::complete);
            if (!draft.wasAccepted()) {
                return drafts;
            }
            drafts.add(draft.orElseThrow());
        }
        return drafts;
    }

    private int storeInOrder(List<StepDraft> drafts) {
        try {
            return histories.storeInOrder(drafts);
        } catch (ConcurrentUpdateException | ConcurrentAssignmentException | ReferenceTakenException inTheWay) {
            return 0;
        }
    }

    /** Takes a step that gives nobody a case, unless somebody else is faster. */
    public Outcome<StepDraft> takeAtOnce(Decision decision) {
        return attempt(decision, false);
    }

    /** When it is. */
    public Instant now() {
        return clock.instant();
    }

    private Outcome<StepDraft> attempt(Decision decision, boolean assigning) {
        try {
            return decision.decide(StepDraft.begun(clock.instant(), assigning)).map(this::stored);
        } catch (ReferenceTakenException taken) {
            return Outcome.refused(taken(taken.reference(), taken.number()));
        }
    }

    /** Why what a case is to have alone is refused, as another case has it. */
    public static Refusal taken(Reference reference, CaseNumber holder) {
        return reference.system().equals(Attachment.CLAIM)
                ? new Refusal.AttachmentRefused(reference.id(), AttachmentObstacle.OF_ANOTHER_CASE, Optional.empty())
                : new Refusal.ReferenceTaken(reference, Optional.of(holder));
    }

    private StepDraft stored(StepDraft decided) {
        StepDraft draft = complete(decided);
        histories.store(draft);
        tell(draft);
        return draft;
    }

    private StepDraft complete(StepDraft decided) {
        StepDraft draft = decided;
        for (Stage stage : stages) {
            draft = stage.apply(draft);
        }
        return draft;
    }

    private void tell(StepDraft taken) {
        transaction.ifPresentOrElse(
                joined -> joined.afterCommit(() -> listeners.tell(taken)), () -> listeners.tell(taken));
    }
}
