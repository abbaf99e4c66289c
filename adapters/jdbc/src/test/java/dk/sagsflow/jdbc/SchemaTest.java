package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.repository.CaseRepository;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the tables come about, and what a later release finds in them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SchemaTest {
    @TempDir
    Path folder;

    @Test
    void flyway_makes_the_tables_from_their_files() throws SQLException {
        EmbeddedPostgres server = PostgresDatabase.required().server();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE flyway");
        }
        DataSource postgresql = server.getDatabase("postgres", "flyway");
        DataSource h2 = JdbcConnectionPool.create("jdbc:h2:mem:flyway;DB_CLOSE_DELAY=-1", "sa", "");

        migrate(postgresql, "postgresql");
        migrate(h2, "h2");

        assertThat(SagsflowStore.open(postgresql).cases().nextNumber("C-")).isEqualTo(1);
        assertThat(SagsflowStore.open(h2).cases().nextNumber("C-")).isEqualTo(1);
    }

    private static void migrate(DataSource source, String folder) {
        assertThat(Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:sagsflow-jdbc/" + folder)
                        .load()
                        .migrate()
                        .migrationsExecuted)
                .isEqualTo(SagsflowSchema.VERSION);
    }

    /** What version 1 wrote; each later release adds what it writes itself, and migrates this. */
    @Test
    void what_the_first_version_wrote_is_read() throws SQLException {
        DataSource source = JdbcConnectionPool.create("jdbc:h2:mem:old;DB_CLOSE_DELAY=-1", "sa", "");
        run(source, "RUNSCRIPT FROM 'classpath:sagsflow-jdbc/version-1.sql'");

        CaseRepository cases = SagsflowStore.open(source).cases();

        CaseNumber number = CaseNumber.of("C-0000001");
        assertThat(cases.load(number).orElseThrow().history()).hasSize(3);
        EventLog log = cases.log();
        assertThat(log.after(log.beginning(), 10)).hasSize(3);
        assertThat(cases.outbox().waiting(10)).isNotEmpty();
        assertThat(cases.nextNumber("C-")).isEqualTo(2);
    }

    @Test
    void positions_of_the_log_are_as_they_were_after_a_dump_and_a_restore() throws SQLException {
        DataSource before = JdbcConnectionPool.create("jdbc:h2:mem:dumped;DB_CLOSE_DELAY=-1", "sa", "");
        run(before, "RUNSCRIPT FROM 'classpath:sagsflow-jdbc/version-1.sql'");
        EventLog log = SagsflowStore.open(before).cases().log();
        Path dump = folder.resolve("dump.sql");
        run(before, "SCRIPT TO '" + dump + "'");
        DataSource after = JdbcConnectionPool.create("jdbc:h2:mem:restored;DB_CLOSE_DELAY=-1", "sa", "");

        run(after, "RUNSCRIPT FROM '" + dump + "'");

        EventLog restored = SagsflowStore.open(after).cases().log();
        assertThat(restored.end()).isEqualTo(log.end());
        assertThat(restored.after(restored.beginning(), 10)).isEqualTo(log.after(log.beginning(), 10));
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }
}
