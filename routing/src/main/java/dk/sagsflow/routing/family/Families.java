package dk.sagsflow.routing.family;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseRelation;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.routing.step.StepDraft;
import java.util.Optional;

/**
 * How cases come to belong together. A case says itself where it belongs; a major incident says no more than that it is one,
 * so that it is as quick with thousands of cases as with none.
 */
public final class Families {
    private final Histories histories;
    private final CaseDecisions decisions;

    /** Families among these cases. */
    public Families(Histories histories, CaseDecisions decisions) {
        this.histories = requireNonNull(histories, "histories");
        this.decisions = requireNonNull(decisions, "decisions");
    }

    /**
     * The draft with the case related to the other, or why it is not. What was looked at of the other case must still be so
     * when the step is stored, so two that are related in opposite directions at once do not both come through.
     *
     * @param scope what the actor may see
     */
    public Outcome<StepDraft> linked(
            StepDraft draft, CaseDraft found, CaseCommand.LinkCase link, Act act, CaseScope scope) {
        Optional<SupportCase> other = draft.find(link.other())
                .map(CaseDraft::after)
                .or(() -> histories.state(link.other()))
                .filter(scope::contains);
        if (other.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownCase(link.other()));
        }
        return link.relation() == CaseRelation.CHILD_OF && !other.get().majorIncident()
                ? withNewMajorIncident(draft, found, link, act)
                : decisions
                        .link(found.after(), link, other.get(), act)
                        .map(events -> draft.relyingOn(other.get()).with(found.followedBy(events)));
    }

    /** The other case becomes a major incident by it. */
    private Outcome<StepDraft> withNewMajorIncident(
            StepDraft draft, CaseDraft found, CaseCommand.LinkCase link, Act act) {
        CaseDraft parent =
                draft.find(link.other()).or(() -> histories.find(link.other())).orElseThrow();
        return decisions
                .link(found.after(), link, parent.after(), act)
                .map(events -> draft.with(found.followedBy(events))
                        .with(parent.followedBy(decisions.adopt(parent.after(), act))));
    }
}
