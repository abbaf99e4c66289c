package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.jdbc.failure.StoreException;
import dk.sagsflow.jdbc.failure.UnusableDatabaseException;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PersistentDeskTest {
    @TempDir
    Path folder;

    private static SupportDesk desk(SagsflowStore store) {
        return SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(store.cases())
                .withSubscriptions(store.subscriptions())
                .build();
    }

    @Test
    void a_desk_in_a_file_goes_on_where_it_was() {
        Path file = folder.resolve("desk");
        SupportDesk first = desk(SagsflowStore.inFile(file));
        CaseNumber number = first.register(
                        ReferenceOrganisation.KAREN,
                        Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "Ærø \uD83D\uDE00 is down"))
                .orElseThrow()
                .number();

        SupportDesk second = desk(SagsflowStore.inFile(file));

        assertThat(second.submit(ReferenceOrganisation.KAREN, number, new CaseCommand.Accept())
                        .orElseThrow()
                        .status())
                .isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(SagsflowStore.inFile(file).cases().find(number).orElseThrow().subject())
                .isEqualTo("Ærø \uD83D\uDE00 is down");
    }

    @Test
    void what_would_lose_acknowledged_work_is_not_opened() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("late"));
        SagsflowSchema.createIfMissing(source);

        assertThatThrownBy(() -> SagsflowStore.open(source))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("WRITE_DELAY=0");
    }

    @Test
    void tables_that_are_missing_older_or_newer_are_refused_with_what_to_do() throws SQLException {
        JdbcConnectionPool source = JdbcConnectionPool.create("jdbc:h2:mem:versions;DB_CLOSE_DELAY=-1", "sa", "");
        assertThatThrownBy(() -> SagsflowStore.open(source))
                .hasMessageContaining("no tables")
                .hasMessageContaining("createIfMissing");

        SagsflowSchema.createIfMissing(source);
        SagsflowSchema.createIfMissing(source);
        assertThat(SagsflowStore.open(source).cases().setAside(1)).isEmpty();

        setVersion(source, SagsflowSchema.VERSION + 1);
        assertThatThrownBy(() -> SagsflowStore.open(source)).hasMessageContaining("later one");
        setVersion(source, 0);
        assertThatThrownBy(() -> SagsflowStore.open(source)).hasMessageContaining("from V1 on");
        source.dispose();
    }

    private static void setVersion(JdbcConnectionPool source, int version) throws SQLException {
        try (Connection connection = source.getConnection()) {
            assertThat(connection.createStatement().executeUpdate("UPDATE sagsflow_schema SET version = " + version))
                    .isEqualTo(1);
        }
    }

    @Test
    void wrong_credentials_and_a_broken_file_are_told_and_nothing_is_touched() throws IOException {
        Path file = folder.resolve("desk");
        CaseNumber number = desk(SagsflowStore.inFile(file))
                .register(
                        ReferenceOrganisation.KAREN,
                        Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down"))
                .orElseThrow()
                .number();
        JdbcDataSource stranger = new JdbcDataSource();
        stranger.setURL("jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0");
        stranger.setUser("sagsflow");
        stranger.setPassword("wrong");

        assertThatThrownBy(() -> SagsflowStore.open(stranger)).isInstanceOf(StoreException.class);
        assertThat(SagsflowStore.inFile(file).cases().find(number)).isPresent();

        Path broken = folder.resolve("broken.mv.db");
        Files.write(broken, "no database".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> SagsflowStore.inFile(folder.resolve("broken"))).isInstanceOf(StoreException.class);
        assertThat(Files.readString(broken)).isEqualTo("no database");
    }
}
