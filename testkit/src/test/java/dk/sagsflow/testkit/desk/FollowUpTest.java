package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.FollowUp;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the reference organisation follows up on what waits. The first morning is a Wednesday, and offices open at 8. */
class FollowUpTest {
    private static final String CARL = "carl@example.dk";
    private static final String CENTRE = "supportcenter@example.dk";
    private static final ActorId SOFIE = ActorId.of("sofie");
    private static final Duration DAY = Duration.ofDays(1);

    private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
    private final Mailbox mailbox = new Mailbox();
    private final SupportModel model =
            ModelFolder.read(Path.of("../examples/models/ams")).model();
    private SupportDesk desk = desk(model);

    @Test
    @Tag("R20")
    void an_answered_citizen_is_asked_after_five_working_days_and_the_case_is_closed_after_ten() {
        CaseNumber number = answered();

        sweepHourlyUntil("2007-08-08T13:59:59Z");
        assertThat(followUps(number)).isEmpty();
        sweepHourlyUntil("2007-08-09T06:00:00Z");
        assertThat(mailed(CARL)).contains(Notification.Kind.ANSWER_REMINDER);
        assertThat(current(number).status()).isEqualTo(CaseStatus.ANSWERED);
        sweepHourlyUntil("2007-08-16T06:00:00Z");

        assertThat(current(number).closingReason()).contains(ClosingReason.UNANSWERED);
        assertThat(mailed(CARL)).endsWith(Notification.Kind.ANSWER_REMINDER, Notification.Kind.CLOSED);
        assertThat(followUps(number)).extracting(FollowUp::last).containsExactly(false, true);
        assertThat(followUps(number))
                .extracting(FollowUp::dueAt)
                .first()
                .isEqualTo(Instant.parse("2007-08-09T06:00:00Z"));
    }

    @Test
    @Tag("R20")
    void an_answered_case_is_not_closed_once_the_customer_has_written_until_somebody_has_answered_again() {
        CaseNumber number = answered();
        clock.advance(DAY.multipliedBy(2));
        assertThat(desk.submit(CaseRequest.of(
                                        KAREN,
                                        number,
                                        new CaseCommand.AddNote(Visibility.CUSTOMER, "it is still the same"))
                                .withCircumstances(Circumstances.builder()
                                        .relays(Side.CUSTOMER)
                                        .build()))
                        .wasAccepted())
                .isTrue();

        sweepHourlyUntil("2007-08-03T08:00:00Z");
        assertThat(current(number).working()).isPresent();
        assertThat(mailed(CARL)).doesNotContain(Notification.Kind.ANSWER_REMINDER);

        does(KAREN, number, new CaseCommand.Answer("and now?"));
        sweepHourlyUntil("2007-08-20T06:00:00Z");
        assertThat(current(number).closingReason()).contains(ClosingReason.UNANSWERED);
    }

    /** Who works for the organisation is its customer on a case of the own. */
    @Test
    @Tag("R20")
    void a_word_of_a_supporter_or_superuser_on_a_case_of_the_own_ends_the_reminders_and_keeps_it_from_being_closed() {
        for (ActorId own : List.of(SOFIE, ReferenceOrganisation.ASTRID)) {
            CustomerId customer = own.equals(SOFIE) ? CustomerId.of("sofie") : ReferenceOrganisation.ASTRID_OF_AARHUS;
            desk = desk(model, withSofie());
            CaseNumber silent = answered(customer);
            CaseNumber spoken = answered(customer);
            CaseNumber asked = register(customer.value());
            does(KAREN, asked, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));
            clock.advance(DAY.multipliedBy(2));
            does(own, spoken, new CaseCommand.AddNote(Visibility.CUSTOMER, "it is still the same"));
            does(own, asked, new CaseCommand.AddNote(Visibility.CUSTOMER, "Lynx"));
            int before = followUps(asked).size();

            sweepHourlyUntil(clock.instant().plus(DAY.multipliedBy(25)).toString());

            assertThat(current(silent).closingReason()).as(own.value()).contains(ClosingReason.UNANSWERED);
            assertThat(current(spoken).status()).as(own.value()).isNotEqualTo(CaseStatus.CLOSED);
            assertThat(followUps(asked).stream().skip(before).filter(FollowUp::tellsCustomer))
                    .as(own.value())
                    .allMatch(told -> told.occasion() == FollowUpOccasion.SILENCE);
        }
    }

    /** With somebody of the support centre who has cases of her own, as a citizen. */
    private static Directory withSofie() {
        Customer sofie = Customer.builder()
                .id(CustomerId.of("sofie"))
                .name("Sofie")
                .kind(CustomerKind.CITIZEN)
                .helpdeskAccess(true)
                .mailAddress("sofie@example.dk")
                .build();
        return Directory.of(
                ImmutableList.<Actor>builder()
                        .addAll(ReferenceOrganisation.actors())
                        .add(Actor.customer(SOFIE.value(), sofie).withMemberships(SUPPORT_CENTRE))
                        .build(),
                ImmutableList.<Customer>builder()
                        .addAll(ReferenceOrganisation.customers())
                        .add(sofie)
                        .build());
    }

    @Test
    @Tag("R20")
    void a_citizen_who_owes_an_answer_is_reminded_three_times_and_then_the_support_centre_is_told() {
        CaseNumber number = register();
        does(KAREN, number, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));

        sweepHourlyUntil("2007-09-30T06:00:00Z");

        assertThat(followUps(number)).hasSize(4);
        assertThat(mailed(CARL))
                .containsExactly(
                        Notification.Kind.REGISTERED,
                        Notification.Kind.WAITING_FOR_CUSTOMER,
                        Notification.Kind.REPLY_REMINDER,
                        Notification.Kind.REPLY_REMINDER,
                        Notification.Kind.REPLY_REMINDER);
        assertThat(followUps(number).get(3).told()).containsExactly(SUPPORT_CENTRE);
        assertThat(mailed(CENTRE)).contains(Notification.Kind.FOLLOW_UP);
    }

    @Test
    void a_reply_ends_the_reminders() {
        CaseNumber number = register();
        does(KAREN, number, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));
        sweepHourlyUntil("2007-08-07T07:00:00Z");
        assertThat(followUps(number)).hasSize(1);
        does(KAREN, number, new CaseCommand.Resume());
        Instant resumed = clock.instant();

        sweepHourlyUntil("2007-09-30T06:00:00Z");

        assertThat(mailedSince(CARL, resumed)).doesNotContain(Notification.Kind.REPLY_REMINDER);
    }

    @Test
    @Tag("R20")
    void an_outage_is_caught_up_with_by_one_reminder_and_all_of_them_are_on_record() {
        CaseNumber number = register();
        does(KAREN, number, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));
        clock.moveTo(Instant.parse("2007-08-15T08:00:00Z"));

        sweepAndDeliver();

        assertThat(followUps(number)).extracting(FollowUp::superseded).containsExactly(true, true, false);
        assertThat(mailed(CARL)).containsOnlyOnce(Notification.Kind.REPLY_REMINDER);
    }

    @Test
    @Tag("R20")
    void citizens_hear_that_their_case_is_worked_on_within_what_was_promised_and_superusers_do_not() {
        CaseNumber number = register();
        CaseNumber ofSuperuser = register("astrid");

        sweepHourlyUntil("2007-08-03T13:30:00Z");

        assertThat(mailed(CARL))
                .containsExactly(
                        Notification.Kind.REGISTERED,
                        Notification.Kind.STATUS_CHANGED,
                        Notification.Kind.STILL_WORKED_ON);
        assertThat(followUps(number)).isNotEmpty();
        assertThat(followUps(ofSuperuser)).isEmpty();
    }

    @Test
    @Tag("R20")
    void a_reminder_is_no_word_of_a_person_so_clocks_and_the_silence_go_on() {
        CaseNumber number = register();
        sweepHourlyUntil("2007-08-10T06:00:00Z");
        assertThat(followUps(number)).extracting(FollowUp::tellsCustomer).contains(true);

        List<Measure> running = desk.clocks(KAREN, number).orElseThrow().stream()
                .map(explanation -> explanation.reading())
                .filter(reading ->
                        reading.measure() == Measure.FIRST_RESPONSE || reading.measure() == Measure.UPDATE_INTERVAL)
                .peek(reading -> assertThat(reading.consumed()).isGreaterThan(Duration.ofHours(24)))
                .map(reading -> reading.measure())
                .toList();

        assertThat(running).containsExactlyInAnyOrder(Measure.FIRST_RESPONSE, Measure.UPDATE_INTERVAL);
        assertThat(followUps(number))
                .extracting(FollowUp::id)
                .contains("citizens and companies are kept informed/silence-1/2");
    }

    @Test
    @Tag("R20")
    void the_support_centre_is_told_to_speak_to_citizens_and_a_word_begins_the_silence_again() {
        CaseNumber number = register();
        sweepHourlyUntil("2007-08-03T10:00:00Z");
        assertThat(mailed(CENTRE)).contains(Notification.Kind.FOLLOW_UP);

        does(KAREN, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "we are on it"));
        Instant spoken = clock.instant();
        sweepHourlyUntil("2007-08-06T14:00:00Z");

        assertThat(mailedSince(CENTRE, spoken)).doesNotContain(Notification.Kind.FOLLOW_UP);
    }

    @Test
    @Tag("R14")
    void what_lies_higher_up_too_long_comes_onto_the_follow_up_list_of_the_support_centre_until_it_comes_back() {
        CaseNumber number = register();
        does(KAREN, number, new CaseCommand.HandOver(BIT, "unknown to us"));
        sweepHourlyUntil("2007-08-03T13:00:00Z");
        assertThat(followUpList()).isEmpty();

        sweepHourlyUntil("2007-08-06T07:00:00Z");
        assertThat(followUpList()).containsExactly(number);
        assertThat(mailed(CENTRE)).contains(Notification.Kind.FOLLOW_UP);

        does(BO, number, new CaseCommand.Answer("fixed"));
        assertThat(followUpList()).isEmpty();
    }

    @Test
    void a_case_that_cannot_be_closed_because_others_answer_for_it_is_brought_to_the_responsible_group() {
        FollowUpRule closing = model.routing()
                .followUps()
                .get(1)
                .withLast(Optional.empty())
                .withTimes(1)
                .withActions(new FollowUpAction.Close());
        desk = desk(model.withRouting(model.routing().withFollowUps(closing)));
        CaseNumber number = desk.register(
                        ReferenceOrganisation.ASTRID,
                        Registration.of("caseworker", "help").withGroup(ReferenceOrganisation.SUPERUSERS))
                .orElseThrow()
                .number();
        does(ReferenceOrganisation.ASTRID, number, new CaseCommand.HandOver(SUPPORT_CENTRE, "beyond us"));
        does(KAREN, number, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));

        sweepHourlyUntil("2007-08-07T07:00:00Z");

        assertThat(current(number).status()).isEqualTo(CaseStatus.ON_HOLD);
        assertThat(followUps(number)).extracting(FollowUp::told).containsExactly(List.of(SUPPORT_CENTRE));
    }

    @Test
    @Tag("R19")
    void customers_see_what_they_were_told_and_not_who_else_was() {
        CaseNumber number = register(CITIZEN_CLARA.value());
        sweepHourlyUntil("2007-08-10T06:00:00Z");

        long told = followUps(number).stream().filter(FollowUp::tellsCustomer).count();
        assertThat(told).isBetween(1L, followUps(number).size() - 1L);
        assertThat(desk.view(CLARA, number).orElseThrow())
                .isInstanceOfSatisfying(
                        CaseFile.ForCustomer.class,
                        seen -> assertThat(seen.told())
                                .filteredOn(event -> event.kind() == EventKind.FOLLOWED_UP)
                                .hasSize((int) told)
                                .allMatch(event -> event.text().isEmpty()));
    }

    private SupportDesk desk(SupportModel driving) {
        return desk(driving, ReferenceOrganisation.people());
    }

    private SupportDesk desk(SupportModel driving, Directory people) {
        return SupportDesk.builder(driving, people, clock).withNotifier(mailbox).build();
    }

    private CaseNumber register() {
        return register(CITIZEN_CARL.value());
    }

    private CaseNumber register(String customer) {
        return desk.register(KAREN, Registration.of(customer, "I cannot log in"))
                .orElseThrow()
                .number();
    }

    private CaseNumber answered() {
        return answered(CITIZEN_CARL);
    }

    private CaseNumber answered(CustomerId customer) {
        CaseNumber number = register(customer.value());
        does(
                KAREN,
                number,
                new CaseCommand.Classify(CaseKind.INCIDENT, Optional.empty(), Optional.empty(), Cause.USER_ERROR));
        does(KAREN, number, new CaseCommand.Answer("try again"));
        return number;
    }

    private void does(ActorId by, CaseNumber number, CaseCommand command) {
        desk.submit(by, number, command).orElseThrow();
    }

    private void sweepHourlyUntil(String end) {
        Instant last = Instant.parse(end);
        while (clock.instant().plus(Duration.ofHours(1)).isBefore(last)) {
            clock.advance(Duration.ofHours(1));
            sweepAndDeliver();
        }
        clock.moveTo(last);
        sweepAndDeliver();
    }

    private void sweepAndDeliver() {
        assertThat(desk.operations().sweep(100).setAside()).isEmpty();
        assertThat(desk.operations().deliver(100).dead()).isEmpty();
    }

    private SupportCase current(CaseNumber number) {
        return desk.view(KAREN, number).orElseThrow().whole();
    }

    private ImmutableList<CaseNumber> followUpList() {
        return desk
                .query(
                        KAREN,
                        CaseQuery.builder().toBeFollowedUpBy(SUPPORT_CENTRE).build())
                .orElseThrow()
                .cases()
                .stream()
                .map(CaseView::number)
                .collect(ImmutableList.toImmutableList());
    }

    private List<FollowUp> followUps(CaseNumber number) {
        return followUps(desk.view(KAREN, number).orElseThrow().events());
    }

    private static List<FollowUp> followUps(ImmutableList<CaseEvent> events) {
        return events.stream()
                .filter(CaseEvent.FollowedUp.class::isInstance)
                .map(event -> ((CaseEvent.FollowedUp) event).followUp())
                .toList();
    }

    private List<Notification.Kind> mailed(String address) {
        return mailedSince(address, Instant.MIN);
    }

    private List<Notification.Kind> mailedSince(String address, Instant since) {
        return mailbox.receivedAt(address).stream()
                .filter(mail -> mail.at().isAfter(since))
                .map(Notification::kind)
                .toList();
    }
}
