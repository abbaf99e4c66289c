package dk.sagsflow.routing.request;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.routing.attachment.Attachments;
import dk.sagsflow.routing.family.Families;
import dk.sagsflow.routing.guard.GuardedDecisions;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.routing.watcher.Watching;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people ask of a case that exists: asked of the access policy, and decided. */
public final class Commands {
    private final Callers callers;
    private final GuardedDecisions decisions;
    private final Families families;
    private final Attachments attachments;
    private final Watching watching;

    /** Commands of these people on the cases that they may see. */
    public Commands(Callers callers, GuardedDecisions decisions, Families families, Attachments attachments) {
        this.callers = requireNonNull(callers, "callers");
        this.decisions = requireNonNull(decisions, "decisions");
        this.families = requireNonNull(families, "families");
        this.attachments = requireNonNull(attachments, "attachments");
        this.watching = new Watching(callers.access(), callers.directory());
    }

    /** Chooses a command for the case as it stands. */
    @FunctionalInterface
    public interface Choice {
        /** The command, or why there is none. */
        Outcome<CaseCommand> choose(SupportCase current, Instant now);
    }

    /** The draft with what all of these bring about one after the other, or why one of them brings about nothing. */
    public Outcome<StepDraft> decide(StepDraft begun, List<CaseRequest> together) {
        Outcome<StepDraft> result = Outcome.accepted(begun);
        for (CaseRequest request : together) {
            result = result.flatMap(draft -> decide(draft, request));
        }
        return result;
    }

    /** The draft with what is chosen, or why nothing is. */
    public Outcome<StepDraft> decide(StepDraft draft, ActorId by, CaseNumber number, Choice choice) {
        return callers.acting(
                by,
                actor -> callers.found(draft, actor, number)
                        .flatMap(found -> choice.choose(found.after(), draft.now())
                                .flatMap(command -> decide(draft, found, command, Act.of(actor, draft.now())))));
    }

    /**
     * The draft with what the command brings about here and now, or why it brings about nothing.
     *
     * @param found a case that the actor may see
     */
    public Outcome<StepDraft> decide(StepDraft draft, Actor actor, CaseDraft found, CaseCommand command) {
        return decide(draft, found, command, Act.of(actor, draft.now()));
    }

    private Outcome<StepDraft> decide(StepDraft draft, CaseRequest request) {
        return callers.acting(
                request.by(), actor -> decide(draft, request, new Act(actor, draft.now(), request.circumstances())));
    }

    private Outcome<StepDraft> decide(StepDraft draft, CaseRequest request, Act act) {
        return callers.access()
                .objection(act)
                .<Outcome<StepDraft>>map(Outcome::refused)
                .orElseGet(() -> callers.found(draft, act.actor(), request.number())
                        .flatMap(found -> asSeen(found, request))
                        .flatMap(found -> decide(draft, found, request.command(), act)));
    }

    private static Outcome<CaseDraft> asSeen(CaseDraft found, CaseRequest request) {
        long version = found.stored();
        return request.expectedVersion().filter(seen -> seen != version).isPresent()
                ? Outcome.refused(new Refusal.ChangedSince(
                        request.number(), request.expectedVersion().orElseThrow(), version))
                : Outcome.accepted(found);
    }

    private Outcome<StepDraft> decide(StepDraft draft, CaseDraft found, CaseCommand command, Act act) {
        Optional<Refusal> objection = callers.access()
                .objection(act.actor(), command, found.after())
                .or(() -> attachments.objection(command, found.after()))
                .or(() -> watching.objection(command, found.after()));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        if (command instanceof CaseCommand.LinkCase link) {
            return families.linked(draft, found, link, act, callers.access().scope(act.actor()));
        }
        return command instanceof CaseCommand.Close close && close.reason() == ClosingReason.DUPLICATE
                ? families.closedAsDuplicate(draft, found, close, act)
                : decisions.decide(found, command, act).map(draft::with);
    }
}
