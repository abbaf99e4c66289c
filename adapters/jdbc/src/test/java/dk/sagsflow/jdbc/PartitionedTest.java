package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.testkit.contract.CaseRepositoryContract;
import dk.sagsflow.testkit.contract.EventLogContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Events in a table for each year, as an option. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PartitionedTest {
    private static Partitioned database = new Partitioned(new HikariDataSource());

    private record Partitioned(HikariDataSource pool) implements TestDatabase {
        @Override
        public DataSource source() {
            return pool;
        }
    }

    @BeforeAll
    static void partition() throws SQLException, IOException {
        EmbeddedPostgres server = PostgresDatabase.required().server();
        execute(server.getPostgresDatabase(), "CREATE DATABASE partitioned");
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.getDatabase("postgres", "partitioned"));
        database = new Partitioned(new HikariDataSource(config));
        SagsflowSchema.createIfMissing(database.source());
        execute(
                database.source(),
                Resources.toString(
                        Resources.getResource("sagsflow-jdbc/postgresql-options/partition_events_by_year.sql"),
                        StandardCharsets.UTF_8));
    }

    @AfterAll
    static void close() {
        database.pool().close();
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }

    @Nested
    class OfCases extends CaseRepositoryContract {
        @Override
        protected CaseRepository emptyRepository() {
            return database.empty().cases();
        }
    }

    @Nested
    class OfTheLog extends EventLogContract {
        @Override
        protected CaseRepository emptyRepository() {
            return database.empty().cases();
        }
    }

    @Test
    void the_tables_are_those_of_a_store() {
        assertThat(SagsflowStore.open(database.source()).cases().nextNumber("P-"))
                .isPositive();
    }
}
