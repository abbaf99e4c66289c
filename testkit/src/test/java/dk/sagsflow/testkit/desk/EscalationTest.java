package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.AMANDA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KMD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.TierId;
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
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cases past their limits go along the escalation path, and that is on record (R17). */
@Tag("R17")
class EscalationTest {
    private static final Duration LIMIT = Duration.ofHours(8);

    private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
    private final Mailbox mailbox = new Mailbox();
    private ServiceCalendar calendar = ServiceCalendar.always();

    @Test
    void a_case_past_its_limit_at_the_support_centre_goes_to_the_entrance_of_the_second_level_once() {
        SupportDesk desk = desk(Threshold.at(100, new ThresholdAction.EscalateFunctionally()));
        CaseNumber number = register(desk);
        late();

        assertThat(desk.operations().sweep(10).handled()).isEqualTo(1);
        assertThat(desk.operations().sweep(10).handled()).isZero();

        assertThat(events(desk, number)).containsExactly("Registered", "ThresholdPassed", "HandedOver");
        SupportCase escalated = current(desk, number);
        assertThat(escalated.working().map(Station::group)).contains(BIT);
        assertThat(escalated.chain().awaiting().orElseThrow().station().group()).isEqualTo(SUPPORT_CENTRE);
    }

    @Test
    void from_the_second_level_it_goes_to_the_supplier_of_its_system() {
        SupportDesk desk = desk(Threshold.at(100, new ThresholdAction.EscalateFunctionally()));
        CaseNumber number = atBit(desk, Optional.of(AMANDA));
        late();

        assertThat(desk.operations().sweep(10).handled()).isEqualTo(1);

        assertThat(current(desk, number).working().map(Station::group)).contains(KMD);
    }

    @Test
    void a_case_of_no_known_system_stays_at_the_second_level_and_the_limit_is_on_record() {
        SupportDesk desk = desk(Threshold.at(100, new ThresholdAction.EscalateFunctionally()));
        CaseNumber number = atBit(desk, Optional.empty());
        late();

        assertThat(desk.operations().sweep(10).handled()).isEqualTo(1);
        assertThat(desk.operations().sweep(10).handled()).isZero();

        assertThat(current(desk, number).working().map(Station::group)).contains(BIT);
        assertThat(events(desk, number)).contains("ThresholdPassed");
    }

    @Test
    void a_case_on_hold_is_not_moved_and_the_lead_is_told_by_mail_instead() {
        SupportDesk desk = desk(Threshold.at(100, new ThresholdAction.EscalateFunctionally()));
        CaseNumber number = register(desk);
        does(desk, number, new CaseCommand.Pause(WaitingFor.OTHER, Optional.empty(), "a spare part"));
        late();

        assertThat(desk.operations().sweep(10).handled()).isEqualTo(1);
        assertThat(desk.operations().deliver(10).sent()).isEqualTo(1);

        assertThat(events(desk, number)).containsExactly("Registered", "PutOnHold", "ThresholdPassed", "Escalated");
        assertThat(mailbox.received())
                .extracting(Notification::kind, Notification::address)
                .containsExactly(tuple(Notification.Kind.ESCALATED, "hanne@example.dk"));
    }

    @Test
    void a_case_that_moved_on_before_the_sweep_came_is_not_moved_again() {
        SupportDesk desk = desk(Threshold.at(100, new ThresholdAction.EscalateFunctionally()));
        CaseNumber number = register(desk);
        late();
        does(desk, number, new CaseCommand.HandOver(BIT, "at last"));

        assertThat(desk.operations().sweep(10).handled()).isEqualTo(1);

        assertThat(events(desk, number)).containsExactly("Registered", "HandedOver", "ThresholdPassed");
    }

    @Test
    void a_late_sweep_does_only_what_the_last_threshold_of_a_clock_asks_for() {
        SupportDesk desk = desk(
                Threshold.at(50, new ThresholdAction.EscalateTo(BO)),
                Threshold.at(100, new ThresholdAction.EscalateTo(HEAD)));
        CaseNumber number = register(desk);
        late();

        assertThat(desk.operations().sweep(10).handled()).isEqualTo(1);

        assertThat(desk.view(KAREN, number).orElseThrow().events())
                .filteredOn(CaseEvent.Escalated.class::isInstance)
                .extracting(event -> ((CaseEvent.Escalated) event).to())
                .containsExactly(HEAD);
        assertThat(events(desk, number))
                .containsExactly("Registered", "ThresholdPassed", "ThresholdPassed", "Escalated");
    }

    @Test
    void what_is_held_to_opening_hours_is_on_record_at_once_and_told_when_the_service_opens() {
        calendar = ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
                .open(MONDAY, FRIDAY, "08:00", "16:00")
                .build();
        SupportDesk desk =
                desk(Threshold.at(50, new ThresholdAction.EscalateTo(HEAD)).held());
        CaseNumber number = register(desk);
        clock.moveTo(Instant.parse("2007-08-01T18:00:00Z"));

        assertThat(desk.operations().sweep(10).handled()).isEqualTo(1);

        assertThat(events(desk, number)).containsExactly("Registered", "ThresholdPassed", "Escalated");
        assertThat(desk.operations().deliver(10).sent()).isZero();
        clock.moveTo(Instant.parse("2007-08-02T05:59:59Z"));
        assertThat(desk.operations().deliver(10).sent()).isZero();
        clock.moveTo(Instant.parse("2007-08-02T06:00:00Z"));
        assertThat(desk.operations().deliver(10).sent()).isEqualTo(1);
    }

    private SupportDesk desk(Threshold... thresholds) {
        Agreements agreements = Agreements.of(ImmutableList.of(
                agreement("centre", new Party.OfTier(TierId.of("1st")), new Party.EveryCustomer(), thresholds),
                agreement("bit", new Party.OfTier(TierId.of("2nd")), new Party.OfTier(TierId.of("1st")), thresholds)));
        SupportModel model =
                SupportModel.of(ReferenceOrganisation.organisation()).withAgreements(agreements);
        Directory people = Directory.of(
                ReferenceOrganisation.actors().stream()
                        .map(EscalationTest::withMail)
                        .toList(),
                ReferenceOrganisation.customers());
        return SupportDesk.builder(model, people, clock).withNotifier(mailbox).build();
    }

    private static Actor withMail(Actor actor) {
        return actor.id().equals(HEAD) ? actor.withMailAddress("hanne@example.dk") : actor;
    }

    private Agreement agreement(String id, Party provider, Party consumer, Threshold... thresholds) {
        return Agreement.builder()
                .id(id)
                .name(id)
                .kind(AgreementKind.OLA)
                .provider(provider)
                .consumer(consumer)
                .addTarget(Target.builder()
                        .id("residence")
                        .measure(Measure.RESIDENCE)
                        .budget(Budget.of(LIMIT))
                        .calendar(calendar)
                        .addThresholds(thresholds)
                        .build())
                .build();
    }

    private CaseNumber atBit(SupportDesk desk, Optional<SystemId> system) {
        CaseNumber number = register(desk);
        does(desk, number, new CaseCommand.Classify(CaseKind.INCIDENT, system, Optional.empty(), Cause.TECHNICAL));
        does(desk, number, new CaseCommand.HandOver(BIT, "unknown to us"));
        return number;
    }

    private static CaseNumber register(SupportDesk desk) {
        return desk.register(KAREN, Registration.of("caseworker", "I cannot log in"))
                .orElseThrow()
                .number();
    }

    private static void does(SupportDesk desk, CaseNumber number, CaseCommand command) {
        SupportCase unused = desk.submit(KAREN, number, command).orElseThrow().whole();
    }

    private void late() {
        clock.advance(LIMIT.plusSeconds(1));
    }

    private static SupportCase current(SupportDesk desk, CaseNumber number) {
        return desk.view(KAREN, number).orElseThrow().whole();
    }

    private static ImmutableList<String> events(SupportDesk desk, CaseNumber number) {
        return desk.view(KAREN, number).orElseThrow().events().stream()
                .map(event -> event.getClass().getSimpleName())
                .collect(ImmutableList.toImmutableList());
    }
}
