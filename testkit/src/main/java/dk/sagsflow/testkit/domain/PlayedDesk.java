package dk.sagsflow.testkit.domain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.AttachmentStore;
import dk.sagsflow.core.attachment.Upload;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.assignment.AssignmentMethod;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.operation.DeliveryReport;
import dk.sagsflow.routing.operation.ErasureReport;
import dk.sagsflow.routing.operation.SweepReport;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A desk that {@link DeskActions} play on: somebody works there in every role, comes and goes, and is given cases in two of the
 * groups; eight hours is the limit at every tier, follow-up rules of every sort hold, and the clock moves only by
 * {@link #advance}. Keeps what the latest request gave, and what was stored before it.
 * Not thread-safe.
 */
public final class PlayedDesk {
    static final ActorId SAGSFLOW = Actor.sagsflow().id();

    static final Duration LIMIT = Duration.ofHours(8);

    private final SupportOrganisation organisation;
    private final CaseRepository repository;
    private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
    private final Mailbox mailbox = new Mailbox();
    private final AttachmentStore attachments = AttachmentStore.inMemory(1_000);
    private final PlayedPeople people;
    private final SupportDesk desk;
    private int files;
    private ImmutableMap<CaseNumber, ImmutableList<CaseEvent>> before = ImmutableMap.of();
    private Optional<Outcome<CaseView>> latest = Optional.empty();

    /** A desk of this organisation that keeps its cases here; the repository is empty. */
    public PlayedDesk(SupportOrganisation organisation, CaseRepository repository) {
        this.organisation = organisation;
        this.repository = repository;
        this.people = new PlayedPeople(organisation);
        this.desk = SupportDesk.builder(model(organisation), people, clock)
                .withRepository(repository)
                .withNotifier(mailbox)
                .withAttachments(attachments)
                .build();
    }

    private static SupportModel model(SupportOrganisation organisation) {
        return SupportModel.of(organisation)
                .withAgreements(limits(organisation))
                .withRouting(Routing.builder()
                        .addAllFollowUps(followUps())
                        .addAllAssignments(assignments(organisation))
                        .putGroupNotice(Notification.Kind.CASE_RETURNED, Subscriptions.Wish.AT_ONCE)
                        .build());
    }

    /** Where customers come in they take turns; in the group after it whoever has least gets a case, and nobody three. */
    private static ImmutableList<AssignmentRule> assignments(SupportOrganisation organisation) {
        GroupId entrance = organisation.contactEntrance();
        Stream<AssignmentRule> next = organisation
                .groupsAt(organisation.highestTier())
                .map(SupportGroup::id)
                .filter(group -> !group.equals(entrance))
                .limit(1)
                .map(group -> AssignmentRule.pull(group.value())
                        .withMethod(AssignmentMethod.LEAST_LOADED)
                        .withCapacity(2));
        return Stream.concat(
                        Stream.of(AssignmentRule.pull(entrance.value()).withMethod(AssignmentMethod.ROUND_ROBIN)), next)
                .collect(ImmutableList.toImmutableList());
    }

    private static Agreements limits(SupportOrganisation organisation) {
        return Agreements.of(
                organisation.tiers().stream().map(tier -> limit(tier.id())).collect(ImmutableList.toImmutableList()));
    }

    private static ImmutableList<FollowUpRule> followUps() {
        return ImmutableList.of(
                followUp("close", FollowUpOccasion.ANSWERED, 10, new FollowUpAction.TellCustomer())
                        .withLast(lastStep(10)),
                followUp("remind", FollowUpOccasion.WAITING_FOR_CUSTOMER, 3, new FollowUpAction.TellCustomer())
                        .withTimes(3)
                        .withLast(lastStep(4)),
                followUp("keep in touch", FollowUpOccasion.SILENCE, 5, new FollowUpAction.TellCustomer())
                        .withTimes(2),
                followUp("follow up", FollowUpOccasion.HANDED_OVER, 6, new FollowUpAction.PutOnFollowUpList()));
    }

    private static FollowUpRule followUp(String name, FollowUpOccasion occasion, int hours, FollowUpAction action) {
        return FollowUpRule.builder()
                .name(name)
                .occasion(occasion)
                .after(Budget.of(Duration.ofHours(hours)))
                .calendar(ServiceCalendar.always())
                .addAction(action)
                .build();
    }

    private static FollowUpRule.LastStep lastStep(int hours) {
        return new FollowUpRule.LastStep(
                Budget.of(Duration.ofHours(hours)), ImmutableList.of(new FollowUpAction.Close()));
    }

    private static Agreement limit(TierId tier) {
        return Agreement.builder()
                .id(tier.value())
                .name("limit of " + tier)
                .kind(AgreementKind.OLA)
                .provider(new Party.OfTier(tier))
                .consumer(new Party.EveryCustomer())
                .addTarget(residence())
                .build();
    }

    private static Target residence() {
        return Target.builder()
                .id("residence")
                .measure(Measure.RESIDENCE)
                .budget(Budget.of(LIMIT))
                .calendar(ServiceCalendar.always())
                .addPausedBy(WaitingFor.CUSTOMER)
                .addThreshold(Threshold.at(100, new ThresholdAction.NotifyWorkingGroup()))
                .addThreshold(Threshold.at(150, new ThresholdAction.EscalateToLead()))
                .addThreshold(Threshold.at(300, new ThresholdAction.EscalateFunctionally()))
                .build();
    }

    /** Somebody brings a case in, or tries to. */
    @CanIgnoreReturnValue
    public Outcome<CaseView> register(ActorId by, Registration registration) {
        before = histories();
        return kept(desk.register(by, registration));
    }

    /** Somebody asks for something to be done with a case. */
    @CanIgnoreReturnValue
    public Outcome<CaseView> submit(ActorId by, CaseNumber number, CaseCommand command) {
        before = histories();
        return kept(desk.submit(by, number, command));
    }

    /** Somebody tells what happened before now. */
    @CanIgnoreReturnValue
    public Outcome<CaseView> report(ActorId by, CaseNumber number, CaseCommand command, Instant occurredAt) {
        before = histories();
        return kept(desk.submit(CaseRequest.of(by, number, command).withCircumstances(Circumstances.late(occurredAt))));
    }

    /** Where the contents of files are. */
    public AttachmentStore attachments() {
        return attachments;
    }

    /** Somebody hands in a file; empty if that is refused. */
    Optional<Attachment> keep(ActorId by) {
        files++;
        AttachmentId id = AttachmentId.of("0c8a2b54-4a1f-4a8e-9a53-%012d".formatted(files));
        Outcome<Attachment> kept =
                desk.keep(by, new Upload(id, "file.png", "image/png", InputStream.nullInputStream()));
        return kept.wasAccepted() ? Optional.of(kept.orElseThrow()) : Optional.empty();
    }

    /** Somebody is away for a time. */
    void away(ActorId who, Absence absence) {
        latest = Optional.empty();
        people.away(who, absence);
    }

    /** Somebody leaves the directory, or comes back. */
    void comesOrGoes(ActorId who) {
        latest = Optional.empty();
        people.comesOrGoes(who);
    }

    /** The personal data of a customer is erased, unless a case is open. */
    @CanIgnoreReturnValue
    Outcome<ErasureReport> forget(CustomerId customer) {
        latest = Optional.empty();
        return desk.operations().eraseCustomer(customer);
    }

    /** A case of another system is brought along. */
    @CanIgnoreReturnValue
    public Outcome<SupportCase> bringAlong(CaseImport.Past past) {
        latest = Optional.empty();
        return desk.operations().importCase(new CaseImport("elsewhere", past));
    }

    /** Time goes by, or jumps back if it is negative. */
    public void advance(Duration by) {
        latest = Optional.empty();
        clock.advance(by);
    }

    /** Handles everything that has come due. */
    @CanIgnoreReturnValue
    public SweepReport sweep() {
        latest = Optional.empty();
        SweepReport report = desk.operations().sweep(Integer.MAX_VALUE);
        return report.moreDue() ? joined(report, sweep()) : report;
    }

    private static SweepReport joined(SweepReport one, SweepReport next) {
        return new SweepReport(
                one.handled() + next.handled(),
                ImmutableList.<SweepReport.Postponed>builder()
                        .addAll(one.postponed())
                        .addAll(next.postponed())
                        .build(),
                ImmutableList.<UnhandledCase>builder()
                        .addAll(one.setAside())
                        .addAll(next.setAside())
                        .build(),
                next.moreDue());
    }

    /** Sends everything that waits to be sent. */
    @CanIgnoreReturnValue
    public DeliveryReport deliver() {
        latest = Optional.empty();
        return desk.operations().deliver(Integer.MAX_VALUE);
    }

    private Outcome<CaseView> kept(Outcome<CaseView> outcome) {
        latest = Optional.of(outcome);
        return outcome;
    }

    /** The organisation whose desk it is. */
    public SupportOrganisation organisation() {
        return organisation;
    }

    /** The limits that hold at the desk. */
    public Agreements agreements() {
        return limits(organisation);
    }

    /** Where the desk keeps its cases. */
    public CaseRepository repository() {
        return repository;
    }

    /** The desk itself. */
    public SupportDesk desk() {
        return desk;
    }

    /** The clock of the desk. */
    public SettableClock clock() {
        return clock;
    }

    /** What the desk has sent. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** All cases, in order of registration. */
    public ImmutableList<SupportCase> cases() {
        return repository
                .query(CaseQuery.builder().pageSize(Integer.MAX_VALUE).build())
                .cases();
    }

    /** One of the cases, if there is any. */
    Optional<CaseNumber> numbered(int which) {
        ImmutableList<SupportCase> cases = cases();
        return cases.isEmpty()
                ? Optional.empty()
                : Optional.of(cases.get(which % cases.size()).number());
    }

    /** Who works on the case: the first member of the group that has it, or the second while that one is gone. */
    Optional<ActorId> workingOn(CaseNumber number) {
        return repository
                .find(number)
                .flatMap(SupportCase::working)
                .map(at -> Stream.of(SupportDomain.memberOf(at.group()), PlayedPeople.secondOf(at.group()))
                        .filter(member -> people.actor(member).isPresent())
                        .findFirst()
                        .orElse(SAGSFLOW));
    }

    /** Who is known at the desk now. */
    public Directory people() {
        return people;
    }

    /** The history of every case. */
    public ImmutableMap<CaseNumber, ImmutableList<CaseEvent>> histories() {
        return Maps.toMap(cases().stream().map(SupportCase::number).toList(), repository::history);
    }

    /** The history of every case before the latest request. */
    public ImmutableMap<CaseNumber, ImmutableList<CaseEvent>> historiesBefore() {
        return before;
    }

    /** What the latest request gave; empty if something else happened last. */
    public Optional<Outcome<CaseView>> latestOutcome() {
        return latest;
    }

    @Override
    public String toString() {
        return "desk of " + organisation.groupIds() + " at " + clock.instant() + " with " + cases();
    }
}
