package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.COMPANY;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KMD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RefusalWords;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Channel;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Subscriptions.Wish;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.ClockState;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a customer says is heard: at the reference organisation, from a Wednesday morning on. */
@Tag("R20")
class RepliesTest {
    private static final String CENTRE = "supportcenter@example.dk";
    private static final Duration DAY = Duration.ofDays(1);

    private final SettableClock clock = SettableClock.at("2007-08-01T08:00:00Z");
    private final Mailbox mailbox = new Mailbox();
    private final CaseRepository store = CaseRepository.inMemory();
    private final SupportModel ams =
            ModelFolder.read(Path.of("../examples/models/ams")).model();
    private SupportDesk desk = desk(ams.withAgreements(promises()));

    @Test
    void a_word_ends_the_wait_for_the_customer_at_that_instant() {
        CaseNumber number = register();
        does(KAREN, number, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));
        clock.advance(DAY);
        Instant replied = clock.instant();

        writes(number, "Netscape").orElseThrow();

        assertThat(current(number).hold()).isEmpty();
        assertThat(current(number).status()).isEqualTo(CaseStatus.QUEUED);
        assertThat(kinds(number)).endsWith(EventKind.NOTE_ADDED, EventKind.RESUMED);
        assertThat(store.history(number)).extracting(CaseEvent::occurredAt).endsWith(replied, replied);
        clock.advance(DAY.multipliedBy(60));
        sweepAndDeliver();
        assertThat(clock(number, Measure.RESOLUTION).consumed()).isEqualTo(DAY.multipliedBy(60));
        assertThat(told("clara@example.dk")).doesNotContain(Notification.Kind.REPLY_REMINDER);
        assertThat(told("clara@example.dk")).contains(Notification.Kind.STILL_WORKED_ON);
    }

    @Test
    void a_word_ends_no_wait_for_somebody_else() {
        CaseNumber number = register();
        does(KAREN, number, new CaseCommand.Pause(WaitingFor.SUPPLIER, Optional.empty(), ""));
        writes(number, "how long?").orElseThrow();

        assertThat(current(number).hold()).isPresent();
    }

    @Test
    void a_word_of_the_organisation_or_of_a_program_ends_no_wait() {
        CaseNumber number = register();
        does(KAREN, number, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));
        does(KAREN, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "please?"));

        assertThat(current(number).hold()).isPresent();
    }

    @Test
    void a_word_reopens_an_answered_case_and_the_group_that_has_it_again_is_told() {
        CaseNumber number = answered();
        clock.advance(DAY);

        writes(number, "it is still the same").orElseThrow();

        assertThat(current(number).working()).map(Station::group).contains(SUPPORT_CENTRE);
        assertThat(current(number).reopenings()).isEqualTo(1);
        sweepAndDeliver();
        assertThat(mailbox.receivedAt(CENTRE))
                .filteredOn(mail -> mail.kind() == Notification.Kind.CUSTOMER_WROTE)
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("it is still the same", "Sagen er genåbnet"));
        assertThat(clock(number, Measure.NEXT_RESPONSE).state()).isEqualTo(new ClockState.Running());
    }

    @Test
    void words_that_somebody_passes_on_are_the_customers() {
        CaseNumber number = answered();
        Circumstances telephone = Circumstances.builder()
                .channel(Channel.TELEPHONE)
                .relays(Side.CUSTOMER)
                .build();
        CaseCommand note = new CaseCommand.AddNote(Visibility.CUSTOMER, "it is still the same");
        desk.submit(CaseRequest.of(KAREN, number, note).withCircumstances(telephone))
                .orElseThrow();

        assertThat(current(number).status()).isEqualTo(CaseStatus.QUEUED);
    }

    @Test
    void a_word_reopens_a_closed_case_until_twenty_working_days_after_it_was_closed() {
        CaseNumber number = answered();
        does(KAREN, number, new CaseCommand.Close(ClosingReason.UNANSWERED, ""));
        // The twentieth working day after Wednesday ends on Wednesday four weeks later.
        clock.moveTo(Instant.parse("2007-08-29T13:59:59Z"));

        writes(number, "I was on holiday").orElseThrow();

        assertThat(current(number).status()).isEqualTo(CaseStatus.QUEUED);
    }

    @Test
    void afterwards_it_is_refused_with_the_way_to_a_new_case_that_is_linked() {
        CaseNumber number = answered();
        does(KAREN, number, new CaseCommand.Close(ClosingReason.UNANSWERED, ""));
        clock.moveTo(Instant.parse("2007-08-29T14:00:01Z"));

        Outcome<?> late = writes(number, "I was on holiday");

        assertThat(Desks.refusal(late)).isInstanceOfSatisfying(Refusal.RepliedTooLate.class, refusal -> {
            assertThat(refusal.number()).isEqualTo(number);
            assertThat(refusal.describe()).contains("register a new case that follows it");
            assertThat(RefusalWords.in(Locale.forLanguageTag("da")).of(refusal)).contains("opret en ny sag");
        });
        assertThat(Desks.refusal(desk.submit(CLARA, number, new CaseCommand.Reopen("I was on holiday"))))
                .isInstanceOf(Refusal.RepliedTooLate.class);
        CaseNumber next = desk.register(
                        KAREN,
                        Registration.of(CITIZEN_CLARA.value(), "still the same").withFollows(number))
                .orElseThrow()
                .number();
        assertThat(current(next).relatedCases())
                .extracting(SupportCase.RelatedCase::relation, SupportCase.RelatedCase::number)
                .containsExactly(tuple(CaseRelation.FOLLOWS, number));
        // The organisation itself may take it up whenever it wants to.
        assertThat(desk.submit(KAREN, number, new CaseCommand.Reopen("we were wrong"))
                        .wasAccepted())
                .isTrue();
    }

    @Test
    void when_the_sweep_comes_that_closes_a_case_makes_no_difference_to_how_long_the_customer_may_write() {
        CaseNumber swept = answered();
        Instant answeredAt = clock.instant();
        clock.advance(DAY.multipliedBy(16));
        sweepAndDeliver();
        assertThat(current(swept).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(current(swept).overSince()).contains(answeredAt);
        clock.moveTo(Instant.parse("2007-08-29T14:00:01Z"));

        assertThat(Desks.refusal(writes(swept, "I was on holiday"))).isInstanceOf(Refusal.RepliedTooLate.class);
    }

    @Test
    void nobody_follows_a_case_that_is_not_theirs_to_see() {
        CaseNumber others = desk.register(KAREN, Registration.of(COMPANY.value(), "help"))
                .orElseThrow()
                .number();
        Registration following = Registration.of("astrid", "help");

        assertThat(desk.register(ReferenceOrganisation.ASTRID, following.withFollows(others)))
                .isEqualTo(Outcome.refused(new Refusal.UnknownCase(others)));
        assertThat(desk.register(ReferenceOrganisation.ASTRID, following.withFollows(CaseNumber.of("C-77"))))
                .isEqualTo(Outcome.refused(new Refusal.UnknownCase(CaseNumber.of("C-77"))));
    }

    @Test
    void where_a_word_counts_as_thanks_the_case_stays_answered_is_closed_in_time_and_the_group_is_told() {
        desk = desk(thanks());
        CaseNumber number = answered();
        clock.advance(DAY);
        writes(number, "thank you").orElseThrow();

        assertThat(current(number).status()).isEqualTo(CaseStatus.ANSWERED);
        sweepAndDeliver();
        assertThat(mailbox.receivedAt(CENTRE))
                .filteredOn(mail -> mail.kind() == Notification.Kind.CUSTOMER_WROTE)
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("thank you", "Sagen er afsluttet"));
        clock.advance(DAY.multipliedBy(20));
        sweepAndDeliver();
        assertThat(current(number).closingReason()).contains(ClosingReason.UNANSWERED);
    }

    @Test
    void where_a_word_counts_as_thanks_a_closed_case_stays_closed_and_the_group_is_told_that_it_may_reopen_it() {
        desk = desk(thanks());
        CaseNumber number = answered();
        does(KAREN, number, new CaseCommand.Close(ClosingReason.UNANSWERED, ""));
        clock.advance(DAY);
        writes(number, "it is still the same").orElseThrow();

        assertThat(current(number).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(current(number).reopenings()).isZero();
        sweepAndDeliver();
        assertThat(mailbox.receivedAt(CENTRE))
                .filteredOn(mail -> mail.kind() == Notification.Kind.CUSTOMER_WROTE)
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("it is still the same", "Sagen er afsluttet", "medmindre I genåbner den"));
        assertThat(mailbox.receivedAt("clara@example.dk"))
                .filteredOn(
                        mail -> mail.kind() == Notification.Kind.ANSWERED || mail.kind() == Notification.Kind.CLOSED)
                .hasSize(2)
                .allSatisfy(mail ->
                        assertThat(mail.text()).contains("skriv til os igen").doesNotContain("tager vi din sag op"));
        does(KAREN, number, new CaseCommand.Reopen("the customer is right"));
        assertThat(current(number).working()).isPresent();
    }

    private SupportModel thanks() {
        return ams.withRouting(ams.routing().withReplies(ams.routing().replies().withReopens(false)));
    }

    /** An organisation in which these groups read no mail. */
    private SupportModel withoutMail(GroupId... groups) {
        return ams.withOrganisation(ams.organisation()
                .withGroups(ams.organisation().groups().stream()
                        .map(group ->
                                List.of(groups).contains(group.id()) ? group.withMailAddress(Optional.empty()) : group)
                        .toList()));
    }

    @Test
    void where_the_group_that_works_on_the_case_reads_no_mail_the_next_that_answers_for_it_is_told() {
        desk = desk(withoutMail(KMD));
        CaseNumber number = register();
        does(KAREN, number, new CaseCommand.HandOver(BIT, "unknown to us"));
        does(ReferenceOrganisation.BO, number, new CaseCommand.HandOver(KMD, "unknown to us"));
        writes(number, "is there any news?").orElseThrow();
        sweepAndDeliver();

        assertThat(told("bit@example.dk")).containsOnlyOnce(Notification.Kind.CUSTOMER_WROTE);
        assertThat(told(CENTRE)).doesNotContain(Notification.Kind.CUSTOMER_WROTE);
    }

    @Test
    void where_none_that_answers_for_it_but_the_entrance_reads_mail_that_is_told() {
        desk = desk(withoutMail(KMD, BIT));
        CaseNumber number = register();
        does(KAREN, number, new CaseCommand.HandOver(BIT, "unknown to us"));
        does(ReferenceOrganisation.BO, number, new CaseCommand.HandOver(KMD, "unknown to us"));
        writes(number, "is there any news?").orElseThrow();
        sweepAndDeliver();

        assertThat(told(CENTRE)).containsOnlyOnce(Notification.Kind.CUSTOMER_WROTE);
    }

    @Test
    void the_group_that_works_on_the_case_is_told_of_every_word() {
        CaseNumber number = register();
        does(KAREN, number, new CaseCommand.HandOver(BIT, "unknown to us"));
        writes(number, "is there any news?").orElseThrow();
        writes(number, "hello?").orElseThrow();
        sweepAndDeliver();

        String bit = ReferenceOrganisation.organisation()
                .group(BIT)
                .orElseThrow()
                .mailAddress()
                .orElseThrow();
        assertThat(mailbox.receivedAt(bit))
                .filteredOn(mail -> mail.kind() == Notification.Kind.CUSTOMER_WROTE)
                .hasSize(2);
        assertThat(told(CENTRE)).doesNotContain(Notification.Kind.CUSTOMER_WROTE);
        assertThat(clock(number, Measure.NEXT_RESPONSE).began()).isEqualTo(clock.instant());
    }

    @Test
    void in_a_race_with_automatic_closing_no_word_ends_on_a_closed_case_in_silence() throws Exception {
        List<CaseNumber> numbers = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            numbers.add(answered());
        }
        clock.advance(DAY.multipliedBy(15));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch closing = new CountDownLatch(1);
        CountDownLatch writing = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        all.add(threads.submit(() -> {
            assertThat(desk.operations().sweep(5).handled()).isEqualTo(5);
            closing.countDown();
            writing.await();
            while (desk.operations().sweep(10).moreDue()) {
                Thread.onSpinWait();
            }
            return true;
        }));
        // The sweep begins with the first of them, the customers with the last.
        for (CaseNumber number : Lists.reverse(numbers)) {
            all.add(threads.submit(() -> {
                closing.await();
                boolean accepted = writes(number, "it is still the same").wasAccepted();
                writing.countDown();
                return accepted;
            }));
        }
        for (Future<?> each : all) {
            assertThat(each.get()).isEqualTo(true);
        }
        threads.shutdown();

        assertThat(numbers).allSatisfy(number -> {
            assertThat(current(number).working()).isPresent();
            assertThat(kinds(number)).contains(EventKind.REOPENED);
        });
        assertThat(numbers).as("closed by the sweep before the word came").anyMatch(this::wasClosed);
        assertThat(numbers).as("where the word came first").anyMatch(number -> !wasClosed(number));
    }

    private boolean wasClosed(CaseNumber number) {
        return kinds(number).contains(EventKind.CLOSED);
    }

    private SupportDesk desk(SupportModel model) {
        return SupportDesk.builder(model, ReferenceOrganisation.people(), clock)
                .withRepository(store)
                .withNotifier(mailbox)
                .withSubscriptions((customer, kind) -> Wish.AT_ONCE)
                .build();
    }

    private static Agreements promises() {
        return Agreements.of(ImmutableList.of(Agreement.builder()
                .id("customers")
                .name("Customers")
                .kind(AgreementKind.SLA)
                .provider(new Party.OfTier(TierId.of("1st")))
                .consumer(new Party.EveryCustomer())
                .addTargets(target(Measure.RESOLUTION), target(Measure.NEXT_RESPONSE))
                .build()));
    }

    private static Target target(Measure measure) {
        return Target.builder()
                .id(measure.name())
                .measure(measure)
                .budget(Budget.of(DAY.multipliedBy(100)))
                .calendar(ServiceCalendar.always())
                .addPausedBy(WaitingFor.CUSTOMER)
                .build();
    }

    private CaseNumber register() {
        return desk.register(KAREN, Registration.of(CITIZEN_CLARA.value(), "I cannot log in"))
                .orElseThrow()
                .number();
    }

    private CaseNumber answered() {
        CaseNumber number = register();
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

    private Outcome<?> writes(CaseNumber number, String text) {
        return desk.submit(CLARA, number, new CaseCommand.AddNote(Visibility.CUSTOMER, text));
    }

    private SupportCase current(CaseNumber number) {
        return store.find(number).orElseThrow();
    }

    private List<EventKind> kinds(CaseNumber number) {
        return store.history(number).stream().map(CaseEvent::eventKind).toList();
    }

    private ClockReading clock(CaseNumber number, Measure measure) {
        return desk.clocks(KAREN, number).orElseThrow().stream()
                .map(explanation -> explanation.reading())
                .filter(reading -> reading.measure() == measure)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private void sweepAndDeliver() {
        while (desk.operations().sweep(100).moreDue()) {
            Thread.onSpinWait();
        }
        assertThat(desk.operations().deliver(1_000).dead()).isEmpty();
    }

    private List<Notification.Kind> told(String address) {
        return mailbox.receivedAt(address).stream().map(Notification::kind).toList();
    }
}
