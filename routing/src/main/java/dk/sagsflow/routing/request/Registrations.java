package dk.sagsflow.routing.request;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RegistrationRequest;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.routing.attachment.Attachments;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.sla.clock.CaseHistory;
import java.util.Optional;

/** How cases come in: asked of the access policy, and decided. */
public final class Registrations {
    private final Callers callers;
    private final CaseDecisions decisions;
    private final CaseNumbers numbers;
    private final Attachments attachments;

    /** Registrations under these numbers. */
    public Registrations(Callers callers, CaseDecisions decisions, CaseNumbers numbers, Attachments attachments) {
        this.callers = requireNonNull(callers, "callers");
        this.decisions = requireNonNull(decisions, "decisions");
        this.numbers = requireNonNull(numbers, "numbers");
        this.attachments = requireNonNull(attachments, "attachments");
    }

    /** The draft with the new case, or why it does not come in. */
    public Outcome<StepDraft> decide(StepDraft draft, RegistrationRequest request) {
        return callers.acting(
                request.by(),
                actor -> decide(draft, request.registration(), new Act(actor, draft.now(), request.circumstances())));
    }

    private Outcome<StepDraft> decide(StepDraft draft, Registration registration, Act act) {
        Optional<Refusal> objection = objection(registration, act);
        return objection.isPresent()
                ? Outcome.refused(objection.get())
                : decisions
                        .register(registration.number().orElseGet(numbers::next), registration, act)
                        .map(events -> draft.with(CaseDraft.arrived(CaseHistory.of(events))));
    }

    private Optional<Refusal> objection(Registration registration, Act act) {
        AccessPolicy access = callers.access();
        return access.objection(act)
                .or(() -> access.objection(act.actor(), registration))
                .or(() -> registration.number().filter(callers::taken).map(Refusal.NumberTaken::new))
                .or(() -> attachments.objection(registration.attachments()))
                .or(() -> registration
                        .follows()
                        .filter(number -> !callers.visible(number, act.actor()))
                        .map(Refusal.UnknownCase::new));
    }
}
