package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.json.UnreadableEventException;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.UnreadableCase;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.core.view.CaseViewPage;
import dk.sagsflow.jdbc.failure.StoreException;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.DeskOperations;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.desk.WorkList;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.ErasureReport;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that somebody edited, and a database that goes away and comes back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadInputTest {
    static List<TestDatabase> databases() {
        return List.of(H2Database.H2, PostgresDatabase.required());
    }

    private static SupportDesk desk(SagsflowStore store) {
        return SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(store.cases())
                .build();
    }

    private static CaseNumber registered(SupportDesk desk) {
        return desk.register(
                        ReferenceOrganisation.KAREN,
                        Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down"))
                .orElseThrow()
                .number();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_case_whose_row_was_edited_is_named_and_set_aside_and_holds_up_no_other(TestDatabase database)
            throws SQLException {
        SagsflowStore store = database.empty();
        CaseNumber broken = registered(desk(store));
        CaseNumber shortened = registered(desk(store));
        CaseNumber sound = registered(desk(store));
        for (CaseNumber number : List.of(broken, shortened, sound)) {
            store.cases().reschedule(number, 1, Agenda.due(Optional.of(Instant.EPOCH.plusSeconds(9_999))));
        }
        change(database, "UPDATE sagsflow_event SET event = '{\"edited\": true' WHERE case_number = '" + broken + "'");
        change(database, "DELETE FROM sagsflow_event WHERE case_number = '" + shortened + "'");
        SagsflowStore fresh = SagsflowStore.open(database.source());
        CaseRepository cases = fresh.cases();

        assertThatThrownBy(() -> cases.find(broken))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(broken.value());
        assertThatThrownBy(() -> cases.load(shortened))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("at version 1, but it has 0 events");
        assertThat(desk(fresh).operations().sweep(10).handled()).isEqualTo(1);

        assertThat(cases.setAside(10)).extracting(UnhandledCase::number).containsExactlyInAnyOrder(broken, shortened);
        assertThat(cases.find(sound)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_case_whose_row_was_edited_is_a_line_in_every_list_for_operators_and_ends_none(TestDatabase database)
            throws SQLException {
        SagsflowStore store = database.empty();
        CaseNumber broken = registered(desk(store));
        CaseNumber shortened = registered(desk(store));
        CaseNumber sound = registered(desk(store));
        change(database, "UPDATE sagsflow_event SET event = '{\"edited\": true' WHERE case_number = '" + broken + "'");
        change(database, "DELETE FROM sagsflow_event WHERE case_number = '" + shortened + "'");
        SupportDesk desk = desk(SagsflowStore.open(database.source()));
        UnreadableCase edited = new UnreadableCase(broken, UnreadableCase.Defect.EVENT);
        UnreadableCase lost = new UnreadableCase(shortened, UnreadableCase.Defect.HISTORY);

        WorkList list = desk.workList(ReferenceOrganisation.KAREN, ReferenceOrganisation.SUPPORT_CENTRE, 10)
                .orElseThrow();
        CaseViewPage first = desk.query(
                        ReferenceOrganisation.KAREN,
                        CaseQuery.builder().pageSize(2).build())
                .orElseThrow();
        CaseViewPage second = desk.query(
                        ReferenceOrganisation.KAREN,
                        CaseQuery.builder().pageSize(2).after(first.next()).build())
                .orElseThrow();

        assertThat(list.items()).extracting(item -> item.current().number()).containsExactly(sound);
        assertThat(list.unreadable()).containsExactlyInAnyOrder(edited, lost);
        assertThat(first.unreadable()).containsExactly(edited, lost);
        assertThat(second.cases()).extracting(CaseView::number).containsExactly(sound);
        assertThat(desk.query(ReferenceOrganisation.CLARA, CaseQuery.all())
                        .orElseThrow()
                        .unreadable())
                .isEmpty();
        assertThat(desk.options(ReferenceOrganisation.KAREN, sound)
                        .orElseThrow()
                        .all())
                .isNotEmpty();
        assertThat(desk.overview(ReferenceOrganisation.KAREN).orElseThrow())
                .anyMatch(load -> load.queued() + load.inProgress() == 3);
        assertThat(desk.operations().renewAgendas(Optional.empty(), 10)).isEmpty();
        assertThat(desk.operations().eraseCustomer(ReferenceOrganisation.CITIZEN_CARL))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new Refusal.CustomerHasOpenCases(
                                        3, ImmutableList.of(sound, broken, shortened))));
    }

    static List<Arguments> edited() {
        return databases().stream()
                .flatMap(database -> Stream.of(
                                "version = -1",
                                "version = 99",
                                "case_number = ''",
                                "case_number = ' C'",
                                "case_number = 'C' || CHR(10) || 'D'",
                                "case_number = REPEAT('C', 400)")
                        .map(edit -> Arguments.of(database, edit)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("edited")
    void a_row_of_lists_that_was_edited_is_a_line_of_every_list_and_ends_none(TestDatabase database, String edit) {
        SagsflowStore store = database.empty();
        CaseNumber broken = registered(desk(store));
        CaseNumber sound = registered(desk(store));
        database.edit("UPDATE sagsflow_case SET " + edit + " WHERE case_number = '" + broken + "'");
        SupportDesk desk = desk(SagsflowStore.open(database.source()));

        List<CaseNumber> listed = new ArrayList<>();
        List<UnreadableCase> unreadable = new ArrayList<>();
        CaseQuery query = CaseQuery.builder().pageSize(1).build();
        CaseViewPage page;
        do {
            page = desk.query(ReferenceOrganisation.KAREN, query).orElseThrow();
            page.cases().forEach(view -> listed.add(view.number()));
            unreadable.addAll(page.unreadable());
            query = query.withAfter(page.next());
        } while (page.next().isPresent() && listed.size() + unreadable.size() < 5);

        assertThat(listed).containsExactly(sound);
        assertThat(unreadable).hasSize(1);
        assertThat(desk.workList(ReferenceOrganisation.KAREN, ReferenceOrganisation.SUPPORT_CENTRE, 10)
                        .orElseThrow()
                        .items())
                .hasSize(1);
        assertThat(desk.overview(ReferenceOrganisation.KAREN)).isNotNull();
        assertThat(desk.operations().renewAgendas(Optional.empty(), 10)).isEmpty();
        assertThat(desk.operations().sweep(10).handled()).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_a_row_of_lists_says_anew_lets_nobody_see_a_case(TestDatabase database) {
        SagsflowStore store = database.empty();
        CaseNumber ofCarl = registered(desk(store));
        database.edit("UPDATE sagsflow_case SET customer = 'clara', member_measure = CHR(26) || 'xyz',"
                + " member_at = '9999-12-31 00:00:00+00' WHERE case_number = '" + ofCarl + "'");
        SupportDesk desk = desk(SagsflowStore.open(database.source()));

        assertThat(desk.query(ReferenceOrganisation.CLARA, CaseQuery.all())
                        .orElseThrow()
                        .cases())
                .isEmpty();
        assertThat(desk.query(ReferenceOrganisation.KAREN, CaseQuery.all())
                        .orElseThrow()
                        .cases())
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_row_of_what_is_due_that_was_edited_holds_up_no_sweep(TestDatabase database) {
        SagsflowStore store = database.empty();
        CaseNumber broken = registered(desk(store));
        CaseNumber sound = registered(desk(store));
        for (CaseNumber number : List.of(broken, sound)) {
            store.cases().reschedule(number, 1, Agenda.due(Optional.of(Instant.EPOCH.plusSeconds(9_999))));
        }
        database.edit("UPDATE sagsflow_due SET case_number = ' C' WHERE case_number = '" + broken + "'");

        assertThat(desk(SagsflowStore.open(database.source()))
                        .operations()
                        .sweep(10)
                        .handled())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_cannot_be_read_is_left_over_when_its_customer_is_erased(TestDatabase database) throws SQLException {
        SagsflowStore store = database.empty();
        CaseNumber broken = registered(desk(store));
        CaseNumber sound = registered(desk(store));
        for (CaseNumber number : List.of(broken, sound)) {
            assertThat(desk(store)
                            .submit(CaseRequest.of(
                                    ReferenceOrganisation.KAREN,
                                    number,
                                    new CaseCommand.Close(ClosingReason.WITHDRAWN, "")))
                            .wasAccepted())
                    .isTrue();
        }
        database.edit("UPDATE sagsflow_event SET event = '{' WHERE case_number = '" + broken + "'");

        ErasureReport report = desk(SagsflowStore.open(database.source()))
                .operations()
                .eraseCustomer(ReferenceOrganisation.CITIZEN_CARL)
                .orElseThrow();

        assertThat(report.erased()).isEqualTo(1);
        assertThat(report.left()).extracting(UnhandledCase::number).containsExactly(broken);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoever_follows_the_log_comes_up_to_a_row_that_was_edited_and_is_told_of_which_case_it_is(
            TestDatabase database) throws SQLException {
        SagsflowStore store = database.empty();
        CaseNumber sound = registered(desk(store));
        CaseNumber broken = registered(desk(store));
        CaseNumber later = registered(desk(store));
        change(database, "UPDATE sagsflow_event SET event = '{' WHERE case_number = '" + broken + "'");
        EventLog log = SagsflowStore.open(database.source()).cases().log();

        ImmutableList<LoggedStep> steps = log.after(log.beginning(), 10);

        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).events()).allMatch(event -> event.caseNumber().equals(sound));
        assertThatThrownBy(() -> log.after(steps.get(0).position(), 10))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(broken.value());
        assertThat(store.cases().find(later)).isPresent();
        List<CaseNumber> handled = new ArrayList<>();
        DeskOperations following = following(SagsflowStore.open(database.source()), handled);
        assertThat(following.follow(10).failed()).isEqualTo(2);
        assertThat(handled).containsExactly(sound, sound);
        database.edit("UPDATE sagsflow_event SET event = (SELECT event FROM sagsflow_event WHERE case_number = '"
                + later + "') WHERE case_number = '" + broken + "'");
        assertThat(following.follow(10).failed()).isZero();
        assertThat(handled).hasSize(6);
    }

    private static DeskOperations following(SagsflowStore store, List<CaseNumber> handled) {
        return SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(store.cases())
                .withSubscription(
                        SubscriptionName.of("index"),
                        SubscriptionStart.beginning(),
                        steps -> steps.forEach(
                                step -> handled.add(step.events().get(0).caseNumber())))
                .withSubscription(
                        SubscriptionName.of("figures"),
                        SubscriptionStart.beginning(),
                        steps -> steps.forEach(
                                step -> handled.add(step.events().get(0).caseNumber())))
                .build()
                .operations();
    }

    private static void change(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_database_that_goes_away_and_comes_back_needs_no_restart(TestDatabase database) {
        assertThat(database.empty()).isNotNull();
        AtomicBoolean away = new AtomicBoolean();
        SupportDesk desk = desk(SagsflowStore.open(goingAway(database.source(), away)));
        CaseNumber before = registered(desk);

        away.set(true);
        assertThatThrownBy(() -> registered(desk)).isInstanceOfSatisfying(StoreException.class, broken -> {
            assertThat(broken.mayPass()).isTrue();
            assertThat(broken.outcomeUnknown()).isFalse();
        });
        away.set(false);

        assertThat(registered(desk)).isNotEqualTo(before);
        assertThat(SagsflowStore.open(database.source()).cases().find(before)).isPresent();
    }

    private static DataSource goingAway(DataSource source, AtomicBoolean away) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, called, values) -> {
                    if (away.get()) {
                        throw new SQLException("Connection refused", "08001");
                    }
                    try {
                        return called.invoke(source, values);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
