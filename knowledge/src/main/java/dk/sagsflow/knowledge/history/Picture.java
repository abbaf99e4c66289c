package dk.sagsflow.knowledge.history;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the log says of one subject, folded, and brought up to date whenever it is asked: so several nodes on one store see
 * what the others did. Decisions are made on it, and made again if somebody else was faster. Safe for use by many threads.
 *
 * @param <S> what the log is folded into; it may change, and is handed out under a lock, so nobody keeps it
 */
public final class Picture<S> {
    private static final int STEPS_AT_ONCE = 1_000;
    private static final int TRIES = 50;

    private final KnowledgeStore store;
    private final BiConsumer<S, KnowledgeEvent> fold;
    private final Object lock = new Object();

    private final Supplier<? extends S> blank;

    /** Those who were forgotten by what is folded. */
    @GuardedBy("lock") private final Set<RecordId> forgotten = new HashSet<>();

    @GuardedBy("lock") private S state;

    @GuardedBy("lock") private LogPosition position;

    /**
     * A picture of everything in this store.
     *
     * @param blank makes what it is before the first event; called again when somebody was forgotten
     * @param fold takes one event in; called in the order of the log
     */
    public Picture(KnowledgeStore store, Supplier<? extends S> blank, BiConsumer<S, KnowledgeEvent> fold) {
        this.store = requireNonNull(store, "store");
        this.blank = requireNonNull(blank, "blank");
        this.state = requireNonNull(blank.get(), "blank");
        this.fold = requireNonNull(fold, "fold");
        this.position = store.beginning();
    }

    /** Those who were forgotten up to now: what is asked from now on says nothing of them. */
    public ImmutableSet<RecordId> forgotten() {
        synchronized (lock) {
            catchUp();
            return ImmutableSet.copyOf(forgotten);
        }
    }

    /** What this function reads from the picture of now. It returns nothing that changes. */
    @CanIgnoreReturnValue
    public <R> R ask(Function<? super S, ? extends R> question) {
        synchronized (lock) {
            catchUp();
            return question.apply(state);
        }
    }

    /**
     * Decides on the picture of now, stores what was decided, and reads the result from the picture after it.
     *
     * @param decision the events, none if nothing is to be done, or a refusal; called again if somebody else was faster
     * @param result what is handed back of the picture then
     * @throws StaleRecordException if others are faster again and again
     */
    public <R> KnowledgeOutcome<R> decide(
            Function<? super S, KnowledgeOutcome<? extends ImmutableList<? extends KnowledgeEvent>>> decision,
            Function<? super S, ? extends R> result) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempted(decision, result);
            } catch (StaleRecordException faster) {
                if (attempt == TRIES) {
                    throw faster;
                }
            }
        }
    }

    private <R> KnowledgeOutcome<R> attempted(
            Function<? super S, KnowledgeOutcome<? extends ImmutableList<? extends KnowledgeEvent>>> decision,
            Function<? super S, ? extends R> result) {
        synchronized (lock) {
            catchUp();
            KnowledgeOutcome<? extends ImmutableList<? extends KnowledgeEvent>> decided = decision.apply(state);
            Optional<KnowledgeRefusal> refusal = decided.refusal();
            if (refusal.isPresent()) {
                return KnowledgeOutcome.refused(refusal.get());
            }
            ImmutableList<? extends KnowledgeEvent> events = decided.orElseThrow();
            if (!events.isEmpty()) {
                store.append(events);
                catchUp();
            }
            return KnowledgeOutcome.accepted(result.apply(state));
        }
    }

    @GuardedBy("lock") private void catchUp() {
        while (readOn()) {
            state = requireNonNull(blank.get());
            position = store.beginning();
        }
    }

    /** Whether somebody was forgotten, so that what was folded before may still have the person in it. */
    @GuardedBy("lock") private boolean readOn() {
        boolean again = false;
        ImmutableList<KnowledgeStep> steps;
        do {
            steps = store.after(position, STEPS_AT_ONCE);
            for (KnowledgeStep step : steps) {
                for (KnowledgeEvent event : step.events()) {
                    fold.accept(state, event);
                    again |= event instanceof ErasureEvent
                            && forgotten.add(event.stamp().record());
                }
                position = step.position();
            }
        } while (steps.size() == STEPS_AT_ONCE);
        return again;
    }
}
