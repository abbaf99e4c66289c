package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.CaseCommand;
import dk.sagsflow.core.cases.CaseDecisions;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Outcome;
import dk.sagsflow.core.cases.Refusal;
import dk.sagsflow.core.cases.Registration;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.DeadLetter;
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
import dk.sagsflow.routing.triage.TriageDecision;
import dk.sagsflow.sla.clock.Explanation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * The one object that an embedder talks to: commands in, case out; queries; {@link #sweep} for what has come due; {@link
 * #deliver} for what is to be sent. It keeps no state but its collaborators and starts no thread: the caller schedules
 * sweeps and deliveries. Safe for use by many threads, as far as its collaborators are.
 */
public final class SupportDesk {
    private final SupportModel model;
    private final CaseRepository repository;
    private final Directory directory;
    private final CaseNumbers numbers;
    private final InstantSource clock;
    private final AccessPolicy access;
    private final CaseClocks clocks;
    private final CommandHandling commands;
    private final DueWork dueWork;
    private final Delivery delivery;
    private final Suggestions suggestions;
    private final Notifier notifier;

    SupportDesk(SupportDeskBuilder builder, SupportModel model, Directory directory) {
        this.model = model;
        this.directory = directory;
        this.repository = builder.repository;
        this.numbers = builder.numbers;
        this.clock = builder.clock;
        this.notifier = builder.notifier;
        this.access = builder.access.orElseGet(() -> AccessPolicy.standard(model.organisation(), directory));
        this.clocks = new CaseClocks(model.agreements(), directory);
        CaseDecisions decisions = new CaseDecisions(
                model.organisation(), directory, model.routing().ways());
        Thresholds thresholds = new Thresholds(clocks);
        FollowUps followUps = new FollowUps(model, clocks);
        this.suggestions = new Suggestions(model.organisation(), ImmutableList.copyOf(builder.sources));
        HandOverGuard guard = new HandOverGuard(
                model.organisation(), directory, model.routing().handOverLimit());
        Assignments assignments =
                Assignments.of(model.routing().assignments(), builder.strategies, directory, repository);
        Changes changes = new Changes(
                directory,
                new NotificationRules(model.organisation(), directory, new OpeningHoursHold(model)),
                thresholds,
                followUps,
                assignments);
        this.commands = new CommandHandling(repository, access, decisions, changes, guard, assignments);
        this.dueWork = new DueWork(
                repository,
                decisions,
                changes,
                thresholds,
                new Escalations(model.organisation(), model.routing().ways()),
                followUps,
                guard,
                assignments);
        this.delivery = new Delivery(repository.outbox(), builder.delivery, clock);
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
        return acting(by, actor -> commands.register(actor, numbers, registration, clock.instant()));
    }

    /**
     * Carries out a command, and everything that follows from it, in one step: the answer to a major incident reaches
     * every child case. If somebody else changes a case at the same time, the command is decided again on what is there
     * then.
     *
     * @throws ConcurrentUpdateException if others change the case again and again
     */
    public Outcome<SupportCase> submit(ActorId by, CaseNumber number, CaseCommand command) {
        return acting(by, actor -> commands.submit(actor, number, command, clock));
    }

    /** The case as this actor may see it; refused as unknown if the actor may not, so that numbers tell nothing. */
    public Outcome<CaseView> view(ActorId by, CaseNumber number) {
        return acting(
                by,
                actor -> seen(actor, number)
                        .map(found -> new CaseView(found, access.readable(actor, repository.history(number)))));
    }

    /** A page of the cases asked for that this actor may see; what the actor may see takes the place of the query's scope. */
    public Outcome<CasePage> query(ActorId by, CaseQuery query) {
        return acting(by, actor -> Outcome.accepted(repository.query(query.withScope(access.scope(actor)))));
    }

    /**
     * The clocks of the case now, each with why it shows what it shows. A customer sees the clocks of what customers were
     * promised, members of the organisation see all.
     */
    public Outcome<ImmutableList<Explanation>> clocks(ActorId by, CaseNumber number) {
        return acting(
                by,
                actor -> seen(actor, number)
                        .map(found -> clocks.explain(actor, repository.history(number), clock.instant())));
    }

    /**
     * What may help with the case, source by source (R27); what is internal only for members of the contact tier and those
     * beyond it. A source that fails suggests nothing.
     */
    public Outcome<ImmutableList<Suggestion>> suggestions(ActorId by, CaseNumber number) {
        return acting(by, actor -> seen(actor, number).map(found -> suggestions.of(actor, found)));
    }

    /** Where the rules of the model would send the case now, as a decision that can say why. It is a proposal: nothing moves. */
    public TriageDecision propose(SupportCase supportCase) {
        return model.triage().decide(supportCase, clock.instant());
    }

    /**
     * Where the rules of the model would send the case now, as a decision that can say why, for a member of the
     * organisation who may see the case. It is a proposal: nothing moves.
     */
    public Outcome<TriageDecision> propose(ActorId by, CaseNumber number) {
        return acting(
                by,
                actor -> actor.memberships().isEmpty()
                        ? Outcome.refused(new Refusal.NotEntitled(
                                by, "ask where a case goes", "members of the support organisation"))
                        : seen(actor, number).map(this::propose));
    }

    /**
     * Follows the proposal: hands the case over to where the rules of the model send it now, as a command of this actor,
     * with the name of the rule as the reason. Refused if no rule leads it on, or if the hand-over is refused.
     *
     * @throws ConcurrentUpdateException if others change the case again and again
     */
    public Outcome<SupportCase> triage(ActorId by, CaseNumber number) {
        return acting(by, actor -> commands.submit(actor, number, this::proposed, clock));
    }

    private Outcome<CaseCommand> proposed(SupportCase current, Instant now) {
        return model.triage()
                .propose(current, now)
                .<Outcome<CaseCommand>>map(
                        rule -> Outcome.accepted(new CaseCommand.HandOver(rule.to(), "triage: " + rule.name())))
                .orElseGet(() -> Outcome.refused(
                        new Refusal.NothingProposed(current.working().map(Station::group))));
    }

    /**
     * Handles what has come due: puts thresholds that clocks went past on record, each once, with the escalations that
     * they ask for (R17), follows up on cases that wait too long (R14, R20), and ends holds whose date has come. Late and repeated sweeps do no harm. A case at which
     * it fails stays due, and the others are handled.
     *
     * @param limit how many cases to look at, at most
     * @return what was done, and whether more may be due
     */
    public SweepReport sweep(int limit) {
        return dueWork.sweep(clock.instant(), limit);
    }

    /**
     * Sends what waits to be sent and is not held to opening hours, to each recipient in the order of the case. What
     * cannot be sent is tried again later, less and less often, and given up in the end ({@link DeliveryPolicy}); what
     * waits behind it for the same recipient and case waits so long, and nothing else does. Several desks may deliver at
     * once.
     *
     * @param limit how many notifications to try, at most
     * @return what was done
     */
    public DeliveryReport deliver(int limit) {
        return delivery.deliver(notifier, limit);
    }

    /** The notifications that were given up, the longest dead first; for those who run the desk. */
    public ImmutableList<DeadLetter> deadLetters(int limit) {
        return delivery.deadLetters(limit);
    }

    /**
     * Puts a notification that was given up back to be sent, as if it had never been tried.
     *
     * @return whether there was one
     */
    public boolean sendAgain(Notification.Id id) {
        return delivery.revive(id);
    }

    /**
     * Forgets a notification that was given up.
     *
     * @return whether there was one
     */
    public boolean discard(Notification.Id id) {
        return delivery.drop(id);
    }

    private <T> Outcome<T> acting(ActorId by, Function<Actor, Outcome<T>> task) {
        return directory.actor(by).map(task).orElseGet(() -> Outcome.refused(new Refusal.UnknownActor(by)));
    }

    private Outcome<SupportCase> seen(Actor actor, CaseNumber number) {
        return repository
                .find(number)
                .filter(access.scope(actor)::contains)
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownCase(number)));
    }
}
