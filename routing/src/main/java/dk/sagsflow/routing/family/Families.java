package dk.sagsflow.routing.family;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseRelation;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RelationObstacle;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.repository.CaseScope;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.routing.step.StepDraft;
import java.util.Optional;

/** Major incidents and the cases that belong to them. */
public final class Families {
    private final Histories histories;
    private final CaseDecisions decisions;

    /** Families among these cases. */
    public Families(Histories histories, CaseDecisions decisions) {
        this.histories = requireNonNull(histories, "histories");
        this.decisions = requireNonNull(decisions, "decisions");
    }

    /** Why the case cannot be linked like this by somebody who sees so much; empty if nothing speaks against it. */
    public Optional<Refusal> misfit(CaseCommand command, CaseScope scope) {
        return command instanceof CaseCommand.LinkCase link ? misfit(link, scope) : Optional.empty();
    }

    private Optional<Refusal> misfit(CaseCommand.LinkCase link, CaseScope scope) {
        Optional<SupportCase> other =
                histories.find(link.other()).map(CaseDraft::after).filter(scope::contains);
        if (other.isEmpty()) {
            return Optional.of(new Refusal.UnknownCase(link.other()));
        }
        boolean childItself =
                other.get().relatedCases().stream().anyMatch(related -> related.relation() == CaseRelation.CHILD_OF);
        return link.relation() == CaseRelation.CHILD_OF && childItself
                ? Optional.of(new Refusal.BadRelation(
                        link.relation(), link.other(), RelationObstacle.OTHER_BELONGS_TO_ANOTHER))
                : Optional.empty();
    }

    /** The draft, with the new child on record at its parent, and what every child is told because of its parent. */
    public StepDraft withFamily(StepDraft draft) {
        StepDraft all = draft;
        for (CaseEvent event : draft.subject().added()) {
            if (event instanceof CaseEvent.CaseLinked link && link.relation() == CaseRelation.CHILD_OF) {
                all = adopted(all, link);
            }
        }
        for (CaseNumber child : draft.after().children()) {
            all = followed(all, child, draft.subject().added());
        }
        return all;
    }

    private StepDraft adopted(StepDraft draft, CaseEvent.CaseLinked link) {
        return histories
                .find(link.other())
                .map(parent -> draft.with(
                        parent.followedBy(decisions.adopt(parent.after(), draft.after(), link.actor(), link.at()))))
                .orElse(draft);
    }

    private StepDraft followed(StepDraft draft, CaseNumber child, ImmutableList<CaseEvent> parentEvents) {
        if (parentEvents.stream().noneMatch(Families::concernsChildren)) {
            return draft;
        }
        return histories
                .find(child)
                .map(found -> followed(draft, found, parentEvents))
                .orElse(draft);
    }

    private StepDraft followed(StepDraft draft, CaseDraft child, ImmutableList<CaseEvent> parentEvents) {
        return parentEvents.stream()
                .map(event -> decisions.followParent(child.after(), event))
                .filter(events -> !events.isEmpty())
                .findFirst()
                .map(events -> draft.with(child.followedBy(events)))
                .orElse(draft);
    }

    private static boolean concernsChildren(CaseEvent event) {
        return event instanceof CaseEvent.Answered || event instanceof CaseEvent.WorkaroundProvided;
    }
}
