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
import dk.sagsflow.routing.due.Absences;
import dk.sagsflow.routing.due.FollowUps;
import dk.sagsflow.routing.due.Overdue;
import dk.sagsflow.routing.followup.FollowUpDue;
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
    private final Overdue overdue;
    private final FollowUps followUps;
    private final Absences absences;
    private final ArrivingCases arrivals;

    /** Work on what these say is due. */
    public DueWork(
            Histories histories,
            GuardedDecisions decisions,
            Overdue overdue,
            FollowUps followUps,
            Absences absences,
            ArrivingCases arrivals) {
        this.histories = requireNonNull(histories, "histories");
        this.decisions = requireNonNull(decisions, "decisions");
        this.overdue = requireNonNull(overdue, "overdue");
        this.followUps = requireNonNull(followUps, "followUps");
        this.absences = requireNonNull(absences, "absences");
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
                .flatMap(found ->
                        followedUp(overdue.recorded(found, now), found, now).flatMap(draft -> resumed(draft, now)))
                .map(draft ->
                        told.map(record -> decisions.record(draft, record, now)).orElse(draft))
                .map(draft -> absences.told(draft, decisions, now))
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

    private Outcome<CaseDraft> followedUp(CaseDraft draft, CaseDraft before, Instant now) {
        Outcome<CaseDraft> result = Outcome.accepted(draft);
        for (FollowUpDue due : followUps.unrecorded(before.history(), now)) {
            result = result.flatMap(current -> followedUp(current, due, now));
        }
        return result;
    }

    private Outcome<CaseDraft> followedUp(CaseDraft draft, FollowUpDue due, Instant now) {
        Optional<FollowUps.FollowingUp> asked = followUps.of(
                due,
                draft.after(),
                command ->
                        decisions.decide(draft, command, Act.of(SAGSFLOW, now)).wasAccepted());
        if (asked.isEmpty()) {
            return Outcome.accepted(draft);
        }
        CaseDraft recorded = decisions.record(draft, asked.get().record(), now);
        return asked.get()
                .closing()
                .map(closing -> decisions.decide(recorded, closing, Act.of(SAGSFLOW, now)))
                .orElseGet(() -> Outcome.accepted(recorded));
    }

    private Outcome<CaseDraft> resumed(CaseDraft draft, Instant now) {
        Optional<Instant> until = draft.after().hold().flatMap(SupportCase.Hold::until);
        return until.filter(end -> !end.isAfter(now)).isPresent()
                ? decisions.decide(draft, new CaseCommand.Resume(), Act.of(SAGSFLOW, now))
                : Outcome.accepted(draft);
    }
}
