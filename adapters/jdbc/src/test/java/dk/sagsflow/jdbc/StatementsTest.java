package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How often a command asks the database. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatementsTest {
    private final List<String> sent = new ArrayList<>();

    @Test
    void an_accepted_command_on_one_case_reads_twice_and_writes_once() {
        TestDatabase database = PostgresDatabase.required();
        SagsflowStore empty = database.empty();
        assertThat(empty).isNotNull();
        SupportDesk desk = desk(database);
        CaseNumber number = desk.register(
                        ReferenceOrganisation.KAREN,
                        Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down"))
                .orElseThrow()
                .number();

        sent.clear();
        assertThat(desk.submit(ReferenceOrganisation.KAREN, number, new CaseCommand.Accept())
                        .wasAccepted())
                .isTrue();
        assertThat(sent).filteredOn(StatementsTest::reads).hasSize(2);
        assertThat(sent).filteredOn(sql -> !reads(sql)).hasSize(1);

        sent.clear();
        assertThat(desk.submit(
                                ReferenceOrganisation.KAREN,
                                number,
                                new CaseCommand.LinkKnowledge("FAQ 7"),
                                RequestKey.of("mail:1"))
                        .wasAccepted())
                .isTrue();
        assertThat(sent)
                .as("with a key, which is looked up before and in the step")
                .filteredOn(StatementsTest::reads)
                .hasSize(4);
        assertThat(sent).filteredOn(sql -> !reads(sql)).hasSize(1);
    }

    @Test
    void so_does_one_on_a_case_that_the_node_has_never_met() {
        TestDatabase database = PostgresDatabase.required();
        CaseNumber number = desk(database.empty().cases())
                .register(
                        ReferenceOrganisation.KAREN,
                        Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down"))
                .orElseThrow()
                .number();
        SupportDesk other = desk(database);

        sent.clear();
        assertThat(other.submit(ReferenceOrganisation.KAREN, number, new CaseCommand.Accept())
                        .wasAccepted())
                .isTrue();

        assertThat(sent).filteredOn(StatementsTest::reads).hasSize(2);
        assertThat(sent).filteredOn(sql -> !reads(sql)).hasSize(1);
    }

    private SupportDesk desk(TestDatabase database) {
        return desk(SagsflowStore.open(counted(database.source())).cases());
    }

    private static SupportDesk desk(CaseRepository cases) {
        return SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(cases)
                .build();
    }

    private static boolean reads(String sql) {
        return sql.startsWith("SELECT");
    }

    private DataSource counted(DataSource source) {
        return proxy(DataSource.class, source);
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, called, values) -> {
                    if (called.getName().equals("prepareStatement")) {
                        sent.add(String.valueOf(values[0]));
                    }
                    try {
                        Object given = called.invoke(target, values);
                        return given instanceof Connection ? proxy(Connection.class, given) : given;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
