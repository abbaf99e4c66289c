package dk.sagsflow.routing.request;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.routing.attachment.Attachments;
import dk.sagsflow.routing.family.Families;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.sla.clock.CaseHistory;

/** How cases are brought along from other systems. */
public final class Imports {
    private final Histories histories;
    private final CaseDecisions decisions;
    private final CaseNumbers numbers;
    private final Attachments attachments;
    private final Families families;

    /** Imports under the numbers that cases bring along, and under these else. */
    public Imports(
            Histories histories,
            CaseDecisions decisions,
            CaseNumbers numbers,
            Attachments attachments,
            Families families) {
        this.families = requireNonNull(families, "families");
        this.histories = requireNonNull(histories, "histories");
        this.decisions = requireNonNull(decisions, "decisions");
        this.numbers = requireNonNull(numbers, "numbers");
        this.attachments = requireNonNull(attachments, "attachments");
    }

    /** The draft with the case, or why it is not brought along. */
    public Outcome<StepDraft> decide(StepDraft draft, CaseImport asked) {
        return decisions
                .bringAlong(
                        asked,
                        numbers::next,
                        (number, relation) -> families.ledTo(draft, number, relation),
                        draft.now())
                .flatMap(events -> attachments
                        .objectionToPast(events)
                        .<Outcome<CaseHistory>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.accepted(CaseHistory.of(events))))
                .flatMap(history -> arrived(draft, history));
    }

    private Outcome<StepDraft> arrived(StepDraft draft, CaseHistory history) {
        CaseNumber number = history.latest().number();
        return histories.state(number).isPresent()
                ? Outcome.refused(new Refusal.NumberTaken(number))
                : Outcome.accepted(families.broughtAlong(draft.with(CaseDraft.arrived(history)), history.latest()));
    }
}
