package dk.sagsflow.routing.due;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.routing.followup.FollowUpDue;
import dk.sagsflow.routing.guard.GuardedDecisions;
import dk.sagsflow.routing.step.CaseDraft;
import java.time.Instant;
import java.util.Optional;

/** Puts on record what came due on a case, with what it asks for: thresholds, follow-up rules, absences. */
public final class CameDue {
    private static final Actor SAGSFLOW = Actor.sagsflow();

    private final Overdue overdue;
    private final FollowUps followUps;
    private final Absences absences;
    private final GuardedDecisions decisions;

    /** What these say came due, as these decisions allow. */
    CameDue(Overdue overdue, FollowUps followUps, Absences absences, GuardedDecisions decisions) {
        this.overdue = requireNonNull(overdue, "overdue");
        this.followUps = requireNonNull(followUps, "followUps");
        this.absences = requireNonNull(absences, "absences");
        this.decisions = requireNonNull(decisions, "decisions");
    }

    /** The draft with thresholds that were passed and follow-up rules that came due, or why one cannot do what it asks for. */
    public Outcome<CaseDraft> recorded(CaseDraft found, Instant now) {
        Outcome<CaseDraft> result = Outcome.accepted(overdue.recorded(found, now));
        for (FollowUpDue due : followUps.unrecorded(found.history(), now)) {
            result = result.flatMap(current -> followedUp(current, due, now));
        }
        return result;
    }

    /** The draft with word of whoever has the case and is away, to those who are to be told and were not yet. */
    public CaseDraft absenceTold(CaseDraft draft, Instant now) {
        return absences.told(draft, decisions, now);
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
}
