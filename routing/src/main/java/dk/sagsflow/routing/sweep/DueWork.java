package dk.sagsflow.routing.sweep;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.routing.arrival.ArrivingCases;
import dk.sagsflow.routing.due.CameDue;
import dk.sagsflow.routing.guard.GuardedDecisions;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.routing.step.StepDraft;
import java.time.Instant;
import java.util.Optional;

/**
 * What a sweep decides on a case that has come due: puts thresholds and follow-up rules on record and does what they ask
 * for, ends a hold whose date has come, gives the case to somebody if it waits for that.
 */
public final class DueWork {
    private static final Actor SAGSFLOW = Actor.sagsflow();

    private final Histories histories;
    private final GuardedDecisions decisions;
    private final CameDue cameDue;
    private final ArrivingCases arrivals;

    /** Work on what came due. */
    public DueWork(Histories histories, GuardedDecisions decisions, CameDue cameDue, ArrivingCases arrivals) {
        this.histories = requireNonNull(histories, "histories");
        this.decisions = requireNonNull(decisions, "decisions");
        this.cameDue = requireNonNull(cameDue, "cameDue");
        this.arrivals = requireNonNull(arrivals, "arrivals");
    }

    /**
     * Does what has come due; others may have done it meanwhile, and then there is nothing to do.
     *
     * @param told how far the cases that belong to it were told what it has for them
     */
    Outcome<StepDraft> decide(StepDraft begun, CaseNumber number, Optional<SweepRecord> told) {
        Instant now = begun.now();
        // Thresholds first: they were passed before the hold ends now.
        return found(number)
                .flatMap(found -> cameDue.recorded(found, now))
                .flatMap(draft -> resumed(draft, now))
                .map(draft ->
                        told.map(record -> decisions.record(draft, record, now)).orElse(draft))
                .map(draft -> cameDue.absenceTold(draft, now))
                .map(begun::with)
                .map(arrivals::withAssignment);
    }

    /** Puts on record that the case could not be handled. */
    Outcome<StepDraft> setAside(StepDraft begun, CaseNumber number, String reason) {
        SweepRecord record = new SweepRecord.LeftAlone(reason);
        return found(number)
                .map(found -> decisions.record(found, record, begun.now()))
                .map(begun::with);
    }

    /** Puts on record that the case can be handled again. */
    Outcome<StepDraft> takeUp(StepDraft begun, CaseNumber number) {
        return found(number)
                .flatMap(found -> decisions.decide(found, new CaseCommand.TakeUp(), Act.of(SAGSFLOW, begun.now())))
                .map(begun::with);
    }

    private Outcome<CaseDraft> found(CaseNumber number) {
        return histories
                .find(number)
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownCase(number)));
    }

    private Outcome<CaseDraft> resumed(CaseDraft draft, Instant now) {
        Optional<Instant> until = draft.after().hold().flatMap(SupportCase.Hold::until);
        return until.filter(end -> !end.isAfter(now)).isPresent()
                ? decisions.decide(draft, new CaseCommand.Resume(), Act.of(SAGSFLOW, now))
                : Outcome.accepted(draft);
    }
}
