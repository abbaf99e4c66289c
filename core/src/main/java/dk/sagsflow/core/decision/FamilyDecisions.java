package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RelationObstacle;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.UnlinkReason;
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
     * @param beyond the cases that the other is related to in the same way, however many lie between
     */
    Outcome<ImmutableList<CaseEvent>> link(
            CaseCommand.LinkCase command, Optional<SupportCase> other, ImmutableSet<CaseNumber> beyond) {
        Optional<RelationObstacle> obstacle = obstacle(command)
                .or(() -> beyond.contains(current.number()) ? Optional.of(RelationObstacle.CIRCLE) : Optional.empty())
                .or(() -> command.relation() == CaseRelation.CHILD_OF || command.relation() == CaseRelation.DUPLICATE_OF
                        ? nothingToHear(other)
                        : Optional.empty());
        return obstacle.isPresent()
                ? Outcome.refused(new Refusal.BadRelation(command.relation(), command.other(), obstacle.get()))
                : Outcome.accepted(ImmutableList.<CaseEvent>builder()
                        .add(linked(command.relation(), command.other(), other.map(SupportCase::version)))
                        .addAll(command.relation() == CaseRelation.CHILD_OF ? atOnce(other) : ImmutableList.of())
                        .build());
    }

    /** What a major incident said before is told to nobody again, so its answer is there from the first. */
    ImmutableList<CaseEvent> atOnce(Optional<SupportCase> parent) {
        return parent.filter(Endings::answered)
                .filter(answered -> current.working().isPresent())
                .map(answered -> answerLikeParent(
                        answered.number(), answered.version(), answered.answer().orElseThrow()))
                .orElseGet(ImmutableList::of);
    }

    private CaseEvent linked(CaseRelation relation, CaseNumber other, Optional<Long> version) {
        return new CaseEvent.CaseLinked(deliberation.next(), relation, other, version);
    }

    private Optional<RelationObstacle> obstacle(CaseCommand.LinkCase command) {
        if (command.other().equals(current.number())) {
            return Optional.of(RelationObstacle.ITSELF);
        }
        if (relatedTo(command.other())) {
            return Optional.of(RelationObstacle.RELATED_ALREADY);
        }
        return switch (command.relation()) {
            case CHILD_OF -> current.parent().map(parent -> RelationObstacle.BELONGS_TO_ANOTHER);
            case DUPLICATE_OF -> current.duplicateOf().map(original -> RelationObstacle.DUPLICATE_OF_ANOTHER);
            case CAUSED_BY, FOLLOWS -> Optional.empty();
        };
    }

    private boolean relatedTo(CaseNumber other) {
        return current.relatedCases().stream()
                .anyMatch(related -> related.number().equals(other));
    }

    private static Optional<RelationObstacle> nothingToHear(Optional<SupportCase> other) {
        return other.filter(Endings::withoutAnswer).map(ended -> RelationObstacle.ENDED_WITHOUT_ANSWER);
    }

    /** Undoes a link; what was closed as a duplicate is worked on again. */
    Outcome<ImmutableList<CaseEvent>> unlink(CaseCommand.UnlinkCase command) {
        boolean related = current.relatedCases().stream()
                .anyMatch(each ->
                        each.relation() == command.relation() && each.number().equals(command.other()));
        if (!related) {
            return Outcome.refused(
                    new Refusal.BadRelation(command.relation(), command.other(), RelationObstacle.NOT_RELATED));
        }
        CaseEvent undone = new CaseEvent.CaseUnlinked(
                deliberation.next(), command.relation(), command.other(), UnlinkReason.UNDONE);
        return command.relation() == CaseRelation.DUPLICATE_OF && Endings.closedAsDuplicate(current)
                ? Outcome.accepted(ImmutableList.of(undone, reopened()))
                : deliberation.accept(undone);
    }

    private CaseEvent reopened() {
        return new CaseEvent.Reopened(deliberation.next(), LifecycleDecisions.reopenedAt(deliberation), "");
    }

    /** What follows from what happened to the case that this one belongs to. */
    ImmutableList<CaseEvent> follow(CaseEvent otherEvent) {
        boolean duplicate =
                current.duplicateOf().filter(otherEvent.caseNumber()::equals).isPresent();
        if (current.personalDataErased()) {
            return ImmutableList.of();
        }
        return duplicate ? followOriginal(otherEvent) : followParent(otherEvent);
    }

    private ImmutableList<CaseEvent> followParent(CaseEvent parentEvent) {
        if (current.working().isEmpty()) {
            return ImmutableList.of();
        }
        if (parentEvent instanceof CaseEvent.Answered answered && answered.to().isEmpty()) {
            return answerLikeParent(answered.caseNumber(), answered.sequence(), answered.answer());
        }
        if (parentEvent instanceof CaseEvent.WorkaroundProvided provided) {
            return ImmutableList.of(heardOf(provided), passedOn(provided));
        }
        return parentEvent instanceof CaseEvent.Closed closed
                ? ImmutableList.of(
                        heardOf(closed), left(CaseRelation.CHILD_OF, closed, UnlinkReason.ENDED_WITHOUT_ANSWER))
                : ImmutableList.of();
    }

    /** Only what was closed as a duplicate waits for the answer to its original. */
    private ImmutableList<CaseEvent> followOriginal(CaseEvent originalEvent) {
        if (!Endings.closedAsDuplicate(current)) {
            return ImmutableList.of();
        }
        if (originalEvent instanceof CaseEvent.Answered answered
                && answered.to().isEmpty()) {
            return ImmutableList.of(heardOf(answered), answeredLike(answered.by(), answered.answer()));
        }
        return originalEvent instanceof CaseEvent.Closed closed && closed.reason() != ClosingReason.DUPLICATE
                ? ImmutableList.of(
                        heardOf(closed),
                        left(CaseRelation.DUPLICATE_OF, closed, UnlinkReason.ENDED_WITHOUT_ANSWER),
                        reopened())
                : ImmutableList.of();
    }

    /** A child of a major incident that is a duplicate itself goes over to the case that it repeats. */
    ImmutableList<CaseEvent> handOn(CaseEvent parentClosed, SupportCase next) {
        if (current.working().isEmpty() || current.personalDataErased()) {
            return ImmutableList.of();
        }
        if (Endings.answered(next)) {
            return ImmutableList.<CaseEvent>builder()
                    .add(heardOf(parentClosed))
                    .addAll(answerLikeParent(
                            next.number(), next.version(), next.answer().orElseThrow()))
                    .build();
        }
        return next.working().isEmpty() || relatedTo(next.number())
                ? followParent(parentClosed)
                : ImmutableList.of(
                        heardOf(parentClosed),
                        left(CaseRelation.CHILD_OF, parentClosed, UnlinkReason.HANDED_ON),
                        linked(CaseRelation.CHILD_OF, next.number(), Optional.of(next.version())));
    }

    private CaseEvent left(CaseRelation relation, CaseEvent closed, UnlinkReason reason) {
        return new CaseEvent.CaseUnlinked(deliberation.next(), relation, closed.caseNumber(), reason);
    }

    /** What a case that is closed as a duplicate has from its original at once. */
    Outcome<ImmutableList<CaseEvent>> fromOriginal(SupportCase original) {
        if (Endings.withoutAnswer(original)) {
            return Outcome.refused(new Refusal.BadRelation(
                    CaseRelation.DUPLICATE_OF, original.number(), RelationObstacle.ENDED_WITHOUT_ANSWER));
        }
        return Outcome.accepted(
                Endings.answered(original)
                        ? ImmutableList.of(
                                new CaseEvent.HeardFromParent(
                                        deliberation.next(), original.number(), original.version()),
                                answeredLike(
                                        original.answeredBy().orElseThrow(),
                                        original.answer().orElseThrow()))
                        : ImmutableList.of());
    }

    private CaseEvent answeredLike(Station by, String answer) {
        return new CaseEvent.Answered(deliberation.next(), by, Optional.empty(), answer);
    }

    private CaseEvent heardOf(CaseEvent parentEvent) {
        return new CaseEvent.HeardFromParent(deliberation.next(), parentEvent.caseNumber(), parentEvent.sequence());
    }

    private CaseEvent passedOn(CaseEvent.WorkaroundProvided provided) {
        return new CaseEvent.WorkaroundProvided(
                deliberation.next(), provided.visibility(), provided.workaround(), Optional.of(provided.caseNumber()));
    }

    private ImmutableList<CaseEvent> answerLikeParent(CaseNumber parent, long said, String answer) {
        ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        events.add(new CaseEvent.HeardFromParent(deliberation.next(), parent, said));
        List<Link> fromTop = Lists.reverse(current.chain().links());
        for (int link = 0; link + 1 < fromTop.size(); link++) {
            events.add(new CaseEvent.GivenBack(
                    deliberation.next(),
                    fromTop.get(link).station(),
                    fromTop.get(link + 1).station(),
                    GiveBackReason.SOLVED_BY_PARENT,
                    "solved with " + parent));
        }
        events.add(answeredLike(current.chain().links().get(0).station(), answer));
        return events.build();
    }
}
