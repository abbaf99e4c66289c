package dk.sagsflow.routing.family;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RelationObstacle;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.routing.step.StepDraft;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        if (state(draft, link.other()).filter(scope::contains).isEmpty()) {
            return Outcome.refused(new Refusal.UnknownCase(link.other()));
        }
        StepDraft looked = lookedAt(draft.with(found), link);
        SupportCase other = state(looked, link.other()).orElseThrow();
        Map<CaseNumber, SupportCase> beyond = beyond(looked, other, link.relation());
        return decisions
                .link(found.after(), link, other, ImmutableSet.copyOf(beyond.keySet()), act)
                .map(events -> relying(looked, beyond).with(found.followedBy(events)))
                .map(linked -> adopted(linked, other, link.relation(), act));
    }

    /** With the other case in it if that has something to say of it; what is looked at is then what it adds to. */
    private StepDraft lookedAt(StepDraft draft, CaseCommand.LinkCase link) {
        boolean says = state(draft, link.other())
                .filter(other -> !saysSo(other, link.relation()))
                .isPresent();
        return says ? draft.with(found(draft, link.other())) : draft;
    }

    private static boolean saysSo(SupportCase other, CaseRelation relation) {
        return switch (relation) {
            case CHILD_OF -> other.majorIncident();
            case DUPLICATE_OF -> other.original();
            case CAUSED_BY, FOLLOWS -> true;
        };
    }

    /** The draft with the case closed as a duplicate, and with its original's answer if there is one already. */
    public Outcome<StepDraft> closedAsDuplicate(StepDraft draft, CaseDraft found, CaseCommand.Close close, Act act) {
        return found.after()
                .duplicateOf()
                .map(number -> closedAsDuplicate(draft, found, close, act, number))
                .orElseGet(() -> decisions
                        .decide(found.after(), close, act)
                        .map(found::followedBy)
                        .map(draft::with));
    }

    private Outcome<StepDraft> closedAsDuplicate(
            StepDraft draft, CaseDraft found, CaseCommand.Close close, Act act, CaseNumber number) {
        ImmutableSet<CaseNumber> led = ledTo(draft, number, CaseRelation.DUPLICATE_OF);
        if (led.isEmpty() || led.contains(found.after().number())) {
            RelationObstacle why = led.isEmpty() ? RelationObstacle.MISSING : RelationObstacle.CIRCLE;
            return Outcome.refused(new Refusal.BadRelation(CaseRelation.DUPLICATE_OF, number, why));
        }
        SupportCase original = state(draft, number).orElseThrow();
        return decisions
                .closeAsDuplicate(found.after(), close, original, act)
                .map(events -> draft.relyingOn(original).with(found.followedBy(events)));
    }

    /**
     * The cases that this one leads to by such links, itself among them, also those that are not there; none if it is not
     * there itself.
     */
    public ImmutableSet<CaseNumber> ledTo(StepDraft draft, CaseNumber from, CaseRelation relation) {
        return state(draft, from)
                .map(start -> beyond(draft, start, relation).values().stream()
                        .flatMap(each -> Stream.concat(
                                Stream.of(each.number()),
                                each.relatedCases().stream()
                                        .filter(related -> sameWay(related, relation))
                                        .map(SupportCase.RelatedCase::number)))
                        .collect(ImmutableSet.toImmutableSet()))
                .orElseGet(ImmutableSet::of);
    }

    /**
     * The draft with what others say of a case that was brought along with links to them, so that it hears from them. A child
     * that is worked on still has the answer of its major incident at once, if that is there and it has not heard it already.
     */
    public StepDraft broughtAlong(StepDraft draft, SupportCase arrived) {
        StepDraft told = draft;
        for (SupportCase.RelatedCase related : arrived.relatedCases()) {
            Optional<SupportCase> other = state(told, related.number());
            if (other.isPresent()) {
                told = heardOf(told, other.get(), related.relation());
            }
            if (other.isPresent() && related.relation() == CaseRelation.CHILD_OF) {
                told = answeredAtOnce(told, arrived.number(), related);
            }
        }
        return told;
    }

    private StepDraft answeredAtOnce(StepDraft draft, CaseNumber child, SupportCase.RelatedCase related) {
        CaseDraft parent = found(draft, related.number());
        if (answeredUpTo(parent, related.heard())) {
            return draft;
        }
        CaseDraft found = found(draft, child);
        ImmutableList<CaseEvent> heard = decisions.heardAtOnce(found.after(), parent.after(), draft.now());
        return heard.isEmpty() ? draft : draft.with(found.followedBy(heard));
    }

    /** Whether the latest answer to the customer is no later than this event. */
    private static boolean answeredUpTo(CaseDraft found, long sequence) {
        return found.history().events().reverse().stream()
                .filter(CaseEvent.Answered.class::isInstance)
                .map(CaseEvent.Answered.class::cast)
                .filter(answered -> answered.to().isEmpty())
                .findFirst()
                .filter(answered -> answered.sequence() <= sequence)
                .isPresent();
    }

    private StepDraft heardOf(StepDraft draft, SupportCase other, CaseRelation relation) {
        StepDraft relying = relying(draft, beyond(draft, other, relation));
        ImmutableList<CaseEvent> events = decisions.adopt(other, relation, draft.now());
        return events.isEmpty()
                ? relying
                : relying.with(found(relying, other.number()).followedBy(events));
    }

    private Optional<SupportCase> state(StepDraft draft, CaseNumber number) {
        return draft.find(number).map(CaseDraft::after).or(() -> histories.state(number));
    }

    /** Every case that this one leads to, itself among them; whose each was looked at must still be so when it is stored. */
    private Map<CaseNumber, SupportCase> beyond(StepDraft draft, SupportCase from, CaseRelation relation) {
        Map<CaseNumber, SupportCase> seen = new LinkedHashMap<>();
        Deque<SupportCase> left = new ArrayDeque<>();
        left.add(from);
        while (!left.isEmpty()) {
            SupportCase next = left.remove();
            if (seen.putIfAbsent(next.number(), next) == null) {
                next.relatedCases().stream()
                        .filter(related -> sameWay(related, relation))
                        .flatMap(related -> state(draft, related.number()).stream())
                        .forEach(left::add);
            }
        }
        return seen;
    }

    /** Children and duplicates hear from one another's cases alike, so they make circles together. */
    private static boolean sameWay(SupportCase.RelatedCase related, CaseRelation relation) {
        boolean hears = relation == CaseRelation.CHILD_OF || relation == CaseRelation.DUPLICATE_OF;
        return hears ? related.belongs() : related.relation() == relation;
    }

    private static StepDraft relying(StepDraft draft, Map<CaseNumber, SupportCase> looked) {
        StepDraft relying = draft;
        for (SupportCase each : looked.values()) {
            relying = relying.relyingOn(each);
        }
        return relying;
    }

    /** The other case says, once, that others belong to it or repeat it. */
    private StepDraft adopted(StepDraft draft, SupportCase other, CaseRelation relation, Act act) {
        ImmutableList<CaseEvent> events = decisions.adopt(other, relation, act);
        return events.isEmpty()
                ? draft
                : draft.with(found(draft, other.number()).followedBy(events));
    }

    private CaseDraft found(StepDraft draft, CaseNumber number) {
        return draft.find(number).or(() -> histories.find(number)).orElseThrow();
    }

    /**
     * The draft with a child of a major incident that was closed as a duplicate, handed on to the case that it repeats, if it
     * can be.
     */
    StepDraft handedOn(StepDraft draft, CaseDraft child, CaseEvent closed) {
        Optional<CaseDraft> next = state(draft, closed.caseNumber())
                .flatMap(SupportCase::duplicateOf)
                .flatMap(histories::find);
        return next.isEmpty()
                ? left(draft, child, closed)
                : handedOn(
                        draft.with(child).with(next.get()),
                        child,
                        closed,
                        next.get().after());
    }

    private StepDraft left(StepDraft draft, CaseDraft child, CaseEvent closed) {
        return draft.with(child.followedBy(decisions.followParent(child.after(), closed, draft.now())));
    }

    private StepDraft handedOn(StepDraft draft, CaseDraft child, CaseEvent closed, SupportCase next) {
        Map<CaseNumber, SupportCase> beyond = beyond(draft, next, CaseRelation.CHILD_OF);
        if (beyond.containsKey(child.after().number())) {
            return left(draft, child, closed);
        }
        ImmutableList<CaseEvent> events = decisions.handOnChild(child.after(), closed, next, draft.now());
        boolean joins = events.stream().anyMatch(CaseEvent.CaseLinked.class::isInstance);
        StepDraft told = relying(draft, beyond).with(child.followedBy(events));
        return joins
                ? told.with(found(told, next.number())
                        .followedBy(decisions.adopt(next, CaseRelation.CHILD_OF, draft.now())))
                : told;
    }
}
