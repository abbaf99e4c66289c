package dk.sagsflow.routing.due;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes back thresholds that were not passed after all. An answer that was given in time may be reported after a sweep has
 * put its limit on record as used up: what is on record then is told apart from what was so, in the step of the report.
 */
public final class Retractions {
    private final Thresholds thresholds;
    private final CaseDecisions decisions;

    /** Retractions of these thresholds. */
    Retractions(Thresholds thresholds, CaseDecisions decisions) {
        this.thresholds = requireNonNull(thresholds, "thresholds");
        this.decisions = requireNonNull(decisions, "decisions");
    }

    /** The draft, without the thresholds that what was reported late in it shows not to have been passed. */
    public StepDraft withRetractions(StepDraft draft) {
        return draft.withEach(each -> firstLate(each.news())
                .map(since -> withRetractions(each, since, draft.now()))
                .orElse(each));
    }

    private static Optional<Instant> firstLate(ImmutableList<CaseEvent> added) {
        Optional<Instant> first = Optional.empty();
        for (CaseEvent event : added) {
            Instant occurred = event.occurredAt();
            boolean late = occurred.isBefore(event.recordedAt());
            first = late
                            && first.filter(earliest -> !occurred.isBefore(earliest))
                                    .isEmpty()
                    ? Optional.of(occurred)
                    : first;
        }
        return first;
    }

    private CaseDraft withRetractions(CaseDraft draft, Instant since, Instant now) {
        CaseDraft result = draft;
        for (String threshold : thresholds.notPassed(draft.history(), since, now)) {
            SweepRecord record = new SweepRecord.Retracted(threshold);
            result = result.followedBy(ImmutableList.of(decisions.record(result.after(), record, now)));
        }
        return result;
    }
}
