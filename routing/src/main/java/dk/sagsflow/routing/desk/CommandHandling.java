package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseRelation;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseScope;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A registration, or one command on one case and what it brings about on the cases related to it: asked of the access
 * policy, decided, and stored in one step.
 */
final class CommandHandling {
    private final CaseRepository repository;
    private final Histories histories;
    private final AccessPolicy access;
    private final CaseDecisions decisions;
    private final Changes changes;
    private final HandOverGuard guard;
    private final Assignments assignments;

    CommandHandling(
            CaseRepository repository,
            Histories histories,
            AccessPolicy access,
            CaseDecisions decisions,
            Changes changes,
            HandOverGuard guard,
            Assignments assignments) {
        this.repository = repository;
        this.histories = histories;
        this.access = access;
        this.decisions = decisions;
        this.changes = changes;
        this.guard = guard;
        this.assignments = assignments;
    }

    Outcome<SupportCase> register(
            Actor actor, CaseNumbers numbers, Registration registration, Instant now, Consumer<PreparedStep> storing) {
        Optional<Refusal> objection = access.objection(actor, registration);
        return objection.isPresent()
                ? Outcome.refused(objection.get())
                : decisions
                        .register(numbers.next(), registration, actor.id(), now)
                        .map(events -> assignments.whileOthersAreFaster(
                                assigning -> registered(events, now, assigning, storing)));
    }

    private SupportCase registered(
            ImmutableList<CaseEvent> events, Instant now, Assignments assigning, Consumer<PreparedStep> storing) {
        Assignments.Step step = assigning.withArrival(histories.of(events), 0, now);
        storing.accept(new PreparedStep(ImmutableList.of(changes.prepared(step.history(), 0)), step.claims()));
        return step.history().latest();
    }

    Outcome<SupportCase> submit(
            Actor actor, CaseNumber number, CaseCommand command, InstantSource clock, Consumer<PreparedStep> storing) {
        return submit(actor, number, (current, now) -> Outcome.accepted(command), clock, storing);
    }

    /** Carries out the command that is chosen for the case as it stands, and chosen again if others are faster. */
    Outcome<SupportCase> submit(
            Actor actor,
            CaseNumber number,
            BiFunction<SupportCase, Instant, Outcome<CaseCommand>> choice,
            InstantSource clock,
            Consumer<PreparedStep> storing) {
        return Retry.whileOthersAreFaster(() -> assignments.whileOthersAreFaster(assigning -> {
            Optional<SupportCase> found = repository.find(number).filter(access.scope(actor)::contains);
            Instant now = clock.instant();
            return found.isEmpty()
                    ? Outcome.refused(new Refusal.UnknownCase(number))
                    : choice.apply(found.get(), now)
                            .flatMap(command -> decided(actor, found.get(), command, now, assigning, storing));
        }));
    }

    private Outcome<SupportCase> decided(
            Actor actor,
            SupportCase current,
            CaseCommand command,
            Instant now,
            Assignments assigning,
            Consumer<PreparedStep> storing) {
        Optional<Refusal> objection = access.objection(actor, command, current);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        CaseHistory history = histories.until(current);
        Optional<Refusal> misgiving = guard.objection(actor.id(), command, history);
        if (misgiving.isPresent()) {
            return Outcome.refused(misgiving.get());
        }
        Optional<Refusal> misfit =
                command instanceof CaseCommand.LinkCase link ? misfit(link, access.scope(actor)) : Optional.empty();
        if (misfit.isPresent()) {
            return Outcome.refused(misfit.get());
        }
        return decisions.decide(current, command, actor.id(), now).map(decided -> {
            int stored = history.events().size();
            CaseHistory told = guard.withWordToLead(history.followedBy(decided), stored);
            Assignments.Step step = assigning.withArrival(told, stored, now);
            ImmutableList<CaseEvent> all = step.history().events();
            ImmutableList<CaseEvent> events = all.subList(stored, all.size());
            ImmutableList.Builder<PreparedChange> prepared = ImmutableList.builder();
            prepared.add(changes.prepared(step.history(), stored));
            parent(command)
                    .ifPresent(parent -> add(prepared, parent, decisions.adopt(parent, current, actor.id(), now)));
            for (CaseNumber child : current.children()) {
                repository.find(child).ifPresent(found -> add(prepared, found, follow(found, events)));
            }
            storing.accept(new PreparedStep(prepared.build(), step.claims()));
            return step.history().latest();
        });
    }

    private Optional<Refusal> misfit(CaseCommand.LinkCase link, CaseScope scope) {
        Optional<SupportCase> other = repository.find(link.other()).filter(scope::contains);
        if (other.isEmpty()) {
            return Optional.of(new Refusal.UnknownCase(link.other()));
        }
        boolean childItself =
                other.get().relatedCases().stream().anyMatch(related -> related.relation() == CaseRelation.CHILD_OF);
        return link.relation() == CaseRelation.CHILD_OF && childItself
                ? Optional.of(
                        new Refusal.BadRelation(link.relation(), link.other(), "it belongs to a major incident itself"))
                : Optional.empty();
    }

    private Optional<SupportCase> parent(CaseCommand command) {
        return command instanceof CaseCommand.LinkCase link && link.relation() == CaseRelation.CHILD_OF
                ? repository.find(link.other())
                : Optional.empty();
    }

    private ImmutableList<CaseEvent> follow(SupportCase child, ImmutableList<CaseEvent> parentEvents) {
        return parentEvents.stream()
                .map(event -> decisions.followParent(child, event))
                .filter(events -> !events.isEmpty())
                .findFirst()
                .orElseGet(ImmutableList::of);
    }

    private void add(
            ImmutableList.Builder<PreparedChange> prepared, SupportCase before, ImmutableList<CaseEvent> events) {
        if (!events.isEmpty()) {
            prepared.add(changes.prepared(histories.until(before), events));
        }
    }
}
