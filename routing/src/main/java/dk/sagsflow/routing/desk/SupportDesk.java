package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.CaseCommand;
import dk.sagsflow.core.cases.CaseDecisions;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseRelation;
import dk.sagsflow.core.cases.Outcome;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.Refusal;
import dk.sagsflow.core.cases.Registration;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.core.repository.CasePage;
import dk.sagsflow.core.repository.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.routing.triage.TriageRule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one object that an embedder talks to: commands in, case out; queries; {@link #sweep} for what has come due; {@link
 * #deliver} for what is to be sent. It keeps no state but its collaborators and starts no thread: the caller schedules
 * sweeps and deliveries. Safe for use by many threads, as far as its collaborators are.
 */
public final class SupportDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SupportDesk.class);
    private static final int ATTEMPTS = 20;
    private static final ActorId SAGSFLOW = Actor.sagsflow().id();

    private final SupportModel model;
    private final CaseRepository repository;
    private final Directory directory;
    private final Notifier notifier;
    private final CaseNumbers numbers;
    private final InstantSource clock;
    private final AccessPolicy access;
    private final CaseDecisions decisions;
    private final DueWork dueWork;
    private final NotificationRules notifications;

    SupportDesk(SupportDeskBuilder builder, SupportModel model, Directory directory) {
        this.model = model;
        this.directory = directory;
        this.repository = builder.repository;
        this.notifier = builder.notifier;
        this.numbers = builder.numbers;
        this.clock = builder.clock;
        this.access = builder.access.orElseGet(() -> AccessPolicy.standard(model.organisation(), directory));
        this.decisions = new CaseDecisions(model.organisation(), directory);
        this.dueWork = new DueWork(model.agreement());
        this.notifications = new NotificationRules(model.organisation(), directory);
    }

    /**
     * A builder of a desk for this organisation and these people; a store in memory unless another is given.
     *
     * @param clock where the time comes from: {@link InstantSource#system} in production, a clock that stands in tests
     */
    public static SupportDeskBuilder builder(SupportModel model, Directory directory, InstantSource clock) {
        return new SupportDeskBuilder(model, directory, clock);
    }

    /** Brings a case in. */
    public Outcome<SupportCase> register(ActorId by, Registration registration) {
        Optional<Actor> actor = directory.actor(by);
        if (actor.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownActor(by));
        }
        Optional<Refusal> objection = access.objection(actor.get(), registration);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        CaseNumber number = numbers.next();
        return decisions.register(number, registration, by, clock.instant()).map(events -> {
            SupportCase registered = SupportCase.of(events);
            repository.append(ImmutableList.of(change(0, registered, events, ImmutableList.of())));
            return registered;
        });
    }

    /**
     * Carries out a command, and everything that follows from it, in one step: the answer to a major incident reaches
     * every child case. If somebody else changes a case at the same time, the command is decided again on what is there
     * then.
     *
     * @throws ConcurrentUpdateException if others change the case again and again
     */
    public Outcome<SupportCase> submit(ActorId by, CaseNumber number, CaseCommand command) {
        Optional<Actor> actor = directory.actor(by);
        return actor.isEmpty()
                ? Outcome.refused(new Refusal.UnknownActor(by))
                : retried(() -> attempt(actor.get(), number, command));
    }

    /** The case as this actor may see it; refused as unknown if the actor may not, so that numbers tell nothing. */
    public Outcome<CaseView> view(ActorId by, CaseNumber number) {
        Optional<Actor> actor = directory.actor(by);
        if (actor.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownActor(by));
        }
        return repository
                .find(number)
                .filter(access.scope(actor.get())::contains)
                .map(found ->
                        Outcome.accepted(new CaseView(found, access.readable(actor.get(), repository.history(number)))))
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownCase(number)));
    }

    /** A page of the cases asked for that this actor may see; what the actor may see takes the place of the query's scope. */
    public Outcome<CasePage> query(ActorId by, CaseQuery query) {
        return directory
                .actor(by)
                .map(actor -> Outcome.accepted(repository.query(query.withScope(access.scope(actor)))))
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownActor(by)));
    }

    /** Where the rules of the model would send the case next; empty if it stays where it is. */
    public Optional<TriageRule> propose(SupportCase supportCase) {
        return model.triage().propose(supportCase);
    }

    /**
     * Handles what has come due: puts exceeded limits on record, once for each visit (R17), and ends holds whose date
     * has come. Late and repeated sweeps do no harm.
     *
     * @param limit how many cases to look at, at most
     * @return how many cases were handled; less than the limit means that nothing else is due
     */
    public int sweep(int limit) {
        Instant now = clock.instant();
        ImmutableList<CaseNumber> due = repository.due(now, limit);
        for (CaseNumber number : due) {
            if (retried(() -> handleDue(number, now)) instanceof Outcome.Refused<SupportCase> refused) {
                LOG.warn(
                        "sweep left case {} alone: {}",
                        number,
                        refused.refusal().describe());
            }
        }
        return due.size();
    }

    /**
     * Sends what waits to be sent, in order. What cannot be sent stays and is tried at the next delivery, and so does
     * everything later about the same case.
     *
     * @param limit how many notifications to try, at most
     * @return how many were sent
     */
    public int deliver(int limit) {
        Set<CaseNumber> stuck = new HashSet<>();
        int sent = 0;
        for (Notification notification : repository.undelivered(limit)) {
            if (stuck.contains(notification.caseNumber())) {
                continue;
            }
            try {
                notifier.send(notification);
                repository.delivered(notification.id());
                sent++;
            } catch (RuntimeException e) {
                stuck.add(notification.caseNumber());
                LOG.warn("notification {} was not sent and will be tried again", notification.id(), e);
            }
        }
        return sent;
    }

    private static <T> T retried(Supplier<T> step) {
        for (int attempt = 1; ; attempt++) {
            try {
                return step.get();
            } catch (ConcurrentUpdateException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Outcome<SupportCase> attempt(Actor actor, CaseNumber number, CaseCommand command) {
        Optional<SupportCase> found = repository.find(number).filter(access.scope(actor)::contains);
        if (found.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownCase(number));
        }
        SupportCase current = found.get();
        Optional<Refusal> objection = access.objection(actor, command, current);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        Instant now = clock.instant();
        Optional<SupportCase> related = Optional.empty();
        if (command instanceof CaseCommand.LinkCase link) {
            related = repository.find(link.other()).filter(access.scope(actor)::contains);
            Optional<Refusal> misfit = misfit(link, related);
            if (misfit.isPresent()) {
                return Outcome.refused(misfit.get());
            }
        }
        Optional<SupportCase> parent = related.filter(
                other -> command instanceof CaseCommand.LinkCase link && link.relation() == CaseRelation.CHILD_OF);
        return decisions.decide(current, command, actor.id(), now).map(events -> {
            SupportCase after = fold(current, events);
            ImmutableList.Builder<CaseChange> changes = ImmutableList.builder();
            changes.add(change(current.version(), after, events, repository.history(number)));
            parent.ifPresent(other -> addChange(changes, other, decisions.adopt(other, current, actor.id(), now)));
            current.children().stream()
                    .flatMap(child -> repository.find(child).stream())
                    .forEach(child -> addChange(changes, child, follow(child, events)));
            repository.append(changes.build());
            return after;
        });
    }

    private static Optional<Refusal> misfit(CaseCommand.LinkCase link, Optional<SupportCase> other) {
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

    private ImmutableList<CaseEvent> follow(SupportCase child, ImmutableList<CaseEvent> parentEvents) {
        return parentEvents.stream()
                .map(event -> decisions.followParent(child, event))
                .filter(events -> !events.isEmpty())
                .findFirst()
                .orElseGet(ImmutableList::of);
    }

    private void addChange(
            ImmutableList.Builder<CaseChange> changes, SupportCase before, ImmutableList<CaseEvent> events) {
        if (!events.isEmpty()) {
            changes.add(change(before.version(), fold(before, events), events, repository.history(before.number())));
        }
    }

    private static SupportCase fold(SupportCase before, ImmutableList<CaseEvent> events) {
        SupportCase after = before;
        for (CaseEvent event : events) {
            after = after.after(event);
        }
        return after;
    }

    private CaseChange change(
            long expectedVersion,
            SupportCase after,
            ImmutableList<CaseEvent> events,
            ImmutableList<CaseEvent> history) {
        boolean erased = events.stream().anyMatch(CaseEvent.PersonalDataErased.class::isInstance);
        ImmutableList<CaseEvent> all = ImmutableList.<CaseEvent>builder()
                .addAll(history.subList(0, (int) expectedVersion))
                .addAll(events)
                .build();
        return new CaseChange(
                after.number(),
                expectedVersion,
                events,
                dueWork.next(after, all),
                erased ? ImmutableList.of() : notifications.of(after, events),
                erased ? Optional.of(PersonalData.erasedFrom(history, this::supporter)) : Optional.empty());
    }

    private boolean supporter(ActorId id) {
        return id.equals(SAGSFLOW)
                || directory
                        .actor(id)
                        .filter(actor -> actor.customer().isEmpty())
                        .isPresent();
    }

    /** Ends the hold first: the limit may have been used up since. */
    private Outcome<SupportCase> handleDue(CaseNumber number, Instant now) {
        Optional<SupportCase> found = repository.find(number);
        if (found.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownCase(number));
        }
        SupportCase current = found.get();
        ImmutableList<CaseEvent> history = repository.history(number);
        if (current.hold()
                .flatMap(SupportCase.Hold::until)
                .filter(until -> !until.isAfter(now))
                .isPresent()) {
            Outcome<SupportCase> resumed = record(current, history, new CaseCommand.Resume(), now);
            return resumed.wasAccepted() ? handleDue(number, now) : resumed;
        }
        return dueWork.unrecordedBreach(current, history, now)
                .map(dueAt -> record(current, history, new CaseCommand.RecordExceededLimit(dueAt), now))
                .orElseGet(() -> Outcome.accepted(current));
    }

    private Outcome<SupportCase> record(
            SupportCase current, ImmutableList<CaseEvent> history, CaseCommand command, Instant now) {
        return decisions.decide(current, command, SAGSFLOW, now).map(events -> {
            SupportCase after = fold(current, events);
            repository.append(ImmutableList.of(change(current.version(), after, events, history)));
            return after;
        });
    }
}
