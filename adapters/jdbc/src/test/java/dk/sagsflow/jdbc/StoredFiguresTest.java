package dk.sagsflow.jdbc;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.statistics.StatisticsFollower;
import dk.sagsflow.core.statistics.StatisticsJson;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.JoiningHandler;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures in a table of the host and how far they have come, on one connection: both are there afterwards, or neither. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoredFiguresTest {
    private static final SubscriptionName FIGURES = SubscriptionName.of("figures");
    private static final Breakdown DAILY =
            Breakdown.of(PeriodLength.DAY, ZoneId.of("Europe/Copenhagen"), Dimension.GROUP);

    /** Where it fails. */
    enum Failing {
        BEFORE_THE_FIGURES,
        BETWEEN_FIGURES_AND_POSITION,
        BETWEEN_POSITION_AND_COMMIT,
        AFTER_THE_COMMIT,
        NOWHERE
    }

    static Stream<Object[]> databases() {
        return Stream.of(H2Database.H2, PostgresDatabase.required())
                .flatMap(database -> Stream.of(Failing.values()).map(where -> new Object[] {database, where}));
    }

    private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
    private TestDatabase database = H2Database.H2;
    private SagsflowStore store = database.empty();
    private Failing failing = Failing.NOWHERE;

    private SupportDesk deskOn(TestDatabase chosen) throws SQLException {
        database = chosen;
        store = database.empty();
        database.run("CREATE TABLE host_figures (id INT PRIMARY KEY, figures TEXT)");
        database.edit(
                "INSERT INTO host_figures VALUES (1, '" + StatisticsJson.write(CaseStatistics.none(DAILY)) + "')");
        return SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()), ReferenceOrganisation.people(), clock)
                .withRepository(store.cases())
                .withSubscription(FIGURES, SubscriptionStart.beginning(), this::count)
                .build();
    }

    @AfterEach
    void no_table_of_the_host() {
        database.run("DROP TABLE host_figures");
    }

    /** As a host does it that keeps figures in its own database. */
    private void count(ImmutableList<LoggedStep> steps, JoiningHandler.Progress progress) {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            try {
                count(connection, steps, progress);
            } finally {
                // What is not committed is undone, as when the process dies.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void count(Connection connection, ImmutableList<LoggedStep> steps, JoiningHandler.Progress progress)
            throws SQLException {
        SagsflowStore.JoinedTransaction joined = store.join(connection);
        StatisticsFollower follower = new StatisticsFollower(
                read(connection), number -> joined.repository().history(number));
        steps.forEach(follower::follow);
        failAt(Failing.BEFORE_THE_FIGURES);
        try (PreparedStatement update = connection.prepareStatement("UPDATE host_figures SET figures = ?")) {
            update.setString(1, StatisticsJson.write(follower.statistics()));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        failAt(Failing.BETWEEN_FIGURES_AND_POSITION);
        progress.storeIn(joined);
        failAt(Failing.BETWEEN_POSITION_AND_COMMIT);
        connection.commit();
        joined.committed();
        failAt(Failing.AFTER_THE_COMMIT);
    }

    private void failAt(Failing place) {
        if (failing == place) {
            throw new IllegalStateException("died " + place);
        }
    }

    private static CaseStatistics read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT figures FROM host_figures")) {
            assertThat(rows.next()).isTrue();
            return StatisticsJson.read("figures", rows.getString(1));
        }
    }

    private CaseStatistics stored() throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            return read(connection);
        }
    }

    private long lag() {
        return store.cases().subscriptions().all().get(0).lag();
    }

    private static CaseStatistics onePass(CaseRepository cases) {
        StatisticsFollower follower = new StatisticsFollower(CaseStatistics.none(DAILY), cases::history);
        cases.log().after(cases.log().beginning(), 1_000).forEach(follower::follow);
        return follower.statistics();
    }

    private static CaseNumber handedOver(SupportDesk desk) {
        CaseNumber number = desk.register(KAREN, Registration.of(CITIZEN_CARL.value(), "down"))
                .orElseThrow()
                .number();
        assertThat(desk.submit(KAREN, number, new CaseCommand.HandOver(BIT, "unknown"))
                        .wasAccepted())
                .isTrue();
        return number;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void are_there_with_the_position_or_neither_is_and_count_each_step_once(TestDatabase chosen, Failing where)
            throws SQLException {
        SupportDesk desk = deskOn(chosen);
        handedOver(desk);
        assertThat(desk.operations().follow(1_000).handled()).isEqualTo(2);
        CaseStatistics before = stored();
        handedOver(desk);
        failing = where;

        var unused = desk.operations().follow(1_000);

        boolean both = where == Failing.AFTER_THE_COMMIT || where == Failing.NOWHERE;
        assertThat(lag()).isEqualTo(both ? 0 : 2);
        assertThat(stored()).isEqualTo(both ? onePass(store.cases()) : before);
        assertThat(before.of(Figure.REGISTERED).count()).isEqualTo(1);
        failing = Failing.NOWHERE;
        clock.advance(Duration.ofDays(1));
        handedOver(desk);
        var unusedAgain = desk.operations().follow(1_000);
        assertThat(lag()).isZero();
        assertThat(stored()).isEqualTo(onePass(store.cases()));
        assertThat(stored().of(Figure.HANDED_OVER).count()).isEqualTo(3);
    }
}
