package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A row of the host and a case, written on one connection: both are there afterwards, or neither. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HostRowTest {
    private static final TestDatabase DATABASE = H2Database.H2;
    private static final Registration HELP =
            Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "where is my order");

    private SagsflowStore store;
    private SupportDesk desk;

    @BeforeEach
    void table_of_the_host() {
        store = DATABASE.empty();
        desk = SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(store.cases())
                .build();
        DATABASE.run("CREATE TABLE host_order (id INT PRIMARY KEY, case_number VARCHAR(100))");
    }

    @AfterEach
    void no_table_of_the_host() {
        DATABASE.run("DROP TABLE host_order");
    }

    private static void write(Connection connection, int order, CaseNumber number) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO host_order VALUES (?, ?)")) {
            insert.setInt(1, order);
            insert.setString(2, number.value());
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    /** What others read. */
    private static List<String> orders() throws SQLException {
        List<String> cases = new ArrayList<>();
        try (Connection connection = DATABASE.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT case_number FROM host_order ORDER BY id")) {
            while (rows.next()) {
                cases.add(rows.getString(1));
            }
        }
        return cases;
    }

    private List<String> cases() {
        return store.cases().query(CaseQuery.all()).cases().stream()
                .map(found -> found.number().value())
                .toList();
    }

    @Test
    void commits_with_the_case() throws SQLException {
        try (Connection connection = DATABASE.source().getConnection()) {
            connection.setAutoCommit(false);
            CaseNumber number = desk.within(store.join(connection))
                    .register(ReferenceOrganisation.KAREN, HELP)
                    .orElseThrow()
                    .number();
            write(connection, 1, number);
            assertThat(orders()).isEmpty();
            assertThat(cases()).isEmpty();

            connection.commit();

            assertThat(orders()).containsExactly(number.value());
            assertThat(cases()).containsExactly(number.value());
        }
    }

    @Test
    void is_rolled_back_with_the_case() throws SQLException {
        try (Connection connection = DATABASE.source().getConnection()) {
            connection.setAutoCommit(false);
            write(connection, 1, CaseNumber.of("to come"));
            assertThat(desk.within(store.join(connection))
                            .register(ReferenceOrganisation.KAREN, HELP)
                            .wasAccepted())
                    .isTrue();

            connection.rollback();
        }
        assertThat(orders()).isEmpty();
        assertThat(cases()).isEmpty();
        assertThat(store.cases().outbox().waiting(10)).isEmpty();
    }

    @Test
    void stays_when_the_desk_refuses_what_comes_after_it() throws SQLException {
        CaseNumber number =
                desk.register(ReferenceOrganisation.KAREN, HELP).orElseThrow().number();
        try (Connection connection = DATABASE.source().getConnection()) {
            connection.setAutoCommit(false);
            write(connection, 1, number);
            Outcome<CaseView> refused = desk.within(store.join(connection))
                    .submit(ReferenceOrganisation.KAREN, number, new CaseCommand.TakeUp());
            assertThat(refused.wasAccepted()).isFalse();
            connection.commit();
        }
        assertThat(orders()).containsExactly(number.value());
        assertThat(store.cases().history(number)).hasSize(1);
    }
}
