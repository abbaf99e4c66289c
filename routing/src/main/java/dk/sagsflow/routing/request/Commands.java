package dk.sagsflow.routing.request;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.routing.family.Families;
import dk.sagsflow.routing.guard.GuardedDecisions;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.routing.step.StepDraft;
import java.time.Instant;
import java.util.Optional;

/** What people ask of a case that exists: asked of the access policy, and decided. */
public final class Commands {
    private final Histories histories;
    private final AccessPolicy access;
    private final GuardedDecisions decisions;
    private final Families families;

    /** Commands on these cases. */
    public Commands(Histories histories, AccessPolicy access, GuardedDecisions decisions, Families families) {
        this.histories = requireNonNull(histories, "histories");
        this.access = requireNonNull(access, "access");
        this.decisions = requireNonNull(decisions, "decisions");
        this.families = requireNonNull(families, "families");
    }

    /** Chooses a command for the case as it stands. */
    @FunctionalInterface
    public interface Choice {
        /** The command, or why there is none. */
        Outcome<CaseCommand> choose(SupportCase current, Instant now);
    }

    /** The draft with what the command brings about, or why it brings about nothing. */
    public Outcome<StepDraft> decide(StepDraft draft, Actor actor, CaseNumber number, Choice choice) {
        Optional<CaseDraft> found = draft.find(number)
                .or(() -> histories.find(number))
                .filter(current -> access.scope(actor).contains(current.after()));
        return found.isEmpty()
                ? Outcome.refused(new Refusal.UnknownCase(number))
                : choice.choose(found.get().after(), draft.now())
                        .flatMap(command -> decide(found.get(), actor, command, draft.now()))
                        .map(draft::with);
    }

    private Outcome<CaseDraft> decide(CaseDraft draft, Actor actor, CaseCommand command, Instant now) {
        Optional<Refusal> objection =
                access.objection(actor, command, draft.after()).or(() -> families.misfit(command, access.scope(actor)));
        return objection.isPresent()
                ? Outcome.refused(objection.get())
                : decisions.decide(draft, command, actor.id(), now);
    }
}
