package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.COMPANY;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RefusalWords;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.SubscriptionRegister;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ForwardingCaseRepository;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.operation.ErasureReport;
import dk.sagsflow.routing.operation.RetentionReport;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A person is forgotten. */
class CustomerErasureTest {
    private static final String MARK = "xyzzy";

    private final CaseRepository store = CaseRepository.inMemory();
    private final Desks world = new Desks(store);

    @Test
    void all_cases_of_the_customer_are_erased_and_nobody_elses() {
        ImmutableList<CaseNumber> carls = closed(250);
        CaseNumber companys = world.register(KAREN, COMPANY);

        ErasureReport report =
                world.desk.operations().eraseCustomer(CITIZEN_CARL).orElseThrow();

        assertThat(report).isEqualTo(new ErasureReport(250, ImmutableList.of()));
        assertThat(carls).allMatch(number -> world.current(number).personalDataErased());
        assertThat(world.current(companys).personalDataErased()).isFalse();
        assertThat(everything()).doesNotContain(MARK);
    }

    @Test
    void cases_that_have_been_closed_for_long_are_erased_so_many_at_a_time() {
        ImmutableList<CaseNumber> old = closed(5);
        world.clock.advance(Duration.ofDays(400));
        Instant before = world.clock.instant();
        CaseNumber open = registered(5);
        ImmutableList<CaseNumber> young = closed(2);

        RetentionReport first = world.desk.operations().eraseClosed(before, Optional.empty(), 3);
        RetentionReport rest = world.desk.operations().eraseClosed(before, first.next(), 3);

        assertThat(first.erased()).isEqualTo(3);
        assertThat(rest).isEqualTo(new RetentionReport(2, ImmutableList.of(), Optional.empty()));
        assertThat(old).allMatch(number -> world.current(number).personalDataErased());
        assertThat(young).noneMatch(number -> world.current(number).personalDataErased());
        assertThat(world.current(open).personalDataErased()).isFalse();
        assertThat(world.desk
                        .operations()
                        .eraseClosed(before, Optional.empty(), 100)
                        .erased())
                .isZero();
    }

    @Test
    void nothing_is_erased_while_a_case_of_the_customer_is_open() {
        CaseNumber done = closed(1).get(0);
        CaseNumber open = registered(0);

        Outcome<ErasureReport> outcome = world.desk.operations().eraseCustomer(CITIZEN_CARL);

        assertThat(Desks.refusal(outcome)).isEqualTo(new Refusal.CustomerHasOpenCases(1, ImmutableList.of(open)));
        assertThat(Desks.refusal(outcome).describe()).contains(open.value());
        assertThat(world.current(done).personalDataErased()).isFalse();
    }

    @Test
    void what_the_customer_wants_to_be_told_is_forgotten_and_not_before_all_is_closed() {
        SubscriptionRegister wishes = Subscriptions.inMemory();
        wishes.subscribe(CITIZEN_CARL, Notification.Kind.ANSWERED, Subscriptions.Wish.AT_ONCE);
        SupportDesk desk = SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        world.clock)
                .withRepository(store)
                .withSubscriptions(wishes)
                .build();
        CaseNumber open = registered(0);

        assertThat(Desks.refusal(desk.operations().eraseCustomer(CITIZEN_CARL)))
                .isInstanceOf(Refusal.CustomerHasOpenCases.class);
        assertThat(wishes.wish(CITIZEN_CARL, Notification.Kind.ANSWERED)).isEqualTo(Subscriptions.Wish.AT_ONCE);

        answeredAndClosed(open);
        desk.operations().eraseCustomer(CITIZEN_CARL).orElseThrow();
        assertThat(wishes.wish(CITIZEN_CARL, Notification.Kind.ANSWERED)).isEqualTo(Subscriptions.Wish.NOT_AT_ALL);
    }

    @Test
    void who_dies_on_the_way_asks_again_and_goes_on_with_what_is_left() {
        ImmutableList<CaseNumber> carls = closed(10);
        CaseRepository dying = new ForwardingCaseRepository(store) {
            private int left = 4;

            @Override
            public void append(CaseStep step) {
                if (left == 0) {
                    throw new OutOfMemoryError("the process dies");
                }
                left--;
                super.append(step);
            }
        };
        assertThatThrownBy(() -> world.deskOn(dying).operations().eraseCustomer(CITIZEN_CARL))
                .hasMessage("the process dies");
        assertThat(carls.stream().filter(number -> world.current(number).personalDataErased()))
                .hasSize(4);

        assertThat(world.desk
                        .operations()
                        .eraseCustomer(CITIZEN_CARL)
                        .orElseThrow()
                        .erased())
                .isEqualTo(6);
        assertThat(everything()).doesNotContain(MARK);
    }

    @Test
    void a_case_that_cannot_be_erased_is_told_of_and_holds_up_none() {
        ImmutableList<CaseNumber> carls = closed(3);
        CaseRepository beside = new ForwardingCaseRepository(store) {
            @Override
            public Optional<StoredCase> load(CaseNumber number) {
                if (number.equals(carls.get(1))) {
                    throw new IllegalStateException("it cannot be read");
                }
                return super.load(number);
            }
        };

        ErasureReport report =
                world.deskOn(beside).operations().eraseCustomer(CITIZEN_CARL).orElseThrow();

        assertThat(report.erased()).isEqualTo(2);
        assertThat(report.left()).extracting(UnhandledCase::number).containsExactly(carls.get(1));
    }

    @Test
    void what_was_erased_takes_no_notes_and_is_not_taken_up_again() {
        CaseNumber number = closed(1).get(0);
        assertThat(world.desk
                        .operations()
                        .eraseCustomer(CITIZEN_CARL)
                        .orElseThrow()
                        .erased())
                .isEqualTo(1);

        Refusal note = Desks.refusal(
                world.desk.submit(KAREN, number, new CaseCommand.AddNote(Visibility.INTERNAL, "he called again")));
        Refusal reopening = Desks.refusal(world.desk.submit(HEAD, number, new CaseCommand.Reopen("again")));
        Refusal again = Desks.refusal(world.desk.submit(HEAD, number, new CaseCommand.ErasePersonalData()));

        assertThat(note).isEqualTo(new Refusal.PersonalDataErased(CaseAction.ADD_NOTE));
        assertThat(reopening).isEqualTo(new Refusal.PersonalDataErased(CaseAction.REOPEN));
        assertThat(again).isEqualTo(new Refusal.PersonalDataErased(CaseAction.ERASE_PERSONAL_DATA));
        assertThat(reopening.describe()).contains("erased");
        assertThat(RefusalWords.in(Locale.forLanguageTag("da")).of(reopening)).contains("slettet");
    }

    @Test
    void a_major_incident_is_erased_when_its_children_have_heard_what_it_had_for_them() {
        CaseNumber parent = registered(0);
        CaseNumber child = world.register(KAREN, COMPANY);
        assertThat(world.does(KAREN, child, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, parent))
                        .parent())
                .contains(parent);
        answeredAndClosed(parent);

        assertThat(world.desk
                        .operations()
                        .eraseCustomer(CITIZEN_CARL)
                        .orElseThrow()
                        .left())
                .extracting(UnhandledCase::number)
                .containsExactly(parent);
        assertThat(world.desk.operations().sweep(10).handled()).isPositive();

        assertThat(world.current(child).status()).isEqualTo(CaseStatus.ANSWERED);
        assertThat(world.desk
                        .operations()
                        .eraseCustomer(CITIZEN_CARL)
                        .orElseThrow()
                        .erased())
                .isEqualTo(1);
    }

    /** All that the store keeps, in words. */
    private String everything() {
        ImmutableList<SupportCase> cases =
                store.query(CaseQuery.builder().pageSize(1_000_000).build()).cases();
        LogPosition beginning = store.log().beginning();
        return cases.toString()
                + cases.stream().map(found -> store.history(found.number())).toList()
                + store.log().after(beginning, 1_000_000)
                + store.outbox().waiting(1_000_000)
                + store.outbox().deadLetters(1_000_000);
    }

    private ImmutableList<CaseNumber> closed(int many) {
        return IntStream.range(0, many)
                .mapToObj(this::registered)
                .map(this::answeredAndClosed)
                .collect(ImmutableList.toImmutableList());
    }

    private CaseNumber registered(int which) {
        return world.desk
                .register(
                        KAREN,
                        Registration.of(CITIZEN_CARL.value(), MARK + " cannot log in"),
                        RequestKey.of(MARK + which + "@" + world.clock.instant()))
                .orElseThrow()
                .number();
    }

    private CaseNumber answeredAndClosed(CaseNumber number) {
        world.places(number, Cause.USER_ERROR);
        assertThat(world.does(KAREN, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "dear " + MARK))
                        .status())
                .isNotNull();
        assertThat(world.does(KAREN, number, new CaseCommand.Answer("this is how, " + MARK))
                        .answer())
                .isPresent();
        assertThat(world.does(KAREN, number, new CaseCommand.Confirm()).closingReason())
                .contains(ClosingReason.CONFIRMED);
        return number;
    }
}
