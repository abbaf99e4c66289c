package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseRelation;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RelationObstacle;
import java.util.List;
import java.util.Optional;

/** How cases come to belong together, and what happens to a child case when its major incident gets on. */
final class FamilyDecisions {
    private final Deliberation deliberation;
    private final SupportCase current;

    FamilyDecisions(Deliberation deliberation) {
        this.deliberation = deliberation;
        this.current = deliberation.current;
    }

    /**
     * Relates the case to another.
     *
     * @param other the other case; empty if nothing is known of it but its number
     */
    Outcome<ImmutableList<CaseEvent>> link(CaseCommand.LinkCase command, Optional<SupportCase> other) {
        Optional<RelationObstacle> obstacle = obstacle(command)
                .or(() -> command.relation() == CaseRelation.CHILD_OF ? noParent(other) : Optional.empty());
        return obstacle.isPresent()
                ? Outcome.refused(new Refusal.BadRelation(command.relation(), command.other(), obstacle.get()))
                : deliberation.accept(new CaseEvent.CaseLinked(
                        deliberation.next(), command.relation(), command.other(), other.map(SupportCase::version)));
    }

    private Optional<RelationObstacle> obstacle(CaseCommand.LinkCase command) {
        if (command.other().equals(current.number())) {
            return Optional.of(RelationObstacle.ITSELF);
        }
        return current.relatedCases().stream()
                        .anyMatch(related -> related.number().equals(command.other()))
                ? Optional.of(RelationObstacle.RELATED_ALREADY)
                : Optional.empty();
    }

    private Optional<RelationObstacle> noParent(Optional<SupportCase> other) {
        if (current.parent().isPresent()) {
            return Optional.of(RelationObstacle.BELONGS_TO_ANOTHER);
        }
        if (current.majorIncident()) {
            return Optional.of(RelationObstacle.MAJOR_INCIDENT_ITSELF);
        }
        return other.flatMap(SupportCase::parent).map(grandparent -> RelationObstacle.OTHER_BELONGS_TO_ANOTHER);
    }

    ImmutableList<CaseEvent> follow(CaseEvent parentEvent) {
        if (current.working().isEmpty()) {
            return ImmutableList.of();
        }
        if (parentEvent instanceof CaseEvent.Answered answered && answered.to().isEmpty()) {
            return answerLikeParent(answered);
        }
        return parentEvent instanceof CaseEvent.WorkaroundProvided provided
                ? ImmutableList.of(heardOf(provided), passedOn(provided))
                : ImmutableList.of();
    }

    private CaseEvent heardOf(CaseEvent parentEvent) {
        return new CaseEvent.HeardFromParent(deliberation.next(), parentEvent.caseNumber(), parentEvent.sequence());
    }

    private CaseEvent passedOn(CaseEvent.WorkaroundProvided provided) {
        return new CaseEvent.WorkaroundProvided(
                deliberation.next(), provided.visibility(), provided.workaround(), Optional.of(provided.caseNumber()));
    }

    private ImmutableList<CaseEvent> answerLikeParent(CaseEvent.Answered parent) {
        ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        events.add(heardOf(parent));
        List<Link> fromTop = Lists.reverse(current.chain().links());
        for (int link = 0; link + 1 < fromTop.size(); link++) {
            events.add(new CaseEvent.GivenBack(
                    deliberation.next(),
                    fromTop.get(link).station(),
                    fromTop.get(link + 1).station(),
                    GiveBackReason.SOLVED_BY_PARENT,
                    "solved with " + parent.caseNumber()));
        }
        events.add(new CaseEvent.Answered(
                deliberation.next(), current.chain().links().get(0).station(), Optional.empty(), parent.answer()));
        return events.build();
    }
}
