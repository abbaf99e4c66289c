package dk.sagsflow.testkit.domain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.operation.DeliveryReport;
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
import java.time.Duration;
import java.util.Optional;

/**
 * A desk that {@link DeskActions} play on: {@link SupportDomain#people} work there, eight hours is the limit at every
 * tier, follow-up rules of every sort hold, and the clock moves only by {@link #advance}. Keeps what the latest request gave, and what was stored before it.
 * Not thread-safe.
 */
public final class PlayedDesk {
    private static final Duration LIMIT = Duration.ofHours(8);

    private final SupportOrganisation organisation;
    private final CaseRepository repository;
    private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
    private final Mailbox mailbox = new Mailbox();
    private final SupportDesk desk;
    private ImmutableMap<CaseNumber, ImmutableList<CaseEvent>> before = ImmutableMap.of();
    private Optional<Outcome<CaseView>> latest = Optional.empty();

    /** A desk of this organisation that keeps its cases here; the repository is empty. */
    public PlayedDesk(SupportOrganisation organisation, CaseRepository repository) {
        this.organisation = organisation;
        this.repository = repository;
        this.desk = SupportDesk.builder(model(organisation), people(organisation), clock)
                .withRepository(repository)
                .withNotifier(mailbox)
                .build();
    }

    /** The helper works in the group that is farthest from the customer. */
    private static Directory people(SupportOrganisation organisation) {
        return SupportDomain.peopleWithHelper(
                organisation,
                organisation
                        .groupsAt(organisation.highestTier())
                        .map(SupportGroup::id)
                        .findFirst()
                        .orElse(organisation.contactEntrance()));
    }

    private static SupportModel model(SupportOrganisation organisation) {
        return SupportModel.of(organisation)
                .withAgreements(limits(organisation))
                .withRouting(Routing.builder().addAllFollowUps(followUps()).build());
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
                .addTarget(Target.builder()
                        .id("residence")
                        .measure(Measure.RESIDENCE)
                        .budget(Budget.of(LIMIT))
                        .calendar(ServiceCalendar.always())
                        .addPausedBy(WaitingFor.CUSTOMER)
                        .addThreshold(Threshold.at(100, new ThresholdAction.NotifyWorkingGroup()))
                        .build())
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
