package dk.sagsflow.routing.request;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RegistrationRequest;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.routing.attachment.Attachments;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.sla.clock.CaseHistory;
import java.util.Optional;

/** How cases come in: asked of the access policy, and decided. */
public final class Registrations {
    private final Histories histories;
    private final AccessPolicy access;
    private final CaseDecisions decisions;
    private final CaseNumbers numbers;
    private final Directory directory;
    private final Attachments attachments;

    /** Registrations under these numbers. */
    public Registrations(
            Histories histories,
            AccessPolicy access,
            CaseDecisions decisions,
            CaseNumbers numbers,
            Directory directory,
            Attachments attachments) {
        this.histories = requireNonNull(histories, "histories");
        this.access = requireNonNull(access, "access");
        this.decisions = requireNonNull(decisions, "decisions");
        this.numbers = requireNonNull(numbers, "numbers");
        this.directory = requireNonNull(directory, "directory");
        this.attachments = requireNonNull(attachments, "attachments");
    }

    /** The draft with the new case, or why it does not come in. */
    public Outcome<StepDraft> decide(StepDraft draft, RegistrationRequest request) {
        return directory
                .actor(request.by())
                .map(actor ->
                        decide(draft, request.registration(), new Act(actor, draft.now(), request.circumstances())))
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownActor(request.by())));
    }

    private Outcome<StepDraft> decide(StepDraft draft, Registration registration, Act act) {
        Optional<Refusal> objection = access.objection(act)
                .or(() -> access.objection(act.actor(), registration))
                .or(() -> registration.number().filter(histories::exists).map(Refusal.NumberTaken::new))
                .or(() -> attachments.objection(registration.attachments()))
                .or(() -> registration
                        .follows()
                        .filter(number -> !visible(number, act))
                        .map(Refusal.UnknownCase::new));
        return objection.isPresent()
                ? Outcome.refused(objection.get())
                : decisions
                        .register(registration.number().orElseGet(numbers::next), registration, act)
                        .map(events -> draft.with(CaseDraft.arrived(CaseHistory.of(events))));
    }

    private boolean visible(CaseNumber number, Act act) {
        return histories
                .state(number)
                .filter(access.scope(act.actor())::contains)
                .isPresent();
    }
}
