package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.CaseCommand;
import dk.sagsflow.core.cases.CaseDecisions;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Outcome;
import dk.sagsflow.core.cases.Refusal;
import dk.sagsflow.core.cases.Registration;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.core.repository.CasePage;
import dk.sagsflow.core.repository.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.clock.Explanation;
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

    private final SupportModel model;
    private final CaseRepository repository;
    private final Directory directory;
    private final Notifier notifier;
    private final CaseNumbers numbers;
    private final InstantSource clock;
    private final AccessPolicy access;
    private final CaseDecisions decisions;
    private final CaseClocks clocks;
    private final Changes changes;
    private final CommandHandling commands;
    private final DueWork dueWork;

    SupportDesk(SupportDeskBuilder builder, SupportModel model, Directory directory) {
        this.model = model;
        this.directory = directory;
        this.repository = builder.repository;
        this.notifier = builder.notifier;
        this.numbers = builder.numbers;
        this.clock = builder.clock;
        this.access = builder.access.orElseGet(() -> AccessPolicy.standard(model.organisation(), directory));
        this.decisions = new CaseDecisions(model.organisation(), directory);
        this.clocks = new CaseClocks(model.agreements(), directory);
        Thresholds thresholds = new Thresholds(clocks);
        this.changes = new Changes(directory, new NotificationRules(model.organisation(), directory), thresholds);
        this.commands = new CommandHandling(repository, access, decisions, changes);
        this.dueWork = new DueWork(repository, decisions, changes, thresholds);
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
            repository.append(ImmutableList.of(changes.registration(events)));
            return SupportCase.of(events);
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
                : retried(() -> commands.handle(actor.get(), number, command, clock.instant()));
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

    /**
     * The clocks of the case now, each with why it shows what it shows. A customer sees the clocks of what customers were
     * promised, members of the organisation see all.
     */
    public Outcome<ImmutableList<Explanation>> clocks(ActorId by, CaseNumber number) {
        Optional<Actor> actor = directory.actor(by);
        if (actor.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownActor(by));
        }
        return repository
                .find(number)
                .filter(access.scope(actor.get())::contains)
                .map(found ->
                        Outcome.accepted(clocks.explain(actor.get(), repository.history(number), clock.instant())))
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownCase(number)));
    }

    /** Where the rules of the model would send the case next; empty if it stays where it is. */
    public Optional<TriageRule> propose(SupportCase supportCase) {
        return model.triage().propose(supportCase);
    }

    /**
     * Handles what has come due: puts thresholds that clocks went past on record, each once (R17), and ends holds
     * whose date has come. Late and repeated sweeps do no harm. A case at which
     * it fails stays due, and the others are handled.
     *
     * @param limit how many cases to look at, at most
     * @return how many cases were handled; less than the limit means that nothing else is due
     */
    public int sweep(int limit) {
        Instant now = clock.instant();
        ImmutableList<CaseNumber> due = repository.due(now, limit);
        for (CaseNumber number : due) {
            try {
                if (retried(() -> dueWork.handle(number, now)) instanceof Outcome.Refused<SupportCase> refused) {
                    LOG.warn(
                            "sweep left case {} alone: {}",
                            number,
                            refused.refusal().describe());
                }
            } catch (RuntimeException failure) {
                LOG.warn("sweep failed at case {}, which stays due, and goes on", number, failure);
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
}
