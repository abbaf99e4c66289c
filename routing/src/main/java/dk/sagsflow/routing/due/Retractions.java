package dk.sagsflow.routing.due;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.routing.guard.GuardedDecisions;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Takes back thresholds on record that were not passed after all, because something is reported now that happened before
 * them: an answer given at 08:28, reported at 08:40, after the sweep of 08:31 had noticed the limit of 08:30.
 */
public final class Retractions {
    private final Thresholds thresholds;
    private final GuardedDecisions decisions;

    /** Retractions of these thresholds. */
    public Retractions(Thresholds thresholds, GuardedDecisions decisions) {
        this.thresholds = requireNonNull(thresholds, "thresholds");
        this.decisions = requireNonNull(decisions, "decisions");
    }

    /** The draft, without the thresholds that what is reported late in it shows not to have been passed. */
    public StepDraft withRetractions(StepDraft draft) {
        return draft.withEach(each -> earliestLate(each)
                .map(late -> retracted(each, late, draft.now()))
                .orElse(each));
    }

    /** When the earliest of what is reported late happened. */
    private static Optional<Instant> earliestLate(CaseDraft draft) {
        return draft.news().stream()
                .filter(event -> event.occurredAt().isBefore(event.recordedAt()))
                .map(CaseEvent::occurredAt)
                .min(Comparator.naturalOrder());
    }

    private CaseDraft retracted(CaseDraft draft, Instant late, Instant now) {
        CaseDraft all = draft;
        for (String id : thresholds.notPassedSince(draft.history(), late, now)) {
            all = decisions.record(all, new SweepRecord.Retracted(id), now);
        }
        return all;
    }
}
