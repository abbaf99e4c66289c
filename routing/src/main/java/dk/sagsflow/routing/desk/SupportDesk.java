package dk.sagsflow.routing.desk;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attachment.AttachedContent;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.Upload;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RegistrationRequest;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.StoreTransaction;
import dk.sagsflow.core.suggestion.Suggestion;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.core.view.CaseViewPage;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.delivery.PatientNotifier;
import dk.sagsflow.routing.request.Requests;
import dk.sagsflow.routing.triage.TriageDecision;
import dk.sagsflow.sla.clock.ClockFilter;
import dk.sagsflow.sla.clock.Explanation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one object that an embedder talks to: commands in, case out; queries; and
 * {@link #operations} for those who run it: sweeps for what has come due, deliveries for what is to be sent. It keeps
 * no state but its collaborators, beside what it read last of cases that much happened to, for ten minutes, and starts no
 * thread: the caller schedules sweeps and deliveries, or asks for the built-in scheduler ({@link SupportDeskBuilder#withScheduler}) and closes the desk.
 * Safe for use by many threads, as far as its collaborators are.
 */
public final class SupportDesk implements AutoCloseable {
    private final SupportDeskBuilder parts;
    private final SupportModel model;
    private final Directory directory;
    private final InstantSource clock;
    private final Requests requests;
    private final Questions questions;
    private final Options options;
    private final Optional<DeskOperations> operations;
    private final Optional<DeskScheduler> scheduler;

    /**
     * A desk.
     *
     * @param parts what it is made of, which does not change any more
     * @param transaction the transaction that it works in; empty if each step is one
     */
    SupportDesk(SupportDeskBuilder parts, Optional<StoreTransaction> transaction) {
        Assembly assembly = new Assembly(parts, transaction);
        this.parts = parts;
        this.model = parts.model;
        this.directory = parts.directory;
        this.clock = parts.clock;
        this.requests = assembly.requests();
        this.questions = assembly.questions();
        this.options = assembly.options();
        this.operations = transaction.isPresent() ? Optional.empty() : Optional.of(assembly.operations());
        this.scheduler = operations.flatMap(work -> parts.scheduling.map(scheduling -> {
            PatientNotifier notifier = assembly.patientNotifier();
            return DeskScheduler.begun(scheduling, work, assembly.delivery(notifier), notifier);
        }));
    }

    /**
     * A builder of a desk for this organisation and these people; a store in memory unless another is given.
     *
     * @param clock where the time comes from: {@link InstantSource#system} in production, a clock that stands in tests
     */
    public static SupportDeskBuilder builder(SupportModel model, Directory directory, InstantSource clock) {
        return new SupportDeskBuilder(model, directory, clock);
    }

    /** Brings a case in, and shows it as whoever asks may see it: the whole of it to operators. */
    public Outcome<CaseView> register(ActorId by, Registration registration) {
        return register(RegistrationRequest.of(by, registration));
    }

    /** Brings a case in, once however often this is asked for under the same key. */
    public Outcome<CaseView> register(ActorId by, Registration registration, RequestKey key) {
        return register(RegistrationRequest.of(by, registration).withKey(key));
    }

    /**
     * Brings a case in. A request with a key is carried out once: each time gives the case as it was registered. What was
     * refused may be asked for again.
     *
     * @return refused as {@link Refusal.KeyOfAnotherRequest} if the key names another request, or one of another actor
     */
    public Outcome<CaseView> register(RegistrationRequest request) {
        requireNonNull(request, "request");
        return shown(request.by(), requests.register(request));
    }

    /** Carries out a command on the case as it stands; see {@link #submit(CaseRequest)}. */
    public Outcome<CaseView> submit(ActorId by, CaseNumber number, CaseCommand command) {
        return submit(CaseRequest.of(by, number, command));
    }

    /** Carries out a command once, however often this is asked for under the same key; see {@link #submit(CaseRequest)}. */
    public Outcome<CaseView> submit(ActorId by, CaseNumber number, CaseCommand command, RequestKey key) {
        return submit(CaseRequest.of(by, number, command).withKey(key));
    }

    /**
     * Carries out a command, and everything that follows from it, in one step, but what a major incident has for its
     * children, which sweeps tell them. If somebody else changes a case at the same time, the command is decided again on what is there
     * then. A request with a key is carried out once: each time gives the case as the command left it, whatever has become
     * of it since. What was refused may be asked for again.
     *
     * @return refused as {@link Refusal.KeyOfAnotherRequest} if the key names another request, or one of another actor, and
     *     as {@link Refusal.ChangedSince} if the case has another version than the request expects
     * @throws ConcurrentUpdateException if others change the case again and again
     */
    public Outcome<CaseView> submit(CaseRequest request) {
        return submitTogether(ImmutableList.of(requireNonNull(request, "request")));
    }

    /**
     * Carries out several commands one after the other, by different actors if need be, in one step: all of them, or, if
     * one is refused, none. Another system's "resolved and closed" is an answer of each group and the customer's
     * confirmation. Each is decided on what the ones before it brought about; expected versions are those before all of
     * them. If one has a key, it stands for all.
     *
     * @param together at least one request, at most one of which has a key
     * @return the case of the first of them after the step, or the first refusal
     * @throws ConcurrentUpdateException if others change the cases again and again
     */
    public Outcome<CaseView> submitTogether(List<CaseRequest> together) {
        requireNonNull(together, "together").forEach(request -> requireNonNull(request, "request"));
        Outcome<SupportCase> outcome = requests.submit(together);
        return shown(together.get(0).by(), outcome);
    }

    /**
     * What this actor can do with the case now: each command that would be accepted, with the choices that it offers, and for
     * the rest the refusal. Asked of the same decisions as {@link #submit}, on the case as it stands, so a page draws its
     * buttons from it. Nothing is stored. Of other cases, the five oldest of the customer that are not closed are offered to be
     * linked; whether there are more {@link CaseOptions#moreCases} says, and others are found by a search, or asked about by
     * {@link #objection}.
     */
    public Outcome<CaseOptions> options(ActorId by, CaseNumber number) {
        requireNonNull(number, "number");
        return acting(by, actor -> options.of(actor, number, Optional.empty(), clock.instant()));
    }

    /**
     * The same with links to the cases that a search finds, of whomever: what somebody types who looks for the original.
     *
     * @param others which cases, within what the actor may see; at most 50 of them are asked about
     */
    public Outcome<CaseOptions> options(ActorId by, CaseNumber number, CaseQuery others) {
        requireNonNull(number, "number");
        Optional<CaseQuery> search = Optional.of(requireNonNull(others, "others"));
        return acting(by, actor -> options.of(actor, number, search, clock.instant()));
    }

    /**
     * Why this request would be refused now; empty if it would be accepted, or if its key says that it was carried out before.
     * Nothing is stored.
     */
    public Optional<Refusal> objection(CaseRequest request) {
        Outcome<SupportCase> foreseen = requests.repetition(requireNonNull(request, "request"))
                .orElseGet(() -> options.foreseen(request, clock.instant()));
        return shown(request.by(), foreseen) instanceof Outcome.Refused<CaseView> refused
                ? Optional.of(refused.refusal())
                : Optional.empty();
    }

    /** The case as this actor may see it; refused as unknown if the actor may not, so that numbers tell nothing. */
    public Outcome<CaseFile> view(ActorId by, CaseNumber number) {
        requireNonNull(number, "number");
        return acting(by, actor -> questions.view(actor, number));
    }

    /**
     * Keeps a file in the store of the desk, to come with a case by a registration or a note afterwards. One that never
     * does is for the host to delete there.
     *
     * @return refused as {@link Refusal.AttachmentRefused} if it is too large, the id is taken, or the desk has no store
     */
    public Outcome<Attachment> keep(ActorId by, Upload upload) {
        requireNonNull(upload, "upload");
        return acting(by, actor -> questions.keep(actor, upload));
    }

    /** A file that came with the case, if this actor may see it; its content is for the caller to close. */
    public Outcome<AttachedContent> attachment(ActorId by, CaseNumber number, AttachmentId id) {
        requireNonNull(number, "number");
        requireNonNull(id, "id");
        return acting(by, actor -> questions.attachment(actor, number, id));
    }

    /**
     * A page of the cases asked for that this actor may see; what the actor may see takes the place of the query's scope. A
     * case that cannot be read is a line of its own for operators ({@link CaseViewPage#unreadable}), and ends no list.
     */
    public Outcome<CaseViewPage> query(ActorId by, CaseQuery query) {
        requireNonNull(query, "query");
        return acting(by, actor -> questions.query(actor, query));
    }

    /**
     * The first cases of this customer that the actor may see, in the order in which they came in; {@link #query} with the
     * customer and {@link CaseQuery#after} gives the following.
     *
     * @param limit how many, at most
     */
    public Outcome<CaseViewPage> casesOf(ActorId by, CustomerId customer, int limit) {
        requireNonNull(customer, "customer");
        return query(by, CaseQuery.builder().customer(customer).pageSize(limit).build());
    }

    /**
     * The cases that this group works on and the actor may see, each with the limit that is used up first (R16, R17); by when
     * that is, and those without last. What cannot be read is told beside them.
     *
     * @param limit how many, at most
     */
    public Outcome<WorkList> workList(ActorId by, GroupId group, int limit) {
        requireNonNull(group, "group");
        return acting(by, actor -> questions.workList(actor, group, limit));
    }

    /**
     * The cases that this group has handed over and still answers for (R14), as far as the actor may see them, ordered as a
     * {@link #workList}.
     *
     * @param limit how many, at most
     */
    public Outcome<WorkList> followUpList(ActorId by, GroupId group, int limit) {
        requireNonNull(group, "group");
        return acting(by, actor -> questions.followUpList(actor, group, limit));
    }

    /**
     * What each group has to do, by tier from the lowest, as far as the actor may see its cases (R33).
     */
    public Outcome<ImmutableList<GroupLoad>> overview(ActorId by) {
        return acting(by, questions::overview);
    }

    /**
     * The clocks of the case now, each with why it shows what it shows. A customer sees the clocks of what customers were
     * promised, superusers and operators see all.
     */
    public Outcome<ImmutableList<Explanation>> clocks(ActorId by, CaseNumber number) {
        return clocks(by, number, clock.instant());
    }

    /**
     * What {@link #clocks(ActorId, CaseNumber)} showed, or will show if nothing happens until then. What was reported late
     * counts from when it happened.
     *
     * @param asOf when; before the registration there are no clocks
     * @throws dk.sagsflow.core.bounds.OutOfBoundsException if calendars do not reach so far
     */
    public Outcome<ImmutableList<Explanation>> clocks(ActorId by, CaseNumber number, Instant asOf) {
        return clocks(by, number, asOf, ClockFilter.every());
    }

    /**
     * Some clocks of the case: those of a target, a measure or a station, in the order in which they began.
     *
     * @param asOf when; before the registration there are no clocks
     * @param which those that are asked for
     * @throws dk.sagsflow.core.bounds.OutOfBoundsException if calendars do not reach so far
     */
    public Outcome<ImmutableList<Explanation>> clocks(ActorId by, CaseNumber number, Instant asOf, ClockFilter which) {
        requireNonNull(number, "number");
        Bounds.instant("time at which clocks are read", requireNonNull(asOf, "asOf"));
        requireNonNull(which, "which");
        return acting(by, actor -> questions.clocks(actor, number, asOf).map(which::among));
    }

    /**
     * What may help with the case, source by source (R27); what is internal only for operators. A source that fails suggests nothing.
     */
    public Outcome<ImmutableList<Suggestion>> suggestions(ActorId by, CaseNumber number) {
        requireNonNull(number, "number");
        return acting(by, actor -> questions.suggestions(actor, number));
    }

    /** Where the rules of the model would send the case now, as a decision that can say why. It is a proposal: nothing moves. */
    public TriageDecision propose(SupportCase supportCase) {
        requireNonNull(supportCase, "supportCase");
        return model.triage().decide(supportCase, clock.instant());
    }

    /**
     * Where the rules of the model would send the case now, as a decision that can say why, for an operator who may see the
     * case. It is a proposal: nothing moves.
     */
    public Outcome<TriageDecision> propose(ActorId by, CaseNumber number) {
        requireNonNull(number, "number");
        return acting(
                by,
                actor -> questions.seenWhole(actor, number, CaseAction.PROPOSE).map(this::propose));
    }

    /**
     * Follows the proposal: hands the case over to where the rules of the model send it now, as a command of this actor,
     * with the name of the rule as the reason. Refused if no rule leads it on, or if the hand-over is refused.
     *
     * @throws ConcurrentUpdateException if others change the case again and again
     */
    public Outcome<CaseView> triage(ActorId by, CaseNumber number) {
        requireNonNull(by, "by");
        requireNonNull(number, "number");
        return shown(by, requests.submit(by, number, this::proposed));
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
     * This desk within a transaction that the host has open: what it stores and the host's own rows commit together or not at
     * all. Nothing is tried again inside: if others were faster, that is thrown, the transaction is as it was before, and the
     * host decides whether to begin anew. Listeners are told after the commit. To be used by the thread of the transaction,
     * and not after its end; need not be closed.
     *
     * @param transaction of the store that the desk has
     */
    public SupportDesk within(StoreTransaction transaction) {
        requireNonNull(transaction, "transaction");
        return new SupportDesk(parts.copy().withRepository(transaction.repository()), Optional.of(transaction));
    }

    /**
     * What those who run the desk do: sweep, deliver, and see to what could not be done. Not for those who use it.
     *
     * @throws IllegalStateException if the desk works within a transaction of the host
     */
    public DeskOperations operations() {
        return operations.orElseThrow(() -> new IllegalStateException(
                "a desk within a transaction is not run there; ask the desk that it was made of"));
    }

    /** Ends the built-in scheduler, if there is one; the desk can be asked all the same. */
    @Override
    public void close() {
        scheduler.ifPresent(DeskScheduler::close);
    }

    private Outcome<CaseView> shown(ActorId by, Outcome<SupportCase> outcome) {
        return acting(by, actor -> questions.shown(actor, outcome));
    }

    private <T> Outcome<T> acting(ActorId by, Function<Actor, Outcome<T>> task) {
        return directory
                .actor(requireNonNull(by, "by"))
                .map(task)
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownActor(by)));
    }
}
