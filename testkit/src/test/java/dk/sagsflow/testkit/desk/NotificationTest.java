package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID_OF_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.COMPANY;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Notification.Kind;
import dk.sagsflow.core.notification.SubscriptionRegister;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.notification.Subscriptions.Wish;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.desk.SupportDeskBuilder;
import dk.sagsflow.routing.template.NotificationTemplates;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is told what, when, and in which words. */
class NotificationTest {
    private static final String CARL = "carl@example.dk";
    private static final String ASTRIDS = "astrid@example.dk";
    private static final SupportModel MODEL =
            ModelFolder.read(Path.of("../examples/models/ams")).model();

    private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
    private final Mailbox mailbox = new Mailbox();
    private final SubscriptionRegister subscriptions = Subscriptions.inMemory();
    private final CaseRepository store = CaseRepository.inMemory();
    private SupportDesk desk = desk(MODEL, NotificationTemplates.standard());

    @Test
    @Tag("R20")
    void a_citizen_gets_a_polite_mail_with_number_subject_and_answer() {
        CaseNumber number = register(CITIZEN_CARL);
        does(KAREN, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "Genstart browseren."));

        List<Notification> mails = mailed(CARL);
        assertThat(mails.get(0).text())
                .isEqualTo(
                        "Kære Carl Citizen\n\nVi har registreret din sag om \"I cannot log in\". Den har nummer "
                                + number
                                + ".\n\nDu hører fra os her på mail, når der sker noget med den.\n\nVenlig hilsen\nArbejdsmarkedsstyrelsen");
        assertThat(mails.get(1).kind()).isEqualTo(Kind.MESSAGE);
        assertThat(mails.get(1).text()).contains("\n\nGenstart browseren.\n\n");
    }

    @Test
    @Tag("R20")
    void a_citizen_hears_of_every_change_of_status_once_and_not_of_what_goes_on_inside() {
        CaseNumber number = register(CITIZEN_CARL);
        does(KAREN, number, new CaseCommand.Accept());
        does(KAREN, number, new CaseCommand.AddNote(Visibility.INTERNAL, "he again"));
        does(KAREN, number, new CaseCommand.HandOver(BIT, "unknown to us"));
        does(
                BO,
                number,
                new CaseCommand.Pause(
                        WaitingFor.SUPPLIER, Optional.of(Instant.parse("2007-08-03T06:00:00Z")), "spare part"));
        does(BO, number, new CaseCommand.Resume());

        List<Notification> mails = mailed(CARL);
        assertThat(mails)
                .extracting(Notification::kind)
                .containsExactly(Kind.REGISTERED, Kind.STATUS_CHANGED, Kind.STATUS_CHANGED, Kind.STATUS_CHANGED);
        assertThat(mails.get(1).text()).contains("vi arbejder på den");
        assertThat(mails.get(2).text())
                .contains("den venter på en leverandør", "Vi regner med at gå videre 3. august 2007 kl. 08.00.")
                .doesNotContain("spare part");
        assertThat(mails).noneMatch(mail -> mail.text().contains("he again"));
    }

    @Test
    void nobody_is_sent_the_own_note_and_what_a_customer_writes_is_no_message_to_the_customer() {
        subscriptions.subscribe(ASTRID_OF_AARHUS, Kind.MESSAGE, Wish.AT_ONCE);
        subscriptions.subscribe(CITIZEN_CLARA, Kind.MESSAGE, Wish.AT_ONCE);
        CaseNumber ofClara = register(CITIZEN_CLARA);
        CaseNumber ofAstrid = register(ASTRID_OF_AARHUS);
        does(CLARA, ofClara, new CaseCommand.AddNote(Visibility.CUSTOMER, "still the same"));
        does(ASTRID, ofAstrid, new CaseCommand.AddNote(Visibility.CUSTOMER, "still the same"));

        assertThat(mailed("clara@example.dk")).isEmpty();
        assertThat(mailed(ASTRIDS)).isEmpty();
    }

    @Test
    void a_company_that_writes_english_is_written_to_in_english_and_a_group_in_its_own_language() {
        SupportModel english = MODEL.withOrganisation(MODEL.organisation()
                .withGroups(MODEL.organisation().groups().stream()
                        .map(group -> group.withLanguage(Locale.ENGLISH))
                        .toList()));
        desk = desk(english, NotificationTemplates.standard());
        CaseNumber number = register(COMPANY);
        clock.advance(Duration.ofDays(5));
        assertThat(desk.operations().sweep(10)).isNotNull();

        assertThat(mailed("post@example.com").get(0).text()).startsWith("Dear The Company");
        assertThat(mailed("supportcenter@example.dk"))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.language()).isEqualTo(Locale.ENGLISH))
                .anySatisfy(mail -> assertThat(mail.text())
                        .contains("The time limit of " + number, "is exceeded.", "The case is with BIT."));
    }

    @Test
    @Tag("R19")
    void a_superuser_is_told_what_the_superuser_subscribes_to_and_nothing_else() {
        CaseNumber before = register(ASTRID_OF_AARHUS);
        assertThat(mailed(ASTRIDS)).isEmpty();

        subscriptions.subscribe(ASTRID_OF_AARHUS, Kind.WAITING_FOR_CUSTOMER, Wish.AT_ONCE);
        does(KAREN, before, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));
        does(KAREN, before, new CaseCommand.Resume());

        assertThat(mailed(ASTRIDS)).extracting(Notification::kind).containsExactly(Kind.WAITING_FOR_CUSTOMER);
    }

    @Test
    void a_host_says_it_in_its_own_words() {
        desk = desk(
                MODEL,
                NotificationTemplates.builder()
                        .template(
                                Kind.REGISTERED,
                                Locale.forLanguageTag("da"),
                                "[{number}] modtaget",
                                "Hej {customer}, {organisation} har din sag[ om {system}].")
                        .build());
        CaseNumber number = register(CITIZEN_CARL);

        assertThat(mailed(CARL).get(0).subject()).isEqualTo(number + " modtaget");
        assertThat(mailed(CARL).get(0).text()).isEqualTo("Hej Carl Citizen, Arbejdsmarkedsstyrelsen har din sag.");
    }

    @Test
    void a_reminder_says_when_the_case_will_be_closed() {
        CaseNumber number = register(COMPANY);
        does(
                KAREN,
                number,
                new CaseCommand.Classify(CaseKind.QUESTION, Optional.empty(), Optional.empty(), Cause.USER_ERROR));
        does(KAREN, number, new CaseCommand.Answer("restart it"));
        clock.moveTo(Instant.parse("2007-08-09T06:00:00Z"));
        assertThat(desk.operations().sweep(10)).isNotNull();

        assertThat(mailed("post@example.com"))
                .filteredOn(mail -> mail.kind() == Kind.ANSWER_REMINDER)
                .singleElement()
                .satisfies(
                        mail -> assertThat(mail.text()).contains("We will close the case at 16 August 2007, 08:00."));
    }

    @Test
    @Tag("R22")
    void what_is_wanted_in_a_digest_goes_out_as_one_message_at_its_time_with_nothing_lost_and_nothing_twice() {
        subscriptions.subscribe(ASTRID_OF_AARHUS, Kind.REGISTERED, Wish.IN_DIGEST);
        subscriptions.subscribe(ASTRID_OF_AARHUS, Kind.MESSAGE, Wish.IN_DIGEST);
        subscriptions.subscribe(ASTRID_OF_AARHUS, Kind.WAITING_FOR_CUSTOMER, Wish.AT_ONCE);
        CaseNumber first = register(ASTRID_OF_AARHUS);
        CaseNumber second = register(ASTRID_OF_AARHUS);
        does(KAREN, first, new CaseCommand.AddNote(Visibility.CUSTOMER, "my number is 010170-1234"));
        does(KAREN, second, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));

        assertThat(mailed(ASTRIDS)).extracting(Notification::kind).containsExactly(Kind.WAITING_FOR_CUSTOMER);
        clock.moveTo(Instant.parse("2007-08-02T04:59:59Z"));
        assertThat(mailed(ASTRIDS)).hasSize(1);
        clock.moveTo(Instant.parse("2007-08-02T05:00:00Z"));

        List<Notification> mails = mailed(ASTRIDS);
        assertThat(mails).hasSize(2);
        Notification digest = mails.get(1);
        assertThat(digest.kind()).isEqualTo(Kind.DIGEST);
        assertThat(digest.subject()).isEqualTo("Nyt om dine sager (3)");
        assertThat(digest.text())
                .containsOnlyOnce(first + ": din sag er registreret")
                .containsOnlyOnce(second + ": din sag er registreret")
                .containsOnlyOnce("my number is xxxxxx-xxxx")
                .doesNotContain("010170-1234", "which browser?");
        clock.advance(Duration.ofDays(3));
        assertThat(mailed(ASTRIDS)).hasSize(2);
    }

    @Test
    void a_digest_of_one_is_sent_as_it_is() {
        subscriptions.subscribe(ASTRID_OF_AARHUS, Kind.REGISTERED, Wish.IN_DIGEST);
        CaseNumber unused = register(ASTRID_OF_AARHUS);
        clock.advance(Duration.ofDays(1));

        assertThat(mailed(ASTRIDS)).extracting(Notification::kind).containsExactly(Kind.REGISTERED);
    }

    @Test
    void a_digest_that_cannot_be_sent_is_tried_again_whole() {
        subscriptions.subscribe(ASTRID_OF_AARHUS, Kind.REGISTERED, Wish.IN_DIGEST);
        CaseNumber first = register(ASTRID_OF_AARHUS);
        CaseNumber second = register(ASTRID_OF_AARHUS);
        clock.advance(Duration.ofDays(1));
        SupportDesk failing = deskBuilder(MODEL, NotificationTemplates.standard())
                .withNotifier(notification -> {
                    throw new IllegalStateException("no network");
                })
                .build();
        assertThat(failing.operations().deliver(10)).isNotNull();
        assertThat(mailbox.received()).isEmpty();
        clock.advance(Duration.ofDays(1));

        assertThat(mailed(ASTRIDS))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(first.value(), second.value()));
    }

    private SupportDesk desk(SupportModel model, NotificationTemplates templates) {
        return deskBuilder(model, templates).build();
    }

    private SupportDeskBuilder deskBuilder(SupportModel model, NotificationTemplates templates) {
        return SupportDesk.builder(model, people(), clock)
                .withRepository(store)
                .withNotifier(mailbox)
                .withTemplates(templates)
                .withSubscriptions(subscriptions);
    }

    private static Directory people() {
        ImmutableList<Customer> customers = ReferenceOrganisation.customers().stream()
                .map(customer -> customer.id().equals(ASTRID_OF_AARHUS) ? customer.withMailAddress(ASTRIDS) : customer)
                .collect(ImmutableList.toImmutableList());
        return Directory.of(ReferenceOrganisation.actors(), customers);
    }

    private CaseNumber register(CustomerId customer) {
        return desk.register(KAREN, Registration.of(customer.value(), "I cannot log in"))
                .orElseThrow()
                .number();
    }

    private void does(ActorId by, CaseNumber number, CaseCommand command) {
        desk.submit(by, number, command).orElseThrow();
    }

    private List<Notification> mailed(String address) {
        assertThat(desk.operations().deliver(1_000)).isNotNull();
        return mailbox.receivedAt(address);
    }
}
