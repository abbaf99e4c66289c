package dk.sagsflow.routing.desk;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.ParkedStep;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.log.SubscriptionState;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.PostponedCase;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.routing.delivery.Delivery;
import dk.sagsflow.routing.erasure.CustomerErasure;
import dk.sagsflow.routing.following.Following;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.DeliveryReport;
import dk.sagsflow.routing.operation.ErasureReport;
import dk.sagsflow.routing.operation.FollowReport;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.routing.operation.RetentionReport;
import dk.sagsflow.routing.operation.SweepReport;
import dk.sagsflow.routing.request.Imports;
import dk.sagsflow.routing.step.Decision;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.routing.step.Steps;
import dk.sagsflow.routing.sweep.Renewal;
import dk.sagsflow.routing.sweep.Sweep;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * What those who run a desk do: the regular work, and seeing to what it could not do. These have no actor and ask no access
 * policy: whoever holds the desk in code may call them, so a host gives them to its own scheduler and to its own page for
 * administrators, behind rights of the host's, and to nobody else. What they show may hold personal data. Safe for use by
 * many threads and by several desks on one store at once. A limit below 1 is an {@link IllegalArgumentException}.
 */
public final class DeskOperations {
    private static final int IMPORTED_AT_ONCE = 200;

    private final CaseRepository repository;
    private final Notifier notifier;
    private final Sweep sweep;
    private final Renewal renewal;
    private final Delivery delivery;
    private final Following following;
    private final Steps steps;
    private final Imports imports;
    private final CustomerErasure customerErasure;

    DeskOperations(SupportDeskBuilder builder, Assembly assembly) {
        this.notifier = builder.notifier;
        this.repository = builder.repository;
        this.sweep = assembly.sweep();
        this.renewal = assembly.renewal();
        this.delivery = assembly.delivery();
        this.following = assembly.following();
        this.steps = assembly.steps();
        this.imports = assembly.imports();
        this.customerErasure = assembly.customerErasure();
    }

    /**
     * Handles what has come due: puts thresholds that clocks went past on record, each once, with the escalations that
     * they ask for (R17), follows up on cases that wait too long (R14, R20), gives waiting cases to people, and ends holds
     * whose date has come. Late and repeated sweeps do no harm; several at once, at whatever nodes, share the work. A case
     * that cannot be handled now, because the directory does not answer, say, is looked at again later, less and less often
     * ({@link SupportDeskBuilder#withSweeping}). One that cannot be handled at all, or failed too often, is set aside with an
     * event, is not looked at again until something happens to it or it is {@linkplain #takeUp taken up}, and holds up none of
     * the others.
     *
     * @param limit how many cases to look at, at most
     * @return what was done, and whether more may be due
     */
    @CanIgnoreReturnValue
    public SweepReport sweep(int limit) {
        return sweep.sweep(checked(limit));
    }

    /**
     * The cases that sweeps could not look at and will look at again, the one first that is tried again first: how often they
     * failed since something happened to them, why, the last time, and when they are tried again.
     */
    public ImmutableList<PostponedCase> postponed(int limit) {
        return repository.postponed(checked(limit));
    }

    /** The cases that sweeps have set aside and nobody has taken up since, with the reasons. */
    public ImmutableList<UnhandledCase> setAside(int limit) {
        return sweep.setAside(checked(limit));
    }

    /**
     * Lets the next sweep look at a case again, once what stood in the way is out of it.
     *
     * @return whether there is such a case
     */
    public boolean takeUp(CaseNumber number) {
        return sweep.takeUp(requireNonNull(number, "number"));
    }

    /**
     * Writes anew what the clocks of cases say about their future, after the model has changed: until then, lists and overviews
     * show what the model before said of cases to which nothing has happened since. Goes through all cases that are not
     * closed, so many at a time; one that cannot be read is left as it is.
     *
     * @param after where to go on; empty at the beginning
     * @param limit how many cases, at most
     * @return where to go on; empty if nothing is left
     */
    public Optional<CaseCursor> renewAgendas(Optional<CaseCursor> after, int limit) {
        return renewal.renew(requireNonNull(after, "after"), checked(limit));
    }

    /**
     * Writes anew when the cases that this person has must be looked at. Call it when an absence becomes known: what the person
     * has is then looked at when it begins, or in a minute if it has begun.
     *
     * @return how many cases the person has
     */
    @CanIgnoreReturnValue
    public int renewAgendasOf(ActorId assignee) {
        return renewal.renew(requireNonNull(assignee, "assignee"));
    }

    /**
     * Sends what waits to be sent and is not held to opening hours, to each recipient in the order of the case. What
     * cannot be sent is tried again later, less and less often, and given up in the end ({@link Patience}); what
     * waits behind it for the same recipient and case waits so long, and nothing else does. Several desks may deliver at
     * once.
     *
     * @param limit how many notifications to try, at most
     * @return what was done
     */
    @CanIgnoreReturnValue
    public DeliveryReport deliver(int limit) {
        return delivery.deliver(notifier, checked(limit));
    }

    /** The notifications that were given up, the longest dead first. */
    public ImmutableList<DeadLetter> deadLetters(int limit) {
        return delivery.deadLetters(checked(limit));
    }

    /**
     * Puts a notification that was given up back to be sent, as if it had never been tried.
     *
     * @return whether there was one
     */
    public boolean sendAgain(MessageId id) {
        return delivery.revive(requireNonNull(id, "id"));
    }

    /**
     * Forgets a notification that was given up.
     *
     * @return whether there was one
     */
    public boolean discard(MessageId id) {
        return delivery.drop(requireNonNull(id, "id"));
    }

    /**
     * Hands each subscription of this desk what it has not been handed yet, unless another node is at it.
     *
     * @param limit how many steps, at most, to each of them
     * @return what was done
     */
    @CanIgnoreReturnValue
    public FollowReport follow(int limit) {
        return following.follow(checked(limit));
    }

    /** How every subscription of the store fares: how far it has come, how far it is behind, why it fails. */
    public ImmutableList<SubscriptionState> subscriptions() {
        return repository.subscriptions().all();
    }

    /**
     * Makes a subscription go on from another position, whoever is at it now: from the beginning to make an index anew, say.
     */
    public void follow(SubscriptionName name, SubscriptionStart from) {
        requireNonNull(name, "name");
        repository.subscriptions().moveTo(name, requireNonNull(from, "from").in(repository.log()));
    }

    /**
     * Forgets a subscription and what it has parked; a desk that has it makes it anew when it is built.
     *
     * @return whether there was one
     */
    public boolean endSubscription(SubscriptionName name) {
        return repository.subscriptions().end(requireNonNull(name, "name"));
    }

    /** The steps that a subscription could not handle and went past, in order of the log, each with the reason. */
    public ImmutableList<ParkedStep> parked(SubscriptionName name, int limit) {
        return repository.subscriptions().parked(requireNonNull(name, "name"), checked(limit));
    }

    /**
     * Has a parked step handled again.
     *
     * @return whether there is one
     */
    public boolean revive(SubscriptionName name, LogPosition step) {
        return repository.subscriptions().revive(requireNonNull(name, "name"), requireNonNull(step, "step"));
    }

    /**
     * Forgets a parked step, which is never handled then.
     *
     * @return whether there was one
     */
    public boolean discard(SubscriptionName name, LogPosition step) {
        return repository.subscriptions().drop(requireNonNull(name, "name"), requireNonNull(step, "step"));
    }

    /**
     * Forgets the oldest request keys; what comes under them again is carried out again.
     *
     * @param before those of requests that were carried out before this instant
     * @param limit how many, at most
     * @return how many were forgotten
     */
    public int forgetRequests(Instant before, int limit) {
        return repository.forgetRequests(requireNonNull(before, "before"), checked(limit));
    }

    /**
     * Drops the oldest steps of the log, but none that a subscription still has to be handed, nor the histories of cases.
     *
     * @param before those that were recorded before this instant
     * @param limit how many, at most
     * @return how many were dropped
     */
    public int forgetLog(Instant before, int limit) {
        return repository.log().forget(requireNonNull(before, "before"), checked(limit));
    }

    /**
     * Brings a case along from another system as it is there, at whatever tier (R36, R37). It is held against the
     * organisation, and everything that is wrong with it is told at once ({@link Refusal.NotImported}). Its past is silent:
     * nobody is told of it or given the case for it, and no threshold and no follow-up rule that came due before now is acted
     * on, now or later. Its clocks count what lies before as they count everything, so one that is exceeded reads so; what
     * comes due from now on is acted on as for any case, and one that waits for somebody in a group whose cases are assigned
     * gets somebody by the next sweep. An answered case that a rule would have closed before now is not closed by it: bring
     * it along closed.
     *
     * @return the case; refused as {@link Refusal.NumberTaken} if its number is taken, by an earlier try with it, say
     */
    public Outcome<SupportCase> importCase(CaseImport asked) {
        requireNonNull(asked, "asked");
        return steps.take(begun -> imports.decide(begun, asked)).map(StepDraft::after);
    }

    /**
     * Brings these cases along, each as {@link #importCase} does and as if alone, in their order, so that a case may be linked to
     * one before it. Stores that are quicker for it store many at once; whoever dies on the way has some of them, and begins anew.
     *
     * @return of each, the case or why it is not brought along
     */
    public ImmutableList<Outcome<SupportCase>> importCases(Collection<CaseImport> asked) {
        ImmutableList<Decision> decisions = requireNonNull(asked, "asked").stream()
                .map(each -> requireNonNull(each, "import"))
                .<Decision>map(each -> begun -> imports.decide(begun, each))
                .collect(ImmutableList.toImmutableList());
        return steps.takeInOrder(decisions, IMPORTED_AT_ONCE).stream()
                .map(outcome -> outcome.map(StepDraft::after))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Erases the personal data of all cases of a customer: names and texts in histories and in the log, what waits to
     * be sent about them and what could not be sent, the keys of requests, the reasons for which steps are parked, and
     * what the customer wants to be told. The flow stays, and every figure. Nothing is added to such a case afterwards
     * and nobody takes it up again ({@link Refusal.PersonalDataErased}). Each case is a step of its own, so whoever
     * dies on the way asks again and goes on with what is left; so does who finds some left because they could not be
     * erased. Refused as a whole while a case of the customer is not closed ({@link Refusal.CustomerHasOpenCases}).
     */
    public Outcome<ErasureReport> eraseCustomer(CustomerId customer) {
        return customerErasure.erase(requireNonNull(customer, "customer"));
    }

    /**
     * Erases the personal data of cases, of whomever, that have been closed for long: those that are closed and to which
     * nothing has happened since before an instant. Goes through all closed cases that came in before it, so many at a time;
     * each is a step of its own, so whoever dies on the way begins anew and finds what is left.
     *
     * @param before the limit of age, exclusive
     * @param after where to go on; empty at the beginning
     * @param limit how many cases are looked at, at most
     */
    public RetentionReport eraseClosed(Instant before, Optional<CaseCursor> after, int limit) {
        return customerErasure.old(requireNonNull(before, "before"), requireNonNull(after, "after"), checked(limit));
    }

    private static int checked(int limit) {
        checkArgument(limit >= 1, "limit is %s; 1 or more", limit);
        return limit;
    }
}
