package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KMD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
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
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** An escalation reaches somebody, once, and the right one (R17). */
@Tag("R17")
class EscalationReachTest {
    private static final Instant START = Instant.parse("2007-08-01T06:00:00Z");
    private static final ActorId NIGHT = ActorId.of("night");
    private static final ThresholdAction UP = new ThresholdAction.EscalateFunctionally();
    private static final ThresholdAction TO_LEAD = new ThresholdAction.EscalateToLead();

    private final Map<ActorId, Actor> actors = new LinkedHashMap<>();
    private final SettableClock clock = SettableClock.at(START.toString());
    private final Mailbox mailbox = new Mailbox();
    private final CaseRepository repository = CaseRepository.inMemory();
    private SupportOrganisation organisation =
            ReferenceOrganisation.organisation().withDuty(NIGHT);
    private ImmutableList<Agreement> agreements = ImmutableList.of();

    EscalationReachTest() {
        ReferenceOrganisation.actors().forEach(this::knows);
        knows(Actor.supporter("head-of-bit", "Birthe", BIT.value()).withMailAddress("birthe@example.dk"));
        knows(Actor.supporter("night", "Nis").withMailAddress("nis@example.dk"));
    }

    @Example
    void the_lead_of_the_late_group_is_told_if_the_lead_can_be_reached() {
        at(BIT, TO_LEAD);

        assertThat(told(swept(atBit()))).containsExactly(ActorId.of("head-of-bit"));
    }

    @Example
    void where_the_lead_is_gone_or_reads_no_mail_the_next_up_the_chain_is_told() {
        at(BIT, TO_LEAD);
        CaseNumber gone = atBit();
        actors.remove(ActorId.of("head-of-bit"));

        assertThat(told(swept(gone))).containsExactly(HEAD);

        knows(Actor.supporter("head-of-bit", "Birthe", BIT.value()));
        assertThat(told(swept(atBit()))).as("without mail").containsExactly(HEAD);
    }

    @Example
    void where_somebody_named_is_gone_the_lead_of_the_late_group_is_told() {
        at(SUPPORT_CENTRE, new ThresholdAction.EscalateTo(ActorId.of("somebody-who-left")));

        assertThat(told(swept(registers()))).containsExactly(HEAD);
    }

    @Example
    void where_no_lead_can_be_reached_the_duty_of_the_organisation_is_told_by_mail() {
        at(SUPPORT_CENTRE, TO_LEAD);
        actors.remove(HEAD);

        assertThat(told(swept(registers()))).containsExactly(NIGHT);
        assertThat(desk().operations().deliver(10).sent()).isEqualTo(1);
        assertThat(mailbox.received())
                .singleElement()
                .satisfies(mail -> assertThat(mail.address()).isEqualTo("nis@example.dk"));
    }

    @Example
    void where_the_entrance_has_no_lead_the_duty_of_the_organisation_is_told() {
        organisation = organisation.withGroups(organisation.groups().stream()
                .map(group -> group.withLead(Optional.empty()))
                .toList());
        at(SUPPORT_CENTRE, TO_LEAD);
        at(BIT, TO_LEAD);

        assertThat(told(swept(registers()))).containsExactly(NIGHT);
        assertThat(told(swept(atBit()))).containsExactly(NIGHT);
        assertThat(desk().operations().deliver(10).sent()).isEqualTo(2);
        assertThat(mailbox.received()).extracting(mail -> mail.address()).containsOnly("nis@example.dk");
    }

    @Example
    void where_nobody_of_the_support_centre_can_be_told_the_sweep_tells_the_duty_that_the_reference_model_declares() {
        organisation = ReferenceOrganisation.organisation();
        at(SUPPORT_CENTRE, TO_LEAD);
        actors.remove(HEAD);
        CaseNumber number = registers();

        assertThat(told(swept(number))).containsExactly(ActorId.of("head-of-bit"));
        assertThat(desk().operations().sweep(100).unheard()).isEmpty();
    }

    @Example
    void a_lead_who_is_away_is_stood_in_for_by_a_deputy_or_by_the_next() {
        at(SUPPORT_CENTRE, TO_LEAD);
        Absence absence = Absence.of(START, START.plus(Duration.ofDays(7)));
        away(HEAD, absence.withDeputy(NIGHT));
        assertThat(told(swept(registers()))).containsExactly(NIGHT);

        away(HEAD, absence);
        away(NIGHT, absence.withDeputy(HEAD));
        organisation = organisation.withDuty(NIGHT, ActorId.of("head-of-bit"));
        assertThat(told(swept(registers()))).as("deputies in a circle").containsExactly(ActorId.of("head-of-bit"));
    }

    @Example
    void where_a_group_that_is_to_be_told_reads_no_mail_a_lead_is_told() {
        organisation = organisation.withGroups(organisation.groups().stream()
                .map(group -> group.id().equals(SUPPORT_CENTRE) ? group.withMailAddress(Optional.empty()) : group)
                .toList());
        at(SUPPORT_CENTRE, new ThresholdAction.NotifyWorkingGroup());

        assertThat(told(swept(registers()))).containsExactly(HEAD);
    }

    @Example
    void where_there_is_nobody_the_sweep_says_so_loudly_until_somebody_can_be_told() {
        organisation = organisation.withDuty(ImmutableList.of());
        at(SUPPORT_CENTRE, UP, TO_LEAD);
        actors.remove(HEAD);
        CaseNumber number = registers();
        does(KAREN, number, new CaseCommand.Pause(WaitingFor.OTHER, Optional.empty(), "a spare part"));
        clock.advance(Duration.ofHours(9));

        SweepReport first = desk().operations().sweep(10);
        clock.advance(Duration.ofMinutes(1));
        SweepReport second = desk().operations().sweep(10);

        String limit = "support-centre/limit/visit-1/100%";
        assertThat(first.unheard()).containsExactly(new SweepReport.Unheard(number, limit));
        assertThat(second.unheard()).as("it stays due").isEqualTo(first.unheard());
        assertThat(told(number)).isEmpty();
        assertThat(thresholds(number)).hasSize(1);

        knows(Actor.supporter(HEAD.value(), "Hanne", SUPPORT_CENTRE.value()).withMailAddress("hanne@example.dk"));
        assertThat(swept(number)).isEqualTo(number);
        assertThat(told(number)).containsExactly(HEAD);
        assertThat(repository.due(Instant.MAX, 10)).isEmpty();
    }

    @Example
    void a_limit_that_nobody_heard_of_is_over_once_the_customer_is_answered() {
        organisation = organisation.withDuty(ImmutableList.of());
        at(SUPPORT_CENTRE, TO_LEAD);
        actors.remove(HEAD);
        CaseNumber number = swept(registers());
        does(KAREN, number, new CaseCommand.Answer("like this"));

        assertThat(current(number).unheard()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(desk().operations().sweep(10).unheard()).isEmpty();
    }

    @Example
    void the_group_is_told_whose_limit_it_was_and_not_whoever_has_the_case_by_then() {
        toCustomers("resolution", Measure.RESOLUTION, 8, new ThresholdAction.NotifyWorkingGroup());
        CaseNumber number = registers();
        clock.advance(Duration.ofHours(8).plusSeconds(1));
        does(KAREN, number, new CaseCommand.HandOver(BIT, "unknown to us"));

        assertThat(thresholds(swept(number)))
                .singleElement()
                .satisfies(passed -> assertThat(passed.passed().told()).containsExactly(SUPPORT_CENTRE));
    }

    @Example
    void of_words_with_the_customer_those_are_told_who_promised_them_and_not_a_supplier_who_has_the_case() {
        for (Measure words : List.of(Measure.FIRST_RESPONSE, Measure.UPDATE_INTERVAL)) {
            toCustomers(words.name(), words, 8, TO_LEAD, new ThresholdAction.NotifyWorkingGroup());
        }
        CaseNumber number = registers();
        does(KAREN, number, new CaseCommand.HandOver(BIT, "unknown to us"));
        clock.advance(Duration.ofHours(9));

        assertThat(thresholds(swept(number)))
                .hasSize(2)
                .allSatisfy(passed -> assertThat(passed.passed().told()).containsExactly(SUPPORT_CENTRE));
        assertThat(told(number)).containsOnly(HEAD);
    }

    @Example
    void what_is_over_raises_no_alarm_and_stays_on_record() {
        at(SUPPORT_CENTRE, TO_LEAD, new ThresholdAction.NotifyWorkingGroup());
        toCustomers("response", Measure.FIRST_RESPONSE, 8, TO_LEAD);
        CaseNumber left = registers();
        CaseNumber answered = registers();
        CaseNumber closed = registers();
        clock.advance(Duration.ofHours(9));
        does(KAREN, left, new CaseCommand.AddNote(Visibility.CUSTOMER, "we are at it"));
        does(KAREN, left, new CaseCommand.HandOver(BIT, "unknown to us"));
        does(KAREN, answered, new CaseCommand.Answer("like this"));
        does(KAREN, closed, new CaseCommand.Close(ClosingReason.WITHDRAWN, "by telephone"));

        for (CaseNumber number : List.of(left, answered, closed)) {
            assertThat(thresholds(swept(number)))
                    .hasSize(2)
                    .allSatisfy(passed -> assertThat(passed.passed().told()).isEmpty());
            assertThat(told(number)).isEmpty();
        }
    }

    @Example
    void a_case_that_was_handed_over_by_hand_a_minute_before_the_sweep_is_not_moved_again() {
        toCustomers("resolution", Measure.RESOLUTION, 8, UP);
        CaseNumber number = registers();
        clock.advance(Duration.ofHours(9));
        does(KAREN, number, new CaseCommand.HandOver(BIT, "at last"));

        assertThat(ways(swept(number))).containsExactly(BIT);
    }

    @Example
    void two_limits_in_one_late_sweep_move_a_case_once() {
        at(SUPPORT_CENTRE, UP);
        toCustomers("resolution", Measure.RESOLUTION, 8, UP);
        toCustomers("response", Measure.FIRST_RESPONSE, 7, UP);

        assertThat(ways(swept(registers()))).containsExactly(BIT);
    }

    @Example
    void a_limit_of_an_earlier_visit_does_not_move_a_case_that_has_come_back() {
        at(SUPPORT_CENTRE, UP);
        toCustomers("resolution", Measure.RESOLUTION, 8, UP);
        CaseNumber number = registers();
        clock.advance(Duration.ofHours(9));
        does(KAREN, number, new CaseCommand.HandOver(BIT, "at last"));
        does(BO, number, new CaseCommand.GiveBack(GiveBackReason.INFORMATION_MISSING, "which browser?"));

        assertThat(desk().operations().sweep(10).handled()).isEqualTo(1);
        assertThat(ways(number)).containsExactly(BIT);
        assertThat(current(number).working().orElseThrow().group()).isEqualTo(SUPPORT_CENTRE);
    }

    @Example
    void a_limit_that_passed_after_a_hold_had_ended_moves_the_case_although_no_sweep_had_ended_the_hold() {
        toCustomers("resolution", Measure.RESOLUTION, 8, UP);
        CaseNumber number = registers();
        Optional<Instant> until = Optional.of(START.plus(Duration.ofHours(2)));
        does(KAREN, number, new CaseCommand.Pause(WaitingFor.OTHER, until, "a spare part"));

        assertThat(ways(swept(number))).containsExactly(BIT);
    }

    @Example
    void a_hand_over_that_was_refused_is_told_to_the_lead_even_if_a_later_threshold_of_the_clock_was_passed_too() {
        add(agreement(
                "centre",
                new Party.OfGroup(SUPPORT_CENTRE),
                List.of(target(
                        "limit",
                        Measure.RESIDENCE,
                        Duration.ofHours(8),
                        Threshold.at(50, UP),
                        Threshold.at(100, new ThresholdAction.NotifyWorkingGroup())))));
        CaseNumber number = registers();
        does(KAREN, number, new CaseCommand.Pause(WaitingFor.OTHER, Optional.empty(), "a spare part"));

        assertThat(told(swept(number))).containsExactly(HEAD);
        assertThat(ways(number)).isEmpty();
    }

    @Example
    void a_case_that_was_on_hold_when_its_limit_passed_is_not_moved_behind_the_back_of_the_lead_who_decides() {
        at(SUPPORT_CENTRE, UP);
        CaseNumber prompt = registers();
        CaseNumber late = registers();
        for (CaseNumber number : List.of(prompt, late)) {
            does(KAREN, number, new CaseCommand.Pause(WaitingFor.OTHER, Optional.empty(), "a spare part"));
        }
        clock.advance(Duration.ofHours(9));
        assertThat(desk().operations().sweep(1).handled()).isEqualTo(1);
        for (CaseNumber number : List.of(prompt, late)) {
            does(KAREN, number, new CaseCommand.Resume());
        }

        for (CaseNumber number : List.of(prompt, late)) {
            assertThat(told(swept(number))).containsExactly(HEAD);
            assertThat(ways(number)).isEmpty();
        }
    }

    @Example
    void a_case_of_which_nobody_knew_the_system_when_its_limit_passed_is_the_leads_to_hand_over() {
        at(BIT, UP);
        CaseNumber prompt = atBit();
        CaseNumber late = atBit();
        clock.advance(Duration.ofHours(9));
        assertThat(desk().operations().sweep(1).handled()).isEqualTo(1);
        for (CaseNumber number : List.of(prompt, late)) {
            does(
                    BO,
                    number,
                    new CaseCommand.Classify(
                            CaseKind.INCIDENT,
                            Optional.of(ReferenceOrganisation.AMANDA),
                            Optional.empty(),
                            Cause.TECHNICAL));
        }

        for (CaseNumber number : List.of(prompt, late)) {
            assertThat(told(swept(number))).containsExactly(ActorId.of("head-of-bit"));
            assertThat(ways(number)).containsExactly(BIT);
        }
    }

    /** Whichever limits there are, on whatever clocks: the way of a case does not tell when sweeps came, nor how many. */
    @Property(tries = 100)
    void early_late_single_and_repeated_sweeps_give_the_same_hand_overs(
            @ForAll("limits") List<Agreement> limits, @ForAll("sweeps") List<Integer> sweeps) {
        agreements = ImmutableList.copyOf(limits);
        CaseNumber prompt = registersOfAmanda();
        for (int minute = 0; minute < 24 * 60; minute += 10) {
            clock.advance(Duration.ofMinutes(10));
            SweepReport unused = desk().operations().sweep(10);
        }
        hourly();
        for (int late : sweeps) {
            EscalationReachTest other = new EscalationReachTest();
            other.agreements = agreements;
            CaseNumber number = other.registersOfAmanda();
            other.clock.advance(Duration.ofMinutes(late));
            SweepReport unused = other.desk().operations().sweep(10);
            assertThat(other.ways(number).size()).as("one at a time").isLessThanOrEqualTo(1);
            other.hourly();
            assertThat(other.ways(number)).isEqualTo(ways(prompt));
        }
    }

    private void hourly() {
        for (int hour = 0; hour < 72; hour++) {
            clock.advance(Duration.ofHours(1));
            SweepReport unused = desk().operations().sweep(10);
        }
    }

    @Provide
    Arbitrary<List<Integer>> sweeps() {
        return Arbitraries.integers().between(1, 24 * 60).list().ofSize(2);
    }

    @Provide
    Arbitrary<List<Agreement>> limits() {
        Arbitrary<ThresholdAction> action = Arbitraries.of(UP, UP, TO_LEAD, new ThresholdAction.NotifyWorkingGroup());
        Arbitrary<Threshold> threshold = Combinators.combine(
                        Arbitraries.of(50, 100, 150), action.list().ofMaxSize(2))
                .as((percent, actions) -> Threshold.at(percent, actions.toArray(ThresholdAction[]::new)));
        Arbitrary<Target> target = Combinators.combine(
                        Arbitraries.of(
                                Measure.RESIDENCE,
                                Measure.CUMULATIVE_RESIDENCE,
                                Measure.ACCEPTANCE,
                                Measure.RESOLUTION,
                                Measure.FIRST_RESPONSE),
                        Arbitraries.integers().between(10, 600),
                        threshold.list().ofMinSize(1).ofMaxSize(2))
                .as((measure, minutes, thresholds) -> target(
                        measure.name(), measure, Duration.ofMinutes(minutes), thresholds.toArray(Threshold[]::new)));
        Arbitrary<List<Target>> targets =
                target.list().uniqueElements(Target::id).ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(targets, targets, targets)
                .as((centre, bit, kmd) -> List.of(
                        agreement("centre", new Party.OfGroup(SUPPORT_CENTRE), centre),
                        agreement("bit", new Party.OfGroup(BIT), atGroup(bit)),
                        agreement("kmd", new Party.OfGroup(KMD), atGroup(kmd))));
    }

    /** Only the contact tier promises anything to customers. */
    private static List<Target> atGroup(List<Target> targets) {
        return targets.stream()
                .filter(target -> !target.measure().concernsCustomer())
                .toList();
    }

    private void at(GroupId group, ThresholdAction... actions) {
        add(agreement(
                group.value(),
                new Party.OfGroup(group),
                List.of(target("limit", Measure.RESIDENCE, Duration.ofHours(8), Threshold.at(100, actions)))));
    }

    private void toCustomers(String id, Measure measure, int hours, ThresholdAction... actions) {
        add(agreement(
                id,
                new Party.OfTier(TierId.of("1st")),
                List.of(target(id, measure, Duration.ofHours(hours), Threshold.at(100, actions)))));
    }

    private void add(Agreement agreement) {
        agreements = ImmutableList.<Agreement>builder()
                .addAll(agreements)
                .add(agreement)
                .build();
    }

    private static Target target(String id, Measure measure, Duration budget, Threshold... thresholds) {
        return Target.builder()
                .id(id)
                .measure(measure)
                .budget(Budget.of(budget))
                .calendar(ServiceCalendar.always())
                .addThresholds(thresholds)
                .build();
    }

    private static Agreement agreement(String id, Party provider, List<Target> targets) {
        return Agreement.builder()
                .id(id)
                .name(id)
                .kind(AgreementKind.OLA)
                .provider(provider)
                .consumer(
                        provider.includes(station(SUPPORT_CENTRE, "1st"))
                                ? new Party.EveryCustomer()
                                : new Party.OfTier(TierId.of(provider.includes(station(BIT, "2nd")) ? "1st" : "2nd")))
                .addAllTargets(targets)
                .build();
    }

    private static Station station(GroupId group, String tier) {
        return new Station(group, TierId.of(tier));
    }

    private void knows(Actor actor) {
        actors.put(actor.id(), actor);
    }

    private void away(ActorId who, Absence absence) {
        knows(Optional.ofNullable(actors.get(who)).orElseThrow().withAbsences(absence));
    }

    /** People come and go while it works. */
    private SupportDesk desk() {
        Directory directory = new Directory() {
            @Override
            public Optional<Actor> actor(ActorId id) {
                return Optional.ofNullable(actors.get(id));
            }

            @Override
            public Optional<Customer> customer(CustomerId id) {
                return ReferenceOrganisation.people().customer(id);
            }
        };
        return SupportDesk.builder(
                        SupportModel.of(organisation).withAgreements(Agreements.of(agreements)), directory, clock)
                .withRepository(repository)
                .withNotifier(mailbox)
                .build();
    }

    private CaseNumber registers() {
        return desk().register(
                        KAREN, Registration.of("caseworker", "I cannot log in").withKind(CaseKind.SERVICE_REQUEST))
                .orElseThrow()
                .number();
    }

    private CaseNumber registersOfAmanda() {
        CaseNumber number = registers();
        does(
                KAREN,
                number,
                new CaseCommand.Classify(
                        CaseKind.INCIDENT,
                        Optional.of(ReferenceOrganisation.AMANDA),
                        Optional.empty(),
                        Cause.TECHNICAL));
        return number;
    }

    private CaseNumber atBit() {
        CaseNumber number = registers();
        does(KAREN, number, new CaseCommand.HandOver(BIT, "unknown to us"));
        return number;
    }

    private void does(ActorId by, CaseNumber number, CaseCommand command) {
        SupportCase unused = desk().submit(by, number, command).orElseThrow().whole();
    }

    /** Nine hours later. */
    private CaseNumber swept(CaseNumber number) {
        clock.advance(Duration.ofHours(9));
        SweepReport unused = desk().operations().sweep(10);
        return number;
    }

    private SupportCase current(CaseNumber number) {
        return repository.find(number).orElseThrow();
    }

    private List<ActorId> told(CaseNumber number) {
        return events(number, CaseEvent.Escalated.class).stream()
                .map(CaseEvent.Escalated::to)
                .toList();
    }

    private List<CaseEvent.ThresholdPassed> thresholds(CaseNumber number) {
        return events(number, CaseEvent.ThresholdPassed.class);
    }

    private List<GroupId> ways(CaseNumber number) {
        return events(number, CaseEvent.HandedOver.class).stream()
                .map(moved -> moved.to().group())
                .toList();
    }

    private <E extends CaseEvent> List<E> events(CaseNumber number, Class<E> kind) {
        return repository.history(number).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
