package dk.sagsflow.routing.due;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.routing.guard.GuardedDecisions;
import dk.sagsflow.routing.step.CaseDraft;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts thresholds that clocks went past on record, with the escalations that they ask for (R17). */
public final class Overdue {
    private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);
    private static final Actor SAGSFLOW = Actor.sagsflow();

    private final Thresholds thresholds;
    private final Escalations escalations;
    private final GuardedDecisions decisions;

    /** These thresholds and what they ask for. */
    public Overdue(Thresholds thresholds, Escalations escalations, GuardedDecisions decisions) {
        this.thresholds = requireNonNull(thresholds, "thresholds");
        this.escalations = requireNonNull(escalations, "escalations");
        this.decisions = requireNonNull(decisions, "decisions");
    }

    /** The draft with every threshold on record that is passed now. */
    public CaseDraft recorded(CaseDraft found, Instant now) {
        CaseDraft result = found;
        for (Thresholds.Unrecorded unrecorded : thresholds.unrecorded(found.history(), now)) {
            result = recorded(result, unrecorded, now);
        }
        return result;
    }

    private CaseDraft recorded(CaseDraft draft, Thresholds.Unrecorded unrecorded, Instant now) {
        PassedThreshold passed = unrecorded.passed();
        CaseDraft recorded = decisions.record(draft, new SweepRecord.Threshold(passed), now);
        CaseDraft escalated = recorded;
        for (Escalations.Step step : escalations.of(passed, unrecorded.actions(), recorded.after())) {
            escalated = escalated(escalated, step, now);
        }
        return escalated;
    }

    /** The threshold stays on record even if nothing that it asks for can be done. */
    private CaseDraft escalated(CaseDraft draft, Escalations.Step step, Instant now) {
        for (CaseCommand command : step.inOrder()) {
            Outcome<CaseDraft> outcome = decisions.decide(draft, command, Act.of(SAGSFLOW, now));
            if (outcome instanceof Outcome.Refused<CaseDraft> refused) {
                LOG.info(
                        "case {} is not escalated by {}: {}",
                        draft.after().number(),
                        command.getClass().getSimpleName(),
                        refused.refusal().getClass().getSimpleName());
            } else {
                LOG.info(
                        "case {} is escalated by {}",
                        draft.after().number(),
                        command.getClass().getSimpleName());
                return outcome.orElseThrow();
            }
        }
        return draft;
    }
}
