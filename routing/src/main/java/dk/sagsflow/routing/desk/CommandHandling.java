package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.CaseCommand;
import dk.sagsflow.core.cases.CaseDecisions;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseRelation;
import dk.sagsflow.core.cases.Outcome;
import dk.sagsflow.core.cases.Refusal;
import dk.sagsflow.core.cases.Registration;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseScope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A registration, or one command on one case and what it brings about on the cases related to it: asked of the access
 * policy, decided, and stored in one step.
 */
final class CommandHandling {
    private final CaseRepository repository;
    private final AccessPolicy access;
    private final CaseDecisions decisions;
    private final Changes changes;

    CommandHandling(CaseRepository repository, AccessPolicy access, CaseDecisions decisions, Changes changes) {
        this.repository = repository;
        this.access = access;
        this.decisions = decisions;
        this.changes = changes;
    }

    Outcome<SupportCase> register(
            Actor actor,
            CaseNumbers numbers,
            Registration registration,
            Instant now,
            Consumer<ImmutableList<PreparedChange>> storing) {
        Optional<Refusal> objection = access.objection(actor, registration);
        return objection.isPresent()
                ? Outcome.refused(objection.get())
                : decisions
                        .register(numbers.next(), registration, actor.id(), now)
                        .map(events -> {
                            PreparedChange registered = changes.registration(events);
                            storing.accept(ImmutableList.of(registered));
                            return registered.after();
                        });
    }

    Outcome<SupportCase> submit(
            Actor actor,
            CaseNumber number,
            CaseCommand command,
            InstantSource clock,
            Consumer<ImmutableList<PreparedChange>> storing) {
        return Retry.whileOthersAreFaster(() -> decided(actor, number, command, clock.instant(), storing));
    }

    private Outcome<SupportCase> decided(
            Actor actor,
            CaseNumber number,
            CaseCommand command,
            Instant now,
            Consumer<ImmutableList<PreparedChange>> storing) {
        Optional<SupportCase> found = repository.find(number).filter(access.scope(actor)::contains);
        if (found.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownCase(number));
        }
        SupportCase current = found.get();
        Optional<Refusal> objection = access.objection(actor, command, current);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        Optional<Refusal> misfit =
                command instanceof CaseCommand.LinkCase link ? misfit(link, access.scope(actor)) : Optional.empty();
        if (misfit.isPresent()) {
            return Outcome.refused(misfit.get());
        }
        return decisions.decide(current, command, actor.id(), now).map(events -> {
            SupportCase after = Changes.fold(current, events);
            ImmutableList.Builder<PreparedChange> all = ImmutableList.builder();
            all.add(changes.change(known(current), after, events));
            parent(command).ifPresent(parent -> add(all, parent, decisions.adopt(parent, current, actor.id(), now)));
            current.children().stream()
                    .flatMap(child -> repository.find(child).stream())
                    .forEach(child -> add(all, child, follow(child, events)));
            storing.accept(all.build());
            return after;
        });
    }

    /** What happened until the case was as it was found; others may have added to it since. */
    private ImmutableList<CaseEvent> known(SupportCase found) {
        return repository.history(found.number()).subList(0, (int) found.version());
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

    private void add(ImmutableList.Builder<PreparedChange> all, SupportCase before, ImmutableList<CaseEvent> events) {
        if (!events.isEmpty()) {
            all.add(changes.change(known(before), Changes.fold(before, events), events));
        }
    }
}
