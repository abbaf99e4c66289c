package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID_OF_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CASEWORKER_IN_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPERUSERS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.MoreCollectors;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.Remark;
import dk.sagsflow.core.conversation.Channel;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
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
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.ClockState;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who speaks on a case, and when what they say counts. */
class SidesTest {
    private static final ActorId MAILROOM = ActorId.of("mailroom");
    private static final ActorId SOFIE = ActorId.of("sofie");
    private static final ActorId SWEEPER = ActorId.of("sweeper");
    private static final Agreements HALF_AN_HOUR = Agreements.of(ImmutableList.of(Agreement.builder()
            .id("centre")
            .name("Support centre")
            .kind(AgreementKind.SLA)
            .provider(new Party.OfTier(TierId.of("1st")))
            .consumer(new Party.EveryCustomer())
            .addTarget(Target.builder()
                    .id("first-response")
                    .measure(Measure.FIRST_RESPONSE)
                    .budget(Budget.of(Duration.ofMinutes(30)))
                    .calendar(ServiceCalendar.always())
                    .addThreshold(Threshold.at(100, new ThresholdAction.NotifyWorkingGroup()))
                    .build())
            .build()));
    private static final SupportModel MODEL =
            SupportModel.of(ReferenceOrganisation.organisation()).withAgreements(HALF_AN_HOUR);

    private final SettableClock clock = SettableClock.at("2007-08-01T08:00:00Z");
    private final CaseRepository repository = CaseRepository.inMemory();
    private final SupportDesk desk = desk(people());

    @Test
    void a_note_of_the_own_case_stays_the_customers_after_erasure_and_after_leaving_the_directory() {
        CaseNumber number = registered(KAREN, Registration.of(CITIZEN_CLARA.value(), "help"));
        clock.advance(Duration.ofMinutes(10));
        does(CLARA, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "still broken"));
        clock.advance(Duration.ofHours(7));
        does(KAREN, number, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
        ClockReading before = firstResponse(number);
        ImmutableList<?> elsewhere = desk(onlySweeper()).clocks(SWEEPER, number).orElseThrow().stream()
                .map(explanation -> explanation.reading())
                .collect(ImmutableList.toImmutableList());

        does(HEAD, number, new CaseCommand.ErasePersonalData());

        assertThat(before.exceeded()).isTrue();
        assertThat(elsewhere).isEqualTo(ImmutableList.of(before));
        assertThat(firstResponse(number)).isEqualTo(before);
        assertThat(repository.history(number)).extracting(CaseEvent::side).contains(Side.CUSTOMER);
        assertThat(repository.history(number)).extracting(CaseEvent::actor).doesNotContain(CLARA);
    }

    @Test
    void a_superuser_is_the_customer_on_a_case_of_the_own() {
        CaseNumber number = registered(ASTRID, Registration.of(ASTRID_OF_AARHUS.value(), "help"));
        clock.advance(Duration.ofMinutes(10));
        does(ASTRID, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "still broken"));

        assertThat(repository.history(number)).extracting(CaseEvent::side).containsOnly(Side.CUSTOMER);
        assertThat(firstResponse(number).ended()).isEmpty();
    }

    @Test
    void a_supporter_is_the_customer_on_a_case_of_the_own_and_the_organisation_on_that_of_others() {
        CaseNumber own = registered(KAREN, Registration.of(SOFIE.value(), "help"));
        CaseNumber ofCarl = registered(KAREN, Registration.of(CITIZEN_CARL.value(), "help"));
        clock.advance(Duration.ofMinutes(10));
        does(SOFIE, own, new CaseCommand.AddNote(Visibility.CUSTOMER, "still broken"));
        does(SOFIE, ofCarl, new CaseCommand.AddNote(Visibility.CUSTOMER, "we look into it"));

        assertThat(latest(own).side()).isEqualTo(Side.CUSTOMER);
        assertThat(firstResponse(own).ended()).isEmpty();
        assertThat(latest(ofCarl).side()).isEqualTo(Side.ORGANISATION);
        assertThat(firstResponse(ofCarl).ended()).contains(clock.instant());
    }

    @Test
    void a_superuser_speaks_for_a_colleague_until_the_own_group_answers_for_the_case() {
        CaseNumber atTheCentre = registered(ASTRID, Registration.of(CASEWORKER_IN_AARHUS.value(), "help"));
        CaseNumber withHer = registered(
                ASTRID, Registration.of(CASEWORKER_IN_AARHUS.value(), "help").withGroup(SUPERUSERS));
        does(ASTRID, withHer, new CaseCommand.AddNote(Visibility.CUSTOMER, "I look into it"));

        assertThat(repository.history(atTheCentre)).extracting(CaseEvent::side).containsExactly(Side.CUSTOMER);
        assertThat(repository.history(withHer)).extracting(CaseEvent::side).containsOnly(Side.ORGANISATION);
    }

    @Test
    void what_a_program_writes_is_its_own_unless_it_passes_on_words_of_somebody() {
        CaseNumber number = registered(KAREN, Registration.of(CITIZEN_CARL.value(), "help"));
        CaseCommand note = new CaseCommand.AddNote(Visibility.CUSTOMER, "still broken");
        does(MAILROOM, number, note);
        Circumstances mail = Circumstances.builder()
                .channel(Channel.MAIL)
                .correlation("<1@example.dk>")
                .relays(Side.CUSTOMER)
                .build();
        desk.submit(CaseRequest.builder()
                        .by(MAILROOM)
                        .number(number)
                        .command(note)
                        .circumstances(mail)
                        .build())
                .orElseThrow();

        assertThat(repository.history(number))
                .extracting(CaseEvent::side)
                .containsExactly(Side.ORGANISATION, Side.PROGRAM, Side.CUSTOMER);
        assertThat(latest(number).channel()).isEqualTo(Channel.MAIL);
        assertThat(latest(number).correlation()).contains("<1@example.dk>");
    }

    @Test
    void a_customer_speaks_for_nobody_else() {
        CaseNumber number = registered(KAREN, Registration.of(CITIZEN_CLARA.value(), "help"));
        desk.submit(request(CLARA, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "solved!"))
                        .withCircumstances(Circumstances.builder()
                                .relays(Side.ORGANISATION)
                                .build()))
                .orElseThrow();

        assertThat(latest(number).side()).isEqualTo(Side.CUSTOMER);
    }

    @Test
    void an_answer_that_was_given_in_time_counts_though_a_sweep_was_faster_than_its_report() {
        CaseNumber number = placed();
        clock.advance(Duration.ofMinutes(31));
        assertThat(desk.operations().sweep(10).handled()).isEqualTo(1);
        assertThat(firstResponse(number).exceeded()).isTrue();
        clock.advance(Duration.ofMinutes(5));

        Outcome<?> late = desk.submit(answered(number, Duration.ofMinutes(28)));

        assertThat(late.wasAccepted()).isTrue();
        assertThat(late.remarks()).isEmpty();
        ClockReading reading = firstResponse(number);
        assertThat(reading.state()).isEqualTo(new ClockState.Met());
        assertThat(reading.ended()).contains(Instant.parse("2007-08-01T08:28:00Z"));
        assertThat(onRecord(number)).isEmpty();
        assertThat(latest(number).recordedAt()).isEqualTo(clock.instant());
        assertThat(Iterables.getLast(repository.history(number)))
                .isInstanceOfSatisfying(
                        CaseEvent.ThresholdRetracted.class,
                        taken -> assertThat(taken.threshold()).isEqualTo("centre/first-response/from-1/100%"));
        clock.advance(Duration.ofDays(1));
        assertThat(desk.operations().sweep(10).handled()).isZero();
    }

    @Test
    void an_answer_that_was_late_leaves_the_threshold_on_record() {
        CaseNumber number = placed();
        clock.advance(Duration.ofMinutes(40));
        assertThat(desk.operations().sweep(10).handled()).isEqualTo(1);

        assertThat(desk.submit(answered(number, Duration.ofMinutes(35))).wasAccepted())
                .isTrue();
        assertThat(onRecord(number)).hasSize(1);
        assertThat(firstResponse(number).exceeded()).isTrue();
    }

    @Test
    void what_is_said_to_have_happened_before_what_is_on_record_or_in_the_future_is_refused() {
        CaseNumber number = placed();
        Instant placed = clock.instant();
        clock.advance(Duration.ofMinutes(10));

        assertThat(desk.submit(answered(number, Duration.ofMinutes(-1))))
                .isEqualTo(Outcome.refused(new Refusal.OccurredTooEarly(placed.minusSeconds(60), placed)));
        assertThat(desk.submit(answered(number, Duration.ofMinutes(11))))
                .isEqualTo(Outcome.refused(new Refusal.OccurredInFuture(placed.plusSeconds(660), clock.instant())));
        assertThat(desk.submit(answered(number, Duration.ZERO)).wasAccepted()).isTrue();
    }

    @Test
    void a_clock_that_is_behind_the_case_gets_its_time_and_the_outcome_says_so() {
        CaseNumber number = placed();
        Instant placed = clock.instant();
        clock.advance(Duration.ofMinutes(-3));

        Outcome<?> outcome = desk.submit(request(KAREN, number, new CaseCommand.Accept()));

        assertThat(outcome.remarks()).containsExactly(new Remark.ClockBehind(placed.minusSeconds(180), placed));
        assertThat(latest(number).occurredAt()).isEqualTo(placed);
    }

    private CaseNumber placed() {
        CaseNumber number = registered(KAREN, Registration.of(CITIZEN_CARL.value(), "help"));
        does(
                KAREN,
                number,
                new CaseCommand.Classify(CaseKind.INCIDENT, Optional.empty(), Optional.empty(), Cause.USER_ERROR));
        return number;
    }

    private CaseRequest answered(CaseNumber number, Duration after) {
        return request(KAREN, number, new CaseCommand.Answer("like this"))
                .withCircumstances(
                        Circumstances.late(Instant.parse("2007-08-01T08:00:00Z").plus(after)));
    }

    private static CaseRequest request(ActorId by, CaseNumber number, CaseCommand command) {
        return CaseRequest.of(by, number, command);
    }

    private CaseNumber registered(ActorId by, Registration registration) {
        return desk.register(by, registration).orElseThrow().number();
    }

    private void does(ActorId by, CaseNumber number, CaseCommand command) {
        desk.submit(by, number, command).orElseThrow();
    }

    private EventHeader latest(CaseNumber number) {
        return requireNonNull(Iterables.getLast(repository.history(number))).header();
    }

    private ClockReading firstResponse(CaseNumber number) {
        return new Clocks(HALF_AN_HOUR)
                .read(CaseHistory.of(repository.history(number)), clock.instant()).stream()
                        .collect(MoreCollectors.onlyElement());
    }

    private ImmutableList<PassedThreshold> onRecord(CaseNumber number) {
        ImmutableList<CaseEvent> history = repository.history(number);
        return history.stream()
                .filter(CaseEvent.ThresholdPassed.class::isInstance)
                .map(event -> ((CaseEvent.ThresholdPassed) event).passed())
                .filter(passed -> history.stream()
                        .noneMatch(event -> event instanceof CaseEvent.ThresholdRetracted taken
                                && taken.threshold().equals(passed.id())))
                .collect(ImmutableList.toImmutableList());
    }

    private SupportDesk desk(Directory directory) {
        return SupportDesk.builder(MODEL, directory, clock)
                .withRepository(repository)
                .build();
    }

    private static Directory onlySweeper() {
        return Directory.of(ImmutableList.of(Actor.program(SWEEPER.value(), "Sweeper")), ImmutableList.of());
    }

    private static Directory people() {
        ImmutableList<Actor> actors = ImmutableList.<Actor>builder()
                .addAll(ReferenceOrganisation.actors())
                .add(Actor.program("mailroom", "Mailroom"))
                .add(Actor.customer(SOFIE.value(), sofie()).withMemberships(SUPPORT_CENTRE))
                .build();
        return Directory.of(
                actors,
                ImmutableList.<Customer>builder()
                        .addAll(ReferenceOrganisation.customers())
                        .add(sofie())
                        .build());
    }

    /** Works at the support centre and has cases of her own. */
    private static Customer sofie() {
        return Customer.builder()
                .id(CustomerId.of(SOFIE.value()))
                .name("Sofie")
                .kind(CustomerKind.OTHER)
                .helpdeskAccess(true)
                .build();
    }
}
