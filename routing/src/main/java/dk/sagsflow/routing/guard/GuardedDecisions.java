package dk.sagsflow.routing.guard;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.routing.step.CaseDraft;
import java.time.Instant;
import java.util.Optional;

/** Decides commands on cases, those of people and those of sweeps alike, unless the guard objects. */
public final class GuardedDecisions {
    private final HandOverGuard guard;
    private final CaseDecisions decisions;

    /** These decisions behind this guard. */
    public GuardedDecisions(HandOverGuard guard, CaseDecisions decisions) {
        this.guard = requireNonNull(guard, "guard");
        this.decisions = requireNonNull(decisions, "decisions");
    }

    /** The draft with what a sweep puts on record, which nothing refuses. */
    public CaseDraft record(CaseDraft draft, SweepRecord record, Instant now) {
        return draft.followedBy(ImmutableList.of(decisions.record(draft.after(), record, now)));
    }

    /** The draft with what the command brings about, or why it brings about nothing. */
    public Outcome<CaseDraft> decide(CaseDraft draft, CaseCommand command, Act act) {
        Optional<Refusal> objection = guard.objection(act.actor().id(), command, draft.history());
        return objection.isPresent()
                ? Outcome.refused(objection.get())
                : decisions.decide(draft.after(), command, act).map(draft::followedBy);
    }
}
